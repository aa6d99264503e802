import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import type { RegisterFact } from '#shared/schema.ts'
import { Buttons, Choices, Conflict, ErrorSummary, Form, TextArea, TextField } from '#ui/form.tsx'
import { BackLink, Intro, Note, Section } from '#ui/parts.tsx'
import { type Says, waitsForYes } from '../says.ts'
import { somebodyNew } from './answer.form.ts'
import type { SaysForm } from './answer.ts'

type Props = SaysForm & FormState

/** One thing that the register has told: what it means here, and what is asked of the one who reads. */
export function SaysPage(props: Props) {
  const { child, says, errors = {}, conflict } = props
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker={says.place ? 'Skolans register säger' : 'Folkbokföringen säger'}
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
        <NewSchool {...props} />
      ) : waitsForYes(says) ? (
        <Widens {...props} />
      ) : (
        <Narrowed {...props} />
      )}
    </>
  )
}

const someone = (says: Says) => (says.person ? nameOf(says.person) : 'Vårdnadshavaren')
const strangerOf = ({ stranger }: Says) =>
  stranger ? `${stranger.givenName} ${stranger.familyName}` : 'Någon'

const sentences: Readonly<Record<RegisterFact, (says: Says) => string>> = {
  child_died: () => 'Barnet har avlidit.',
  guardian_died: (says) => `${someone(says)} har avlidit.`,
  custody_ended: (says) => `${someone(says)} är inte längre vårdnadshavare.`,
  moved: () => 'Barnet har flyttat från länet.',
  marked: (says) =>
    says.person
      ? 'En vårdnadshavare har fått skyddade personuppgifter.'
      : 'Barnet har fått skyddade personuppgifter.',
  mark_ended: (says) =>
    says.person ? 'En vårdnadshavares skydd har upphört.' : 'Barnets skyddade personuppgifter har upphört.',
  new_guardian: (says) => `${strangerOf(says)} är vårdnadshavare.`,
  guardian_without_name: () => 'Det finns en vårdnadshavare till, och namnet visas inte.',
  school_ended: ({ place }) => `Barnet går inte längre på ${place?.unit}.`,
  new_school: ({ place }) =>
    `Barnet går på ${place?.unit}${place?.from ? ` från ${dayWithYear(place.from)}` : ''}.`,
  unsure: (says) => `Vi vet inte säkert om ${someone(says)} fortfarande är vårdnadshavare.`,
}
const sentenceOf = (says: Says) => sentences[says.fact](says)

const meanings: Readonly<Record<RegisterFact, (child: string) => string>> = {
  child_died: () =>
    'Ingen vårdnadshavare ser något här längre. Ta kontakt med familjen på det sätt som passar er.',
  guardian_died: (child) =>
    `Den som har avlidit står inte kvar som vårdnadshavare. Tänk på vad ${child} behöver nu.`,
  custody_ended: () =>
    'Personen ser ingenting här längre. Stämmer det inte, rätta uppgiften hos Skatteverket.',
  moved: (child) =>
    `De som kände ${child} genom förskola, skola eller mottagning här ser ingenting längre. Ni har kvar ansvaret tills någon annan har tagit emot.`,
  marked: () => 'Namn och platser är dolda för alla utom dem som ska veta. Se över vilka det är.',
  mark_ended: () =>
    'Ingenting blir synligt av sig självt. Fråga först, och välj sedan vad som kan visas igen.',
  new_guardian: () => 'Personen ser ingenting här förrän du har svarat ja, och ni har pratat med varandra.',
  guardian_without_name: () =>
    'Det kan bero på skyddade personuppgifter. Skriv inte upp något här. Ta reda på mer på det sätt som ni brukar.',
  school_ended: (child) =>
    `De som kände ${child} bara genom skolan ser ingenting längre. Ni har kvar ansvaret tills någon annan har tagit emot.`,
  new_school: () =>
    'Skolan står inte här förrän du har svarat ja. Den ser ingenting förrän ni har bestämt det.',
  unsure: () =>
    'Personen ser detsamma som förut. Jämför med folkbokföringen, och rätta det som inte stämmer.',
}
const meaningOf = (fact: RegisterFact, child: string) => meanings[fact](child)

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

function NewSchool({ child, says, viewer, submission, typed = {}, errors = {} }: Props) {
  return (
    <Section id="svar" title="Stämmer det?" quiet>
      <Form viewer={viewer} guard hidden={{ submission }}>
        <Choices
          name="answer"
          label={`Ska ${callOf(child.person)} gå på ${says.place?.unit}?`}
          options={[
            { value: 'yes', label: 'Ja' },
            { value: 'no', label: 'Nej, det stämmer inte' },
          ]}
          {...{ typed, errors }}
        />
        <TextArea name="note" label="Varför stämmer det inte?" optional {...{ typed, errors }} />
        <Buttons primary="Spara svaret" cancel={{ href: paths.child.to({ childId: child.id }) }} />
      </Form>
    </Section>
  )
}

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
            { value: 'yes', label: 'Ja' },
            { value: 'no', label: 'Nej, det stämmer inte' },
          ]}
          {...{ typed, errors }}
        />
        {guardians.length > 0 && (
          <Choices
            name="sameAs"
            label="Står personen här redan?"
            options={[
              { value: somebodyNew, label: 'Nej, det är någon ny' },
              ...guardians.map(({ personId, person }) => ({
                value: personId,
                label: `Ja, ${nameOf(person)}`,
              })),
            ]}
            {...{ typed, errors }}
          />
        )}
        <TextField
          name="called"
          label={`Vad säger ${callOf(child.person)}?`}
          description="Till exempel mamma, pappa eller farmor."
          width="m"
          optional
          {...{ typed, errors }}
        />
        <TextArea name="note" label="Varför stämmer det inte?" optional {...{ typed, errors }} />
        <Buttons primary="Spara svaret" cancel={{ href: paths.child.to({ childId: child.id }) }} />
      </Form>
    </Section>
  )
}

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
