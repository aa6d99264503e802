import { dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { Buttons, ErrorSummary, FileField, Form, type Texts } from '#ui/form.tsx'
import { BackLink, Empty, Intro, Lines, Note, Section, type Viewer } from '#ui/page.tsx'
import type { Employee, Organisation } from '../administration.ts'
import { leavesAsIs, type Preview } from './import.ts'
import type { Plan, Step } from './plan.ts'
import { columns, type Fault } from './row.ts'

type State = { viewer: Viewer; errors: Texts | undefined }

export function ImportPage({ organisation, viewer, errors }: { organisation: Organisation } & State) {
  return (
    <>
      <BackLink href={paths.organisation.home.to({})}>{organisation.name}</BackLink>
      <Intro
        title="Hämta medarbetare från en fil"
        lead="Du får se vad filen skulle ändra innan något sparas. Den som inte står i filen rörs inte."
      />
      <ErrorSummary errors={errors} />
      <ChooseFile {...{ viewer, errors }} />
      <Section id="filen" title="Så ser filen ut">
        <p>
          Spara kalkylarket som CSV UTF-8. Första raden har rubrikerna, och sedan står en medarbetare på varje
          rad. Telefon, första dagen och sista dagen får vara tomma.
        </p>
        <p>
          {Object.values(columns).map((name, place) => (
            <>
              {place > 0 && ';'}
              <wbr />
              {name}
            </>
          ))}
        </p>
        <p>
          Användarnamnet är det som personen har hos er. Står samma namn i filen nästa gång är det samma
          person. Den som har en sista dag slutar efter den.
        </p>
      </Section>
    </>
  )
}

const ChooseFile = ({ viewer, errors }: State) => (
  <Form viewer={viewer} action={paths.organisation.importPeople.to({})} files>
    <FileField name="file" label="Filen" accept=".csv,text/csv" errors={errors} />
    <Buttons primary="Visa vad filen ändrar" />
  </Form>
)

/** What the file would do; after `isOld`, as it has become since. */
export function PreviewPage({ now, isOld, viewer, errors }: { now: Preview; isOld: boolean } & State) {
  const { organisation, plan, file, digest } = now
  const isWrong = plan.faults.length > 0
  const nothing = !isWrong && leavesAsIs(plan)
  return (
    <>
      <BackLink href={paths.organisation.importPeople.to({})}>Välj fil</BackLink>
      <Intro
        kicker={organisation.name}
        title={isWrong ? 'Filen behöver rättas' : 'Det här ändrar filen'}
        lead={nothing ? 'Ingenting: allt i filen står redan här.' : 'Inget är sparat ännu.'}
      />
      <ErrorSummary errors={errors} />
      {isOld && <Note>Något har ändrats hos er sedan du tittade. Läs igen, och spara när det stämmer.</Note>}
      {isWrong ? (
        <>
          <Faults faults={plan.faults} />
          <Section id="igen" title="Rätta filen och välj den igen">
            <ChooseFile viewer={viewer} errors={undefined} />
          </Section>
        </>
      ) : (
        <>
          <Steps plan={plan} />
          {!nothing && (
            <Form viewer={viewer} action={paths.organisation.takeFile.to({})} hidden={{ file, digest }}>
              <Buttons primary="Spara" cancel={{ href: paths.organisation.home.to({}) }} />
            </Form>
          )}
        </>
      )}
    </>
  )
}

/** How many of each that stand on the page; the number tells of the rest. */
const most = 200

const Faults = ({ faults }: { faults: readonly Fault[] }) => (
  <Section id="fel-i-filen" title={faults.length === 1 ? 'En sak' : `${faults.length} saker`}>
    <Lines
      items={faults.slice(0, most).map(({ line, column, text }) => (
        <>
          <b>
            Rad {line}
            {column && `, ${column}`}
          </b>
          : {text}
        </>
      ))}
    />
  </Section>
)

const headings = {
  new: ['nya', 'Nya'],
  linked: ['knyts', 'Arbetar här redan, och får sitt användarnamn'],
  changed: ['andras', 'Ändras'],
  moved: ['byter', 'Byter verksamhet'],
  back: ['kommer', 'Kommer tillbaka'],
  ended: ['slutar', 'Slutar'],
} as const
const kinds = Object.keys(headings) as (keyof typeof headings)[]

const Steps = ({ plan: { steps } }: { plan: Plan }) => (
  <>
    {kinds.map((kind) => {
      const of = steps.filter((step) => step.kind === kind)
      const [id, title] = headings[kind]
      if (of.length === 0) return null
      return (
        <Section id={id} title={`${title}: ${of.length}`}>
          <Lines items={of.slice(0, most).map((step) => stepText(step))} />
          {of.length > most && <Empty>Och {of.length - most} till.</Empty>}
        </Section>
      )
    })}
  </>
)

function stepText({ kind, row, known }: Step) {
  const now = workText({ ...row, unitName: row.unit })
  const before = known && workText(known)
  const days = [row.from && `från ${dayWithYear(row.from)}`, row.to && `till och med ${dayWithYear(row.to)}`]
    .filter(Boolean)
    .join(' ')
  return (
    <>
      {known?.name ?? `${row.given} ${row.family}`}
      <span class="hint">
        {kind === 'ended'
          ? `${before}. Sista dagen ${row.to && dayWithYear(row.to)}.`
          : `${before && before !== now ? `${before} blir ${now}` : now}${days && `, ${days}`}.`}
      </span>
    </>
  )
}

const workText = ({ title, unitName, phone }: Pick<Employee, 'title' | 'unitName' | 'phone'>) =>
  `${title}, ${unitName}${phone ? `, ${phone}` : ''}`
