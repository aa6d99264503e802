import { OneSentence } from '#modules/sharing'
import { addDays } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Choices, DateField, TextField, type Texts, Tick } from '#ui/form.tsx'
import { BackLink, Intro } from '#ui/parts.tsx'
import { NewAdultFields } from '../add-statement/words.parts.tsx'
import { linkDays } from '../link.ts'
import { AboutFields, BasisChoices, QuestionFrame } from '../question.parts.tsx'
import { adultChoices } from '../wheel.parts.tsx'
import type { AskAdultForm } from './ask-adult.ts'

export function AskAdultPage(props: AskAdultForm & FormState) {
  const { child, adults, areas, grounds, today, errors } = props
  const typed: Texts = props.typed ?? { dueOn: addDays(today, linkDays.usual) }
  const fields = { typed, errors }
  if (!props.begun) return <NotBegun {...props} />
  return (
    <QuestionFrame
      {...props}
      kicker="Fråga någon utan inloggning"
      lead="Du får en länk att ge till den du frågar, till exempel en tränare eller en mormor. Den tar emot ett enda svar."
      primary="Gör en länk"
    >
      <Choices
        name="voice"
        label="Vem vill du fråga?"
        options={[
          ...adultChoices(adults),
          { value: 'new_adult', label: 'En annan viktig vuxen', reveals: <NewAdultFields {...fields} /> },
        ]}
        {...fields}
      />
      <AboutFields
        areas={areas}
        readBy="Den som har länken kan läsa den, så skriv inget mer om barnet än vad som behövs."
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
      <BasisChoices
        grounds={grounds}
        yes={{
          label: 'Ja, till just den här frågan',
          reveals: (
            <>
              <TextField
                name="yes"
                reads="dem som arbetar med barnet hos er"
                label="Vem har sagt ja, och när?"
                {...fields}
              />
              <OneSentence {...fields} />
            </>
          ),
        }}
        {...fields}
      />
    </QuestionFrame>
  )
}

const NotBegun = ({ child }: AskAdultForm) => (
  <>
    <BackLink href={paths.wheel.show.to({ childId: child.id })}>Hjulet</BackLink>
    <Intro
      kicker="Fråga någon utan inloggning"
      title={nameOf(child.person)}
      lead="Länkar har inte börjat användas här än. Ring eller träffa den du vill fråga."
    />
    <p>
      <a href={`${paths.wheel.addStatement.to({ childId: child.id })}?rost=new_adult`}>
        Skriv in det du får höra
      </a>
    </p>
  </>
)
