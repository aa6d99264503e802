import type { Day } from '#shared/dates.ts'
import { Choices, DateField, MoreDetails, Select, TextArea, type Texts } from '#ui/form.tsx'
import { fullName, type Listener, toldWayNames, toldWays } from '../family.ts'

type QuestionProps = { listener: Listener; call: string; today: Day; typed: Texts; errors: Texts }

/** What is asked about each: first whether there is a reason, then when and how they were told. */
export function Question({ listener, call, today, typed, errors }: QuestionProps) {
  const { key, isChild } = listener
  const who = isChild ? call : fullName(listener)
  const preset: Texts = { [`on-${key}`]: today, [`way-${key}`]: isChild ? 'meeting' : 'telephone', ...typed }
  const fields = { typed: preset, errors }
  const talk = (
    <>
      <DateField name={`on-${key}`} label="Vilken dag?" max={today} {...fields} />
      <Select
        name={`way-${key}`}
        label="Hur pratade ni?"
        options={toldWays.map((way) => ({ value: way, label: capital(toldWayNames[way]) }))}
        {...fields}
      />
      <MoreDetails open={Boolean(typed[`note-${key}`])}>
        <TextArea
          name={`note-${key}`}
          label={`Vad sa ${who}?`}
          reads="ni som arbetar med det här hos er"
          optional
          {...fields}
        />
      </MoreDetails>
    </>
  )
  if (isChild)
    return (
      <Choices
        name={`knows-${key}`}
        label={`Vet ${call} om det?`}
        optional
        {...fields}
        options={[
          { value: 'told', label: `Ja, ${call} har fått veta`, reveals: talk },
          { value: 'not_yet', label: 'Inte än' },
        ]}
      />
    )
  return (
    <Choices
      name={`knows-${key}`}
      label={`Finns det skäl att ${who} inte ska veta?`}
      {...fields}
      options={[
        { value: 'told', label: 'Nej, vi har pratat', reveals: talk },
        { value: 'not_yet', label: 'Nej, men vi har inte pratat än' },
        {
          value: 'barred',
          label: 'Ja, det finns skäl',
          hint: 'Då syns inget här, inte heller att något är dolt.',
          reveals: (
            <TextArea
              name={`why-${key}`}
              label="Varför?"
              description="En mening räcker."
              reads="den som är Barnets bästa-ansvarig"
              {...fields}
            />
          ),
        },
      ]}
    />
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
