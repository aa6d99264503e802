import { guidance } from '#modules/knowledge'
import { FamilyButtons, FamilyText } from '#modules/plain-words'
import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Conflict, ErrorSummary, Form } from '#ui/form.tsx'
import { BackLink, Done, Guidance, Intro, Lines, Section, TwoColumns } from '#ui/parts.tsx'
import { first } from '#ui/texts.ts'
import { readings } from '../reading-words.ts'
import type { QuestionForm } from './answer-reading.ts'

type Props = QuestionForm & FormState

/** Somebody in the family asks why somebody here has read. */
export function AnswerReadingPage(props: Props) {
  const { child, question, lines, conflict, typed } = props
  const call = callOf(child.person)
  const to = { self: false, call }
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <TwoColumns
        asideLabel="Handledning"
        aside={<Guidance sentences={guidance('answerReading').sentences} />}
      >
        <Intro
          kicker="Någon i familjen frågar"
          title={nameOf(child.person)}
          lead={<span class="prewrap">{question.text.reveal()}</span>}
        >
          <p class="soft">
            Det gäller {dayInWords(question.day)}. Svara senast {dayInWords(question.dueOn)}.
          </p>
        </Intro>
        {lines.length > 0 && (
          <Section id="last" title="Det ni läste då">
            <Lines
              items={lines.map(
                ({ name, title, readings: codes }) =>
                  `${[name, title].filter(Boolean).join(', ')}, ${codes.map((code) => readings[code].does(to)).join(', ')}`,
              )}
            />
          </Section>
        )}
        {question.ofOtherUnit && (
          <p>
            Det var ett annat ställe som läste, och där finns ingen att fråga. Därför kommer frågan till dig.
          </p>
        )}
        {conflict && question.answer && (
          <Conflict mine={first(typed, 'answer') ?? ''} theirs={question.answer.reveal()}>
            Frågan är redan besvarad. Det du skrev är inte sparat. Kopiera det om du vill ha kvar det.
          </Conflict>
        )}
        {question.answer ? (
          <Done title="Tack, frågan är besvarad.">
            <p class="prewrap">{question.answer.reveal()}</p>
          </Done>
        ) : (
          <AnswerForm {...props} />
        )}
      </TwoColumns>
    </>
  )
}

const AnswerForm = ({ viewer, submission, typed, errors }: Props) => (
  <>
    <ErrorSummary errors={errors} />
    <Form viewer={viewer} guard hidden={{ submission }}>
      <FamilyText name="answer" label="Ditt svar" reads="den i familjen som frågar" {...{ typed, errors }} />
      <FamilyButtons
        typed={typed}
        read={{ answer: 'Svaret' }}
        primary="Skicka svaret"
        cancel={{ href: paths.tasks.to({}) }}
      />
    </Form>
  </>
)
