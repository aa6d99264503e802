import { areaNames } from '#modules/knowledge'
import { GroundFields } from '#modules/sharing'
import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, Conflict, ErrorSummary, Form, TwoSides } from '#ui/form.tsx'
import { BackLink, Done, Facts, Intro, Section } from '#ui/parts.tsx'
import { LinkPart } from '../take-answer/link.parts.tsx'
import { sourceName } from '../wheel.parts.tsx'
import type { QuestionView } from './answer-source.ts'

type Props = QuestionView & FormState

export const QuestionPage = (props: Props) =>
  props.side === 'is_asked' ? <Asked {...props} /> : <Asking {...props} />

/** The unit that is asked: the child's name and the question, and nothing else about the child. */
function Asked(props: Props) {
  const { child, question, conflict } = props
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <Intro
        kicker={`${question.fromUnit} frågar`}
        title={nameOf(child.person)}
        lead={<span class="prewrap">{question.question.reveal()}</span>}
      >
        <p class="soft">
          {question.askedBy} frågar. Svara gärna senast {dayInWords(question.dueOn)}.
        </p>
      </Intro>
      {conflict && <AnsweredMeanwhile {...props} />}
      {question.answer ? (
        <Done title="Tack, frågan är besvarad." />
      ) : (
        <AnswerForm {...props} action={undefined} />
      )}
    </>
  )
}

/** The unit that asked. */
function Asking(props: Props) {
  const { child, question, said, conflict, adults, link } = props
  const { childId, itemId } = { childId: child.id, itemId: question.itemId }
  return (
    <>
      <BackLink href={paths.wheel.show.to({ childId })}>Hjulet</BackLink>
      <Intro
        kicker={`Fråga till ${sourceName(question, adults)}`}
        title={nameOf(child.person)}
        lead={<span class="prewrap">{question.question.reveal()}</span>}
      />
      {conflict && <AnsweredMeanwhile {...props} />}
      <Facts
        items={[
          ['Område', areaNames.names[question.area]],
          ['Svar senast', dayInWords(question.dueOn)],
          ['Svar', !link?.came && question.answer === 'cannot_answer' && 'Kan inte svara.'],
          ['Det som fungerar', said?.words.working?.reveal()],
          ['Det som är utmanande', said?.words.challenging?.reveal()],
        ]}
      />
      <LinkPart {...props} />
      {question.answer === 'cannot_answer' && question.toUnit && (
        <p class="soft">Det betyder ingenting om barnet. Svaret ser likadant ut vad de än vet.</p>
      )}
      {question.answer && !link && (
        <Form viewer={props.viewer} action={paths.wheel.answerRead.to({ childId, itemId })}>
          <Buttons primary="Jag har läst" />
        </Form>
      )}
      {!question.answer && !link?.came && (
        <Section id="telefon" title="Fick du svaret på telefon?" lead="Då kan du skriva ner det här.">
          <AnswerForm {...props} action={paths.wheel.byTelephone.to({ childId, itemId })} />
        </Section>
      )}
    </>
  )
}

const AnsweredMeanwhile = ({ typed, question }: Props) => (
  <Conflict
    mine={
      [typed?.['working'], typed?.['challenging']].flat().filter(Boolean).join('\n\n') || 'Kan inte svara.'
    }
    theirs={question.answer === 'answered' ? 'Frågan är besvarad.' : 'Kan inte svara.'}
  >
    Frågan är redan besvarad. Det du skrev är inte sparat. Kopiera det om du vill ha kvar det.
  </Conflict>
)

function AnswerForm(props: Props & { action: string | undefined }) {
  const { question, viewer, submission, typed, errors, action } = props
  const back = action ? paths.wheel.show.to({ childId: props.child.id }) : paths.tasks.to({})
  return (
    <>
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} guard hidden={{ submission }} {...(action && { action })}>
        <Choices
          name="answer"
          label="Svar"
          options={[
            {
              value: 'answered',
              label: action ? 'De svarade' : 'Jag svarar',
              reveals: <AnswerFields {...props} />,
            },
            {
              value: 'cannot_answer',
              label: action ? 'De kan inte svara' : 'Jag kan inte svara',
              hint: action
                ? undefined
                : `${question.fromUnit} ser bara att du inte kan svara. Det ser likadant ut vad ni än vet.`,
            },
          ]}
          {...{ typed, errors }}
        />
        <Buttons primary={action ? 'Spara' : 'Skicka svaret'} cancel={{ href: back }} />
      </Form>
    </>
  )
}

function AnswerFields({ question, side, grounds, typed, errors }: Props) {
  const reads =
    side === 'is_asked'
      ? `dem som arbetar med barnet på ${question.fromUnit}`
      : 'dem som arbetar med barnet hos er'
  return (
    <>
      <TwoSides {...{ reads, typed, errors }} />
      {grounds.length > 0 && (
        <GroundFields label="Vilken regel gör att du får svara?" {...{ grounds, typed, errors }} />
      )}
      {side === 'is_asked' && grounds.length === 0 && (
        <p class="soft">Familjen har sagt ja till att ni svarar.</p>
      )}
    </>
  )
}
