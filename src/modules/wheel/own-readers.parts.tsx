import type { Responsible } from '#modules/responsibility'
import type { ItemReaders } from '#shared/schema.ts'
import { type Choice, Choices, type Texts } from '#ui/form.tsx'
import { say } from '#ui/say.tsx'

type Props = {
  lead: Responsible
  /** The adult who has handed the child the device. */
  beside?: string | undefined
  typed: Texts
  errors: Texts | undefined
}

/** Who may read what the child has said, as it is told to the child with an adult beside it. */
export const ownReadersText = (beside: string): Readonly<Record<ItemReaders, string>> => ({
  told: say('Bara {name} och jag', { name: beside }),
  unit: say('De som hjälper mig'),
  meeting: say('De som är med på mötet'),
  everyone: say('Alla som är med runt mig'),
})

/** Asked of the child before it writes; the narrowest is chosen already. */
export function OwnReaders({ lead, beside, typed, errors }: Props) {
  const narrowest = beside
    ? ({
        value: 'told',
        label: ownReadersText(beside).told,
        hint: say('Ingen annan kan läsa det här. Inte dina föräldrar heller.'),
      } as const)
    : ({
        value: 'unit',
        label: say('Bara {name} och de som hjälper mig på {unit}', { name: lead.name, unit: lead.unitName }),
        hint: say('Det syns inte här sen, inte ens för dig.'),
      } as const)
  const options: Choice[] = [
    narrowest,
    { value: 'meeting', label: say('De som är med på mötet') },
    { value: 'everyone', label: say('Alla som är med runt mig') },
  ]
  return (
    <Choices
      name="readers"
      label={say('Vem får läsa?')}
      {...{ options, errors }}
      typed={typed['readers'] ? typed : { readers: narrowest.value }}
    />
  )
}
