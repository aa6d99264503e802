import { needCodes, needs } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import {
  Buttons,
  Choices,
  Conflict,
  ErrorSummary,
  Form,
  Select,
  saidBeside,
  TextArea,
  type Texts,
} from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Intro } from '#ui/parts.tsx'
import { ages, ageWords, type Contact } from '../entry.ts'
import type { Written } from './write-entry.ts'

type Props = {
  now: Written
  viewer: Viewer
  submission: string
  typed?: Texts | undefined
  errors?: Texts
  conflict?: boolean
}

const lines = (contacts: readonly Contact[], forEverybody: boolean) =>
  contacts
    .filter((contact) => contact.forEverybody === forEverybody)
    .map(({ what, phone }) => `${what}: ${phone}`)
    .join('\n')

function textsOf({ unit: { entry }, contacts }: Written): Texts {
  if (!entry) return { fromAge: '0', toAge: '17', contacts: lines(contacts, true) }
  const { mission, can, cannot, hours, asking } = entry
  return {
    ...{ mission, can, cannot, hours, asking },
    fromAge: String(entry.fromAge),
    toAge: String(entry.toAge),
    needs: entry.needs,
    contacts: lines(contacts, true),
    staffContacts: lines(contacts, false),
  }
}

const ageOptions = ages.map((age) => ({ value: String(age), label: ageWords(age) }))

export function WriteEntryPage({
  now,
  viewer,
  submission,
  typed = textsOf(now),
  errors = {},
  conflict,
}: Props) {
  const { unit } = now
  const field = { typed, errors }
  return (
    <>
      <BackLink href={paths.directory.unit.to({ unitId: unit.id })}>{unit.name}</BackLink>
      <Intro
        title={now.writes === 'proposes' ? `Föreslå en text för ${unit.name}` : `Berätta om ${unit.name}`}
        lead={
          now.writes === 'proposes'
            ? 'De har inte berättat själva än. Alla kan läsa det du skriver, som ett förslag, tills de skriver sin egen text.'
            : 'Alla kan läsa det här, också familjer som inte är inloggade. Skriv som du pratar. Skriv inget om något barn.'
        }
      />
      <ErrorSummary errors={errors} />
      {conflict && <Conflict mine={<Mine typed={typed} />} theirs={<p>{unit.entry?.mission}</p>} />}
      <Form guard viewer={viewer} hidden={{ submission, version: String(unit.entry?.version ?? 0) }}>
        <TextArea
          name="mission"
          label="Vad är ni till för?"
          description="En eller två meningar."
          maxLength={400}
          reads="alla"
          {...field}
        />
        <TextArea
          name="can"
          label="Det här kan ni hjälpa till med"
          description="En sak på varje rad."
          rows={5}
          maxLength={2000}
          reads={saidBeside}
          {...field}
        />
        <TextArea
          name="cannot"
          label="Det här kan ni inte"
          description="En sak på varje rad, gärna med vem som kan i stället."
          rows={4}
          maxLength={2000}
          reads={saidBeside}
          {...field}
        />
        <Choices
          name="needs"
          label="Vad brukar människor komma med till er?"
          description="Då hittar den som söker er."
          type="checkbox"
          pairs
          optional
          options={needCodes.map((code) => ({ value: code, label: needs[code].sv }))}
          {...field}
        />
        <Select name="fromAge" label="För barn från" options={ageOptions} {...field} />
        <Select name="toAge" label="till och med" options={ageOptions} {...field} />
        <TextArea
          name="hours"
          label="När kan man nå er?"
          rows={2}
          maxLength={400}
          reads={saidBeside}
          {...field}
        />
        <TextArea
          name="asking"
          label="Hur frågar man er om hjälp?"
          maxLength={1000}
          reads={saidBeside}
          {...field}
        />
        <TextArea
          name="contacts"
          label="Kontakt för alla"
          description="Funktion, kolon och nummer på varje rad. Inga namn."
          optional
          reads={saidBeside}
          {...field}
        />
        <TextArea
          name="staffContacts"
          label="Kontakt för den som arbetar med barn"
          description="På samma sätt. Visas bara för den som är inloggad i sitt arbete."
          optional
          reads={saidBeside}
          {...field}
        />
        <Buttons primary="Spara" cancel={{ href: paths.directory.unit.to({ unitId: unit.id }) }} />
      </Form>
    </>
  )
}

const Mine = ({ typed }: { typed: Texts }) => <p>{typed['mission']}</p>
