import { acts } from '#modules/audit'
import { emergencyGroundWords, guidance } from '#modules/knowledge'
import { dayInWords, swedishClock } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { Buttons, Choices, Conflict, ErrorSummary, Form, TextArea, type Texts } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Facts, Guidance, Intro, Lines, Section } from '#ui/parts.tsx'
import { eventWords, outcomes, outcomeWords, ruleWords } from '../review.ts'
import type { Found, OpenLine } from './review-line.ts'

type Props = OpenLine & { viewer: Viewer; submission: string; typed?: Texts; errors?: Texts }

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const isChange = (act: string) => new Map<string, string>(Object.entries(acts)).get(act) === 'changes'

/** One line: who, when, which child, what was done, and what the reviewer found. */
export function ReviewLinePage({
  line,
  childName,
  events,
  reason,
  viewer,
  submission,
  typed = {},
  errors = {},
}: Props) {
  const emergency = line.rules.includes('break_glass')
  return (
    <>
      <BackLink href={paths.review.list.to({})}>Granska loggen</BackLink>
      <Intro
        kicker={line.unitName}
        title={line.personName}
        lead={`${capital(dayInWords(line.day))}. ${line.rules.map((rule) => ruleWords[rule]).join('. ')}.`}
      />
      <ErrorSummary errors={errors} />
      <Facts
        items={[
          [
            'Barn',
            line.childId
              ? (childName ?? 'Barnet går inte att visa')
              : emergency && 'Det fanns ingen plan att visa',
          ],
          ['Barn den dagen', line.children > 1 && `${line.children}`],
          ['Varför det inte kunde vänta', reason?.ground && emergencyGroundWords(reason.ground)],
          ['Så skrev personen', reason && <span class="prewrap">{reason.why.reveal()}</span>],
        ]}
      />
      {events.length > 0 && !emergency && (
        <Section id="gjort" title="Det här gjordes">
          <Lines
            items={events.map(({ at, act, outcome }) => (
              <>
                {swedishClock(at)} {eventWords({ act, outcome, changes: isChange(act) })}
              </>
            ))}
          />
        </Section>
      )}
      <Guidance sentences={guidance('reviewLog').sentences} open={false} />
      <Section id="granskning" title="Vad kom du fram till?">
        <Form viewer={viewer} guard hidden={{ submission }}>
          <Choices
            name="outcome"
            label="Så här är det"
            options={outcomes.map((value) => ({ value, label: outcomeWords[value] }))}
            {...{ typed, errors }}
          />
          <TextArea
            name="words"
            label="Hur vet du det?"
            description="En mening räcker. Skriv inget om barnet."
            reads="du, den som står in för dig och den som följer upp granskningen"
            {...{ typed, errors }}
          />
          {emergency && line.childId && (
            <Choices
              name="harms"
              label="Kan det skada barnet eller någon annan om familjen får veta att planen öppnades?"
              description="Svarar du nej kan familjen läsa det bland dem som har läst. Svarar du ja prövas det igen om tre månader."
              options={[
                { value: 'no', label: 'Nej, familjen kan få veta' },
                { value: 'yes', label: 'Ja, det kan skada' },
              ]}
              {...{ typed, errors }}
            />
          )}
          {emergency && !line.childId && <input type="hidden" name="harms" value="no" />}
          <Buttons primary="Spara granskningen" cancel={{ href: paths.review.list.to({}) }} />
        </Form>
      </Section>
    </>
  )
}

/** A colleague was first: both texts, and nothing to send again. */
export function ReviewedPage({ found, typed }: Found & { typed: Texts }) {
  return (
    <>
      <BackLink href={paths.review.list.to({})}>Granska loggen</BackLink>
      <Intro title={found.personName} lead="Raden är redan granskad." />
      <Conflict
        mine={<p class="prewrap">{[typed['words'] ?? ''].flat()[0]}</p>}
        theirs={
          <p class="prewrap">
            {outcomeWords[found.outcome]}. {found.words.reveal()} ({found.reviewerName})
          </p>
        }
      >
        Det du skrev är inte sparat. Läs båda, och prata med din kollega om ni såg olika.
      </Conflict>
    </>
  )
}
