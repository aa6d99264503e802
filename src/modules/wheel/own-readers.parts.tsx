import type { Responsible } from '#modules/responsibility'
import { type Choice, Choices, type Texts } from '#ui/form.tsx'

type Props = { lead: Responsible; typed: Texts; errors: Texts | undefined }

/** Asked of the child before it writes; the narrowest is chosen already. */
export function OwnReaders({ lead, typed, errors }: Props) {
  const options: Choice[] = [
    {
      value: 'unit',
      label: `Bara ${lead.name} och de som hjälper mig på ${lead.unitName}`,
      hint: 'Det syns inte här sen, inte ens för dig.',
    },
    { value: 'meeting', label: 'De som är med på mötet' },
    { value: 'everyone', label: 'Alla som är med runt mig' },
  ]
  return (
    <Choices
      name="readers"
      label="Vem får läsa?"
      {...{ options, errors }}
      typed={typed['readers'] ? typed : { readers: 'unit' }}
    />
  )
}
