import { dayAndMonth } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, ErrorSummary, Form } from '#ui/form.tsx'
import { Actions, BackLink, Done, Intro, LinkButton } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { answers, answerTexts, type Occasion, questionsFor, questionTexts } from '../participation.ts'
import type { AnswerForm } from './answer.ts'

const options = () => answers.map((value) => ({ value, label: say(answerTexts[value]) }))

/** Short questions after a meeting or a follow-up, and afterwards a thank you. */
export function AnswerPage({ known, occasion, asked, viewer, typed, errors }: AnswerForm & FormState) {
  const { child } = known
  const back = viewer.isHanded ? paths.childsDoor.home.to({ childId: child.id }) : backTo(child.id, occasion)
  const day = dayAndMonth(occasion.happenedOn)
  const when = occasion.isMeeting ? say('Mötet {day}', { day }) : say('Uppföljningen {day}', { day })
  if (occasion.said)
    return (
      <>
        <Intro kicker={when} title={nameOf(child.person)} lead={say('Du har svarat.')} />
        <Done title={say('Tack!')}>
          <p>{say('Ditt svar har lagts ihop med andras. Det går inte att se vad just du svarade.')}</p>
        </Done>
        <Actions>
          <LinkButton href={back}>{say('Gå tillbaka')}</LinkButton>
        </Actions>
      </>
    )
  return (
    <>
      <BackLink href={back}>{say('Tillbaka')}</BackLink>
      <Intro
        kicker={when}
        title={nameOf(child.person)}
        lead={say(
          'Hur var det för dig? Svara på det du vill. Ingen ser vad just du svarar. Svaren läggs ihop med andras.',
        )}
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer}>
        {questionsFor(asked).map((question) => (
          <Choices
            name={question}
            label={say(questionTexts[question])}
            options={options()}
            optional
            {...{ typed }}
          />
        ))}
        <Buttons primary={say('Skicka')} cancel={{ href: back }} />
      </Form>
    </>
  )
}

const backTo = (childId: string, { isMeeting, id }: Occasion) =>
  isMeeting ? paths.meeting.show.to({ childId, meetingId: id }) : paths.plan.show.to({ childId })
