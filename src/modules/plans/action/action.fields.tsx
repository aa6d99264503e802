import { FamilyLine } from '#modules/plain-words'
import { DateField, MoreDetails, Select, saidBeside, type Texts } from '#ui/form.tsx'
import type { PlanUnit } from '../plan.ts'

/** What of it a family reads, under headings. */
export const actionRead = { what: 'Vilket stöd', who: 'Vem', when: 'När', toChild: 'Så säger vi det' }

type Props = {
  units: readonly PlanUnit[]
  called: string
  typed: Texts
  errors: Texts
  toChild?: string | undefined
}

/** What, who and when; the rest is offered. `toChild`: what the child reads as long as nobody has said it better. */
export function ActionFields({ units, called, typed, errors, toChild }: Props) {
  const fields = { typed, errors }
  return (
    <>
      <FamilyLine
        name="what"
        reads="familjen och de som är med i planen"
        label="Vilket stöd?"
        description="Till exempel: Läsa tillsammans, 20 minuter."
        {...fields}
      />
      <FamilyLine
        name="who"
        reads={saidBeside}
        label="Vem gör det?"
        description="Namn och titel, eller mamma och pappa."
        {...fields}
      />
      <Select
        name="unit"
        label="Var arbetar den som gör det?"
        empty="Familjen gör det själv"
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        {...fields}
      />
      <FamilyLine
        name="when"
        reads={saidBeside}
        label="När?"
        description="Med ord, som ”måndag och torsdag”, eller med dagar här under."
        {...fields}
      />
      <FamilyLine
        name="toChild"
        reads={`${called}, familjen och de som är med i planen`}
        label={`Så säger vi till ${called}`}
        description={
          toChild
            ? `Nu står det: ${toChild}`
            : 'En lätt mening. Lämnar du det tomt skriver vi en av vem och vad.'
        }
        optional
        {...fields}
      />
      <MoreDetails summary="Dagar" open={['startsOn', 'endsOn'].some((name) => typed[name] || errors[name])}>
        <DateField name="startsOn" label="Från" optional {...fields} />
        <DateField name="endsOn" label="Till" optional {...fields} />
      </MoreDetails>
    </>
  )
}
