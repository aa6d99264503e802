import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, Conflict, ErrorSummary, Form, saidBeside, TextArea } from '#ui/form.tsx'
import { BackLink, Empty, Intro, Note } from '#ui/parts.tsx'
import { sourceOptions } from '../mark/mark.page.tsx'
import { type Field, type Proposal, stillSealed } from '../protection.ts'
import type { Again } from './lift.ts'

type Props = Again & FormState

/** First that the mark is gone, which two say; then, thing by thing, what may be seen again. */
export function AgainPage(props: Props) {
  const { child, mark, proposal, errors } = props
  const waits = !mark.liftedOn && proposal && !proposal.answer ? proposal : undefined
  return (
    <>
      <BackLink href={paths.shield.show.to({ childId: child.id })}>Skyddade personuppgifter</BackLink>
      <Intro kicker="Skyddet har upphört" title={nameOf(child.person)} lead={leadOf(props, waits)} />
      <ErrorSummary errors={errors} />
      {props.conflict && proposal && <AnsweredMeanwhile {...props} proposal={proposal} />}
      {!props.conflict && proposal?.answer && !(mark.liftedOn && !proposal.answer.accepted) && (
        <Answer {...proposal} />
      )}
      {!mark.liftedOn && waits && <Waits {...props} waiting={waits} />}
      {!mark.liftedOn && !waits && <Propose {...props} />}
      {mark.liftedOn && <ShowAgain {...props} />}
    </>
  )
}

function leadOf({ mark, others }: Props, waits: Proposal | undefined): string {
  if (mark.liftedOn) return 'Allt är fortfarande dolt. Välj det som kan synas igen.'
  if (waits)
    return waits.mine
      ? 'Du har föreslagit det. Någon annan i gruppen svarar, och inget ändras innan dess.'
      : 'Stämmer det? Inget blir synligt av att du svarar.'
  return others === 0
    ? 'Ni behöver vara två i gruppen: en som föreslår och en som svarar. Låt någon mer få veta först.'
    : 'Har ni fått veta att skyddet har upphört? Föreslå det, så svarar någon annan i gruppen. Inget blir synligt av det.'
}

function Propose({ child, mark, others, viewer, submission, typed = {}, errors = {} }: Props) {
  if (others === 0) return null
  const at = { childId: child.id, markId: mark.id }
  return (
    <Form viewer={viewer} action={paths.shield.lift.to(at)} hidden={{ submission }}>
      <Choices name="source" label="Hur vet ni det?" options={sourceOptions} {...{ typed, errors }} />
      <Buttons
        primary="Föreslå att skyddet har upphört"
        cancel={{ href: paths.shield.show.to({ childId: child.id }) }}
      />
    </Form>
  )
}

function Waits({ child, mark, waiting, viewer, typed = {}, errors = {} }: Props & { waiting: Proposal }) {
  const at = { childId: child.id, markId: mark.id }
  return (
    <>
      <Note title={`Föreslaget ${dayInWords(waiting.on)} av ${waiting.by}`}>
        <p>{sourceOptions.find(({ value }) => value === waiting.source)?.label}.</p>
      </Note>
      {!waiting.mine && (
        <Form viewer={viewer} action={paths.shield.decide.to(at)} hidden={{ proposal: waiting.id }}>
          <Choices
            name="answer"
            label="Har skyddet upphört?"
            options={[
              { value: 'ja', label: 'Ja, det har upphört' },
              { value: 'nej', label: 'Nej, det ska vara kvar' },
            ]}
            {...{ typed, errors }}
          />
          <TextArea
            name="why"
            label="Varför?"
            description="Skriv alltid om du svarar nej. Bara gruppen läser det."
            optional
            maxLength={2000}
            reads={saidBeside}
            {...{ typed, errors }}
          />
          <Buttons primary="Svara" cancel={{ href: paths.shield.show.to({ childId: child.id }) }} />
        </Form>
      )}
    </>
  )
}

const AnsweredMeanwhile = ({ proposal, typed = {} }: Props & { proposal: Proposal }) => (
  <Conflict
    mine={
      <>
        <p>{typed['answer'] === 'ja' ? 'Ja, det har upphört' : 'Nej, det ska vara kvar'}</p>
        <p>{typed['why']}</p>
      </>
    }
    theirs={<Answer {...proposal} />}
  >
    Ditt svar är inte sparat: någon annan har redan svarat, eller föreslagit något nytt. Prata med varandra om
    ni tycker olika.
  </Conflict>
)

const Answer = ({ answer }: Proposal) =>
  answer && (
    <Note title={`${answer.by} svarade ${answer.accepted ? 'ja' : 'nej'} ${dayInWords(answer.on)}`}>
      <p>{answer.why?.reveal() ?? 'Skyddet har upphört.'}</p>
    </Note>
  )

function ShowAgain({ child, mark, viewer, typed = {}, errors = {} }: Props) {
  const left = stillSealed(mark)
  if (left.length === 0) return <Empty>Det finns inget mer att visa.</Empty>
  const at = { childId: child.id, markId: mark.id }
  return (
    <Form viewer={viewer} action={paths.shield.again.to(at)}>
      <Note title="Fråga först">
        <p>Hotet kan finnas kvar fast skyddet har upphört. Fråga den det gäller innan ni visar något.</p>
      </Note>
      <Choices
        type="checkbox"
        name="show"
        label="Vad kan synas igen?"
        options={left.map((field) => ({ value: field, label: fieldNames[field] }))}
        {...{ typed, errors }}
      />
      <Buttons primary="Visa igen" cancel={{ href: paths.shield.show.to({ childId: child.id }) }} />
    </Form>
  )
}

const fieldNames: Readonly<Record<Field, string>> = {
  name: 'Namnet',
  birth: 'Födelsedagen',
  places: 'Förskolan eller skolan, och namn på platser',
  contact: 'Telefonnumret',
}
