import { guidance } from '#modules/knowledge'
import { GroundFields, OneSentence } from '#modules/sharing'
import { addDays } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import {
  AreaChoices,
  Buttons,
  Choices,
  DateField,
  ErrorSummary,
  Form,
  TextArea,
  TextField,
  type Texts,
  Tick,
} from '#ui/form.tsx'
import { BackLink, Guidance, Intro, TwoColumns } from '#ui/parts.tsx'
import { NewAdultFields } from '../add-statement/words.parts.tsx'
import { linkDays } from '../link.ts'
import { adultChoices } from '../wheel.parts.tsx'
import type { AskAdultForm } from './ask-adult.ts'

export function AskAdultPage(props: AskAdultForm & FormState) {
  const { child, adults, areas, grounds, today, viewer, submission, errors } = props
  const typed: Texts = props.typed ?? { dueOn: addDays(today, linkDays.usual) }
  const back = paths.wheel.show.to({ childId: child.id })
  const fields = { typed, errors }
  return (
    <>
      <BackLink href={back}>Hjulet</BackLink>
      <TwoColumns
        aside={<Guidance sentences={guidance('askSource').sentences} />}
        asideLabel="Till hjälp när du frågar"
      >
        <Intro
          kicker="Fråga någon utan inloggning"
          title={nameOf(child.person)}
          lead="Du får en länk att ge till den du frågar, till exempel en tränare eller en mormor. Den tar emot ett enda svar."
        />
        <ErrorSummary errors={errors} />
        <Form viewer={viewer} guard hidden={{ submission }}>
          <Choices
            name="voice"
            label="Vem vill du fråga?"
            options={[
              ...adultChoices(adults),
              { value: 'new_adult', label: 'En annan viktig vuxen', reveals: <NewAdultFields {...fields} /> },
            ]}
            {...fields}
          />
          <AreaChoices name="area" type="radio" label="Vad handlar det om?" only={areas} {...fields} />
          <TextArea
            name="question"
            label="Din fråga"
            description="En enda fråga. Den som har länken kan läsa den, så skriv inget mer om barnet än vad som behövs."
            {...fields}
          />
          {child.person.kind === 'visible' && (
            <Tick name="named" label={`Skriv ut förnamnet, ${callOf(child.person)}`} {...fields} />
          )}
          <DateField
            name="dueOn"
            label="Hur länge ska länken gälla?"
            description="Till och med den dagen."
            min={today}
            {...fields}
          />
          <Choices
            name="basis"
            label="Har familjen sagt ja till att du frågar?"
            options={[
              {
                value: 'consent',
                label: 'Ja, till just den här frågan',
                reveals: (
                  <>
                    <TextField name="yes" label="Vem har sagt ja, och när?" {...fields} />
                    <OneSentence {...fields} />
                  </>
                ),
              },
              {
                value: 'ground',
                label: 'Nej, men en regel gör att jag får fråga',
                reveals: <GroundFields grounds={grounds} {...fields} />,
              },
            ]}
            {...fields}
          />
          <Buttons primary="Gör en länk" cancel={{ href: back }} />
        </Form>
      </TwoColumns>
    </>
  )
}
