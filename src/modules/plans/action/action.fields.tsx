import type { Child } from 'hono/jsx'
import { DateField, MoreDetails, Select, TextField, type Texts } from '#ui/form.tsx'
import type { PlanUnit } from '../plan.ts'

type Props = { units: readonly PlanUnit[]; called: string; typed: Texts; errors: Texts; more?: Child }

/** What, who and when; the rest is offered. */
export function ActionFields({ units, called, typed, errors, more }: Props) {
  const fields = { typed, errors }
  return (
    <>
      <TextField
        name="what"
        label="Vilket stöd?"
        description="Till exempel: Läsa tillsammans, 20 minuter."
        {...fields}
      />
      <TextField
        name="who"
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
      <TextField
        name="when"
        label="När?"
        description="Med ord, som ”måndag och torsdag”, eller med dagar här under."
        {...fields}
      />
      <MoreDetails
        summary="Dagar, och så säger ni till barnet"
        open={['startsOn', 'endsOn', 'toChild'].some((name) => typed[name] || errors[name])}
      >
        <DateField name="startsOn" label="Från" optional {...fields} />
        <DateField name="endsOn" label="Till" optional {...fields} />
        <TextField
          name="toChild"
          label={`Så säger vi till ${called}`}
          description="En mening som är lätt att förstå. Den står i barnets egen plan."
          optional
          {...fields}
        />
        {more}
      </MoreDetails>
    </>
  )
}
