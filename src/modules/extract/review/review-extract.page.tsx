import { dayInWords, dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, ErrorSummary, Form, Select } from '#ui/form.tsx'
import { BackLink, Done, Facts, Intro, Note, Section } from '#ui/parts.tsx'
import { earlierTitle, holdGrounds, holdWords, type PartToReview, wordsOf } from '../extract.ts'
import { TextOfPart } from '../text.parts.tsx'
import { fieldOf } from './review-extract.form.ts'
import type { ExtractReview } from './review-extract.ts'

type Props = ExtractReview & FormState

const options = [
  { value: 'give', label: 'Lämna ut' },
  ...holdGrounds.map((ground) => ({ value: ground, label: holdWords[ground] })),
]

/** Each part is read and decided on its own. */
export function ReviewExtractPage({ child, extract, parts, viewer, submission, ...state }: Props) {
  const { typed, errors, conflict } = state
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <Intro
        kicker="Registerutdrag"
        title={nameOf(child.person)}
        lead="Någon i familjen vill läsa det som ni har skrivit. Gå igenom varje del och välj om den får lämnas ut."
      >
        <p class="soft">
          {howMany(parts.length)} Svara senast {dayInWords(extract.dueOn)}. Ni svarar bara för det som finns
          hos er. Det som någon annan har spärrat för den som frågar faller bort av sig självt.
        </p>
      </Intro>
      {conflict && (
        <Note title="Det var redan svarat">
          <p>Det första svaret gäller. Det du valde nu har inte skickats.</p>
        </Note>
      )}
      {extract.isAnswered ? (
        <Done title="Tack, utdraget är klart.">
          <p>Den som bad om det kan hämta det nu.</p>
        </Done>
      ) : (
        <>
          <ErrorSummary errors={errors} />
          <Form viewer={viewer} guard hidden={{ submission }}>
            {parts.map((part) => (
              <PartToChoose part={part} typed={typed} errors={errors} />
            ))}
            {parts.length === 0 && (
              <p>
                Ni har inget skrivet om {callOf(child.person)}. Svara ändå, så att den som frågar får veta.
              </p>
            )}
            <Buttons
              primary={
                parts.every(({ isBarred }) => isBarred) ? 'Svara att inget lämnas ut' : 'Lämna ut det valda'
              }
              cancel={{ href: paths.tasks.to({}) }}
            />
          </Form>
        </>
      )}
    </>
  )
}

const howMany = (parts: number) => (parts > 1 ? `Det är ${parts} delar.` : '')

type PartProps = { part: PartToReview; typed: FormState['typed']; errors: FormState['errors'] | undefined }

const PartToChoose = ({ part, typed, errors }: PartProps) => (
  <Section
    id={`del-${part.id}`}
    title={part.title}
    lead={[dayWithYear(part.day), part.by].filter(Boolean).join(', ')}
  >
    {wordsOf(part).map((text) => (
      <TextOfPart text={text} />
    ))}
    {part.facts.length > 0 && <Facts items={part.facts.map(({ label, value }) => [label, value])} />}
    {part.earlier.map(({ day, texts }) => (
      <Note title={earlierTitle(day)}>
        {texts.map((text) => (
          <TextOfPart text={text} />
        ))}
      </Note>
    ))}
    {part.isBarred ? (
      <p>
        <b>Får inte lämnas till den som frågar.</b> Ni har själva bestämt det, så här finns inget att välja.
      </p>
    ) : (
      <>
        {part.isAboutOther && (
          <p>
            <b>Handlar också om någon annan</b> än barnet och den som frågar. Läs en gång till.
          </p>
        )}
        <Select name={fieldOf(part.id)} label="Den här delen" empty="Välj" {...{ options, typed, errors }} />
      </>
    )}
  </Section>
)
