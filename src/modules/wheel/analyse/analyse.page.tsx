import { fiveQuestions, guidance, threeQuestions } from '#modules/knowledge'
import { closingNames, closings } from '#modules/responsibility'
import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import type { DecisionOutcome } from '#shared/schema.ts'
import { Buttons, Choices, ErrorSummary, Form, MoreDetails, saidBeside, TextArea } from '#ui/form.tsx'
import { BackLink, Empty, Guidance, Intro, Note, TwoColumns } from '#ui/parts.tsx'
import { WheelPicture } from '#ui/wheel-picture.tsx'
import { WheelWords } from '#ui/wheel-words.tsx'
import { questions } from '../decision.ts'
import type { Decision } from '../decision-store.ts'
import { wheelOf } from '../wheel.parts.tsx'
import { type AnalyseForm, nextAddress } from './analyse.ts'

type Props = AnalyseForm & FormState

export function AnalysePage(props: Props) {
  const { child, decision, viewer, submission, typed, errors } = props
  const back = paths.wheel.show.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>Hjulet</BackLink>
      <TwoColumns aside={<Beside {...props} />} asideLabel="Hjulet bredvid">
        <Intro
          kicker="Analys"
          title={nameOf(child.person)}
          lead="Skriv kort. Svara sedan på tre frågor i ordning och stanna vid det första ja."
        />
        {decision && <Before decision={decision} childId={child.id} />}
        <ErrorSummary errors={errors} />
        <Form viewer={viewer} guard hidden={{ submission }}>
          <TextArea
            name="analysis"
            label="Vad ser ni?"
            description="Vad bär, vad behövs, vad vill barnet? Skriv så att barnet och familjen kan läsa det en dag."
            rows={5}
            reads="dem som arbetar med barnet hos er"
            {...{ typed, errors }}
          />
          <Five {...props} />
          <Question {...props} place={0} />
          <TextArea
            name="reason"
            label="Varför? En mening räcker."
            rows={2}
            reads={saidBeside}
            {...{ typed, errors }}
          />
          <Buttons primary="Spara och gå vidare" cancel={{ href: back }} />
        </Form>
        <Guidance sentences={guidance('analyse').sentences} open={false} />
      </TwoColumns>
    </>
  )
}

/** Each question comes when the one before it was answered no. */
function Question(props: Props & { place: number }) {
  const { place, typed, errors } = props
  const name = questions[place]
  const question = threeQuestions.questions[place]
  if (!name || !question) return <Closing {...props} />
  return (
    <Choices
      name={name}
      label={question.question}
      description={question.hint}
      options={[
        { value: 'yes', label: 'Ja' },
        { value: 'no', label: 'Nej', reveals: <Question {...props} place={place + 1} /> },
      ]}
      {...{ typed, errors }}
    />
  )
}

const Closing = ({ child, hasPlan, typed, errors }: Props) => (
  <>
    {hasPlan && (
      <Note title="Det finns en plan">
        <p>
          <a href={paths.plan.end.to({ childId: child.id })}>Avsluta planen</a>, och hör barnet först. Kom
          sedan tillbaka hit.
        </p>
      </Note>
    )}
    <Choices
      name="closing"
      label="Då slutar det här. Varför?"
      options={closings.map((value) => ({ value, label: closingNames[value] }))}
      {...{ typed, errors }}
    />
  </>
)

function Five({ typed, errors }: Props) {
  const names = fiveQuestions.questions.map((_, place) => `five${place + 1}`)
  return (
    <MoreDetails
      summary="Fem frågor att tänka med, om du vill"
      open={names.some((name) => typed?.[name] || errors?.[name])}
    >
      <p class="soft small">{fiveQuestions.source}. Förslag, inte länets text.</p>
      {fiveQuestions.questions.map((label, place) => (
        <TextArea
          name={`five${place + 1}`}
          label={label}
          rows={2}
          optional
          reads={saidBeside}
          {...{ typed, errors }}
        />
      ))}
    </MoreDetails>
  )
}

const outcomeNames: Readonly<Record<DecisionOutcome, string>> = {
  own_support: 'Stöd i den egna verksamheten',
  handover: 'Överlämna till en annan verksamhet',
  collaboration: 'Samverka med flera',
  close: 'Avsluta',
}

function Before({ decision, childId }: { decision: Decision; childId: string }) {
  return (
    <Note title={`Valt ${dayWithYear(decision.on)}: ${outcomeNames[decision.outcome]}`}>
      <p class="prewrap">{decision.analysis.reveal()}</p>
      <p class="prewrap">{decision.reason.reveal()}</p>
      <p>
        <a href={nextAddress(decision.outcome, childId)}>Gå vidare med det</a>, eller välj på nytt här
        nedanför.
      </p>
    </Note>
  )
}

function Beside({ wheel: view }: AnalyseForm) {
  const wheel = wheelOf({ ...view, statements: view.now.statements, linked: false })
  if (wheel.areas.length === 0)
    return <Empty>Ingen har sagt något i hjulet än. Det går att välja väg ändå.</Empty>
  return (
    <div>
      <h2 class="sr">Hjulet</h2>
      <WheelPicture wheel={wheel} id="bredvid" linked />
      <WheelWords wheel={wheel} id="bredvid" />
    </div>
  )
}
