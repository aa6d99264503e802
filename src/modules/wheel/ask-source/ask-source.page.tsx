import { guidance } from '#modules/knowledge'
import { GroundFields, OneSentence } from '#modules/sharing'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf, whoseOf } from '#shared/person.ts'
import {
  AreaChoices,
  Buttons,
  Choices,
  DateField,
  ErrorSummary,
  Form,
  Select,
  TextArea,
  type Texts,
} from '#ui/form.tsx'
import { BackLink, Guidance, Intro, TwoColumns } from '#ui/parts.tsx'
import type { AskForm } from './ask-source.ts'

type Props = AskForm & FormState

export function AskSourcePage(props: Props) {
  const { child, sources, areas, today, proposedOn, viewer, submission, errors } = props
  const typed: Texts = props.typed ?? { dueOn: proposedOn }
  const back = paths.wheel.show.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>Hjulet</BackLink>
      <TwoColumns
        aside={<Guidance sentences={guidance('askSource').sentences} />}
        asideLabel="Till hjälp när du frågar"
      >
        <Intro
          kicker="Fråga en verksamhet"
          title={nameOf(child.person)}
          lead={`De ser ${whoseOf(child.person)} namn och din fråga, inget annat.`}
        />
        <ErrorSummary errors={errors} />
        <Form viewer={viewer} guard hidden={{ submission }}>
          <Select
            name="unit"
            label="Vem vill du fråga?"
            empty="Välj"
            options={sources.map(({ unitId, name, consent }) => ({
              value: unitId,
              label: consent ? `${name} (familjen har sagt ja)` : name,
            }))}
            {...{ typed, errors }}
          />
          <AreaChoices
            name="area"
            type="radio"
            label="Vad handlar det om?"
            only={areas}
            {...{ typed, errors }}
          />
          <TextArea
            name="question"
            label="Din fråga"
            description="En enda fråga. Skriv inget mer om barnet än vad som behövs för att kunna svara."
            {...{ typed, errors }}
          />
          <DateField name="dueOn" label="När behöver du svar?" min={today} {...{ typed, errors }} />
          <Basis {...props} typed={typed} />
          <Buttons primary="Skicka frågan" cancel={{ href: back }} />
        </Form>
      </TwoColumns>
    </>
  )
}

function Basis({ child, sources, grounds, typed, errors }: Omit<Props, 'typed'> & { typed: Texts }) {
  const willing = sources.filter(({ consent }) => consent).map(({ name }) => name)
  const list = new Intl.ListFormat('sv')
  return (
    <Choices
      name="basis"
      label="Har familjen sagt ja till att du frågar?"
      options={[
        {
          value: 'consent',
          label: 'Ja, det finns ett samtycke',
          hint: willing.length > 0 ? `Till ${list.format(willing)}.` : 'Det finns inget samtycke än.',
          reveals:
            willing.length === 0 ? (
              <p>
                <a href={paths.sharing.ask.to({ childId: child.id })}>Fråga familjen om samtycke</a>
              </p>
            ) : (
              <OneSentence {...{ typed, errors }} />
            ),
        },
        {
          value: 'ground',
          label: 'Nej, men en regel gör att jag får fråga',
          reveals: <GroundFields {...{ grounds, typed, errors }} />,
        },
      ]}
      {...{ typed, errors }}
    />
  )
}
