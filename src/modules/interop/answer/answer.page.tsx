import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Choices, Conflict, ErrorSummary, Form, TextArea, TextField, type Texts } from '#ui/form.tsx'
import { BackLink, Intro, Note, Section } from '#ui/parts.tsx'
import { type Says, waitsForYes } from '../says.ts'
import { somebodyNew } from './answer.form.ts'
import type { SaysForm } from './answer.ts'
import { meaningOf, sentenceOf, strangerOf } from './fact-words.ts'

type Props = SaysForm & FormState

/** One thing that the register has told: what it means here, and what is asked of the one who reads. */
export function SaysPage(props: Props) {
  const { child, says, errors = {}, conflict } = props
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker={says.place ? 'Registret över förskolor och skolor säger' : 'Folkbokföringen säger'}
        title={nameOf(child.person)}
        lead={sentenceOf(says)}
      />
      <ErrorSummary errors={errors} />
      {conflict && says.answered && <AnsweredMeanwhile {...props} />}
      <Note title="Vad som gäller nu">
        <p>{meaningOf(says.fact, callOf(child.person))}</p>
        <p class="soft">Uppgiften kom {dayWithYear(says.toldOn)}.</p>
      </Note>
      {says.answered ? (
        !conflict && <Answered says={says} />
      ) : says.fact === 'new_school' ? (
        <YesOrNo {...props} label={`Ska ${callOf(child.person)} gå på ${says.place?.unit}?`} />
      ) : says.fact === 'new_number' ? (
        <YesOrNo {...props} label="Ska numret skrivas upp?" />
      ) : waitsForYes(says) ? (
        <Widens {...props} />
      ) : (
        <Narrowed {...props} />
      )}
    </>
  )
}

function Narrowed({ child, says, viewer, submission }: Props) {
  const childId = child.id
  const isMark = says.fact === 'marked' || says.fact === 'mark_ended'
  return (
    <Form viewer={viewer} hidden={{ submission, answer: 'read' }}>
      {isMark && (
        <p>
          <a href={paths.shield.show.to({ childId })}>Till sidan om skydd</a>
        </p>
      )}
      <Buttons primary="Jag har läst" cancel={{ href: paths.child.to({ childId }) }} />
    </Form>
  )
}

function YesOrNo({ child, label, viewer, submission, typed = {}, errors = {} }: Props & { label: string }) {
  return (
    <Section id="svar" title="Stämmer det?" quiet>
      <Form viewer={viewer} guard hidden={{ submission }}>
        <Choices
          name="answer"
          label={label}
          options={[{ value: 'yes', label: 'Ja' }, saysNo({ typed, errors })]}
          {...{ typed, errors }}
        />
        <Buttons primary="Spara svaret" cancel={{ href: paths.child.to({ childId: child.id }) }} />
      </Form>
    </Section>
  )
}

/** A no takes a reason. */
const saysNo = (fields: { typed: Texts; errors: Texts }) => ({
  value: 'no',
  label: 'Nej, det stämmer inte',
  reveals: (
    <TextArea
      name="note"
      label="Varför stämmer det inte?"
      reads="dem som arbetar med barnet hos er"
      {...fields}
    />
  ),
})

function Widens({ child, says, guardians, viewer, submission, typed = {}, errors = {} }: Props) {
  const first = guardians.find(({ personId }) => personId === says.firstSameAs)
  return (
    <Section id="svar" title="Stämmer det?" quiet>
      {first && (
        <Note title="Två behöver säga samma sak">
          <p>
            {says.firstIsMe
              ? `Du har svarat att det är ${nameOf(first.person)}. En kollega behöver säga detsamma.`
              : `En kollega har svarat att det är ${nameOf(first.person)}, som redan står här. Håller du med?`}
          </p>
        </Note>
      )}
      <Form viewer={viewer} guard hidden={{ submission }}>
        <Choices
          name="answer"
          label={`Är ${strangerOf(says)} vårdnadshavare för ${callOf(child.person)}?`}
          options={[
            { value: 'yes', label: 'Ja', reveals: <WhoItIs {...{ child, guardians, typed, errors }} /> },
            saysNo({ typed, errors }),
          ]}
          {...{ typed, errors }}
        />
        <Buttons primary="Spara svaret" cancel={{ href: paths.child.to({ childId: child.id }) }} />
      </Form>
    </Section>
  )
}

type WhoProps = Pick<Props, 'child' | 'guardians'> & { typed: Texts; errors: Texts }

/** After a yes: whether the person stands here already, and what the child calls them. */
const WhoItIs = ({ child, guardians, typed, errors }: WhoProps) => (
  <>
    {guardians.length > 0 && (
      <Choices
        name="sameAs"
        label="Står personen här redan?"
        options={[
          { value: somebodyNew, label: 'Nej, det är någon ny' },
          ...guardians.map(({ personId, person }) => ({ value: personId, label: `Ja, ${nameOf(person)}` })),
        ]}
        {...{ typed, errors }}
      />
    )}
    <TextField
      name="called"
      fact
      label={`Vad kallar ${callOf(child.person)} personen?`}
      description="Till exempel mamma, pappa eller farmor."
      width="m"
      optional
      {...{ typed, errors }}
    />
  </>
)

const AnsweredMeanwhile = ({ says, typed = {} }: Props) => (
  <Conflict
    mine={
      <>
        <p>{typed['answer'] === 'no' ? 'Nej, det stämmer inte' : 'Ja'}</p>
        <p>{typed['note']}</p>
      </>
    }
    theirs={<Answered says={says} />}
  >
    Ditt svar är inte sparat, för det fanns redan ett. Prata med varandra om ni tycker olika.
  </Conflict>
)

function Answered({ says }: { says: Says }) {
  const { answered } = says
  if (!answered) return null
  const words = !waitsForYes(says) ? 'Läst' : answered.accepted ? 'Ni svarade ja' : 'Ni svarade nej'
  return (
    <Section id="svar" title={`${words} ${dayWithYear(answered.on)}`} quiet>
      {answered.note && <p>{answered.note.reveal()}</p>}
    </Section>
  )
}
