import { guidance } from '#modules/knowledge'
import { FamilyButtons, FamilyLine, FamilyText } from '#modules/plain-words'
import type { Day } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import {
  Choices,
  Conflict,
  DateField,
  ErrorSummary,
  Form,
  MoreDetails,
  Select,
  saidBeside,
  TextArea,
  type Texts,
} from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Guidance, Intro, Section, TwoColumns } from '#ui/parts.tsx'
import { Agenda } from '../agenda.parts.tsx'
import { isAhead } from '../meeting.ts'
import { NoteText, outcomeNames } from '../note.parts.tsx'
import { leadTells, linesFor, type MeetingNote, mostActions, outcomes, tellOn } from '../note.ts'
import { capital, partyName } from '../party.parts.tsx'
import { savedInWords } from '../saved.parts.tsx'
import { timeInWords } from '../time-place.parts.tsx'
import { whatOf, whenOf, whoOf } from './hold.form.ts'
import type { NoteForm } from './hold.ts'

type Props = NoteForm & {
  viewer: Viewer
  today: Day
  typed: Texts
  errors?: Texts
  /** What the person wrote, when somebody else saved first. */
  mine?: MeetingNote | undefined
}

const wholeMeeting = 'familjen och de som är med på hela mötet'

/** What is written already, as the form begins. */
export function writtenBefore({ note, parties, meeting }: NoteForm): Texts {
  const written = note?.note
  const attended = parties.filter((party) => party.attended ?? party.answer === 'coming')
  return {
    attended: attended.map(({ id }) => id),
    toChild: written?.toChild?.reveal(),
    childsWords: written?.childsWords?.reveal(),
    working: written?.working?.reveal(),
    challenging: written?.challenging?.reveal(),
    canDo: written?.canDo?.reveal(),
    ...Object.assign(
      {},
      ...(written?.actions ?? []).map(({ what, who, when }, index) => ({
        [whatOf(index + 1)]: what.reveal(),
        [whoOf(index + 1)]: who,
        [whenOf(index + 1)]: when?.reveal(),
      })),
    ),
    followUpOn: written?.followUpOn,
    tellsWho: written?.tells?.who ?? leadTells,
    tellsOn: written?.tells?.on ?? tellOn(meeting.startsAt),
    outcome: written?.outcome,
    reason: written?.reason?.reveal(),
  }
}

export function NotesPage(props: Props) {
  const { known, meeting, note, viewer, typed, errors = {}, mine } = props
  const ids = { childId: meeting.childId, meetingId: meeting.id }
  const name = callOf(known.child.person)
  const field = { typed, errors }
  const asRead = { typed, read: headings(name) }
  return (
    <TwoColumns aside={<Guidance sentences={guidance('meeting').sentences} />} asideLabel="Handledning">
      <BackLink href={paths.meeting.show.to(ids)}>Samverkansmöte</BackLink>
      <Intro
        kicker="Anteckna på mötet"
        title={nameOf(known.child.person)}
        lead={`Mötet ${timeInWords(meeting)}. Skriv så att alla i rummet ser. Det här blir planen.`}
      />
      {mine && note && (
        <Conflict
          mine={<NoteText {...props} note={mine} name={name} />}
          theirs={<NoteText {...props} note={note.note} name={name} />}
        />
      )}
      <ErrorSummary errors={errors} />
      <details class="ds-details">
        <summary>Det här pratar vi om</summary>
        <div>
          <Agenda {...props} name={name} />
        </div>
      </details>
      <Form
        viewer={viewer}
        guard
        hidden={{ version: String(note?.version ?? 0), act: isAhead(meeting) ? undefined : 'save' }}
      >
        {props.parties.length > 0 && (
          <Choices
            name="attended"
            type="checkbox"
            label="Vilka är här?"
            optional
            options={props.parties.map((party) => ({ value: party.id, label: partyName(party) }))}
            {...field}
          />
        )}
        <TextArea
          name="childsWords"
          label={`${capital(name)} säger`}
          description={`Med egna ord. Är ${name} inte här, skriv det ${name} har bett någon säga.`}
          reads={wholeMeeting}
          optional
          {...field}
        />
        <FamilyText name="working" label="Det som fungerar" optional reads={saidBeside} {...field} />
        <FamilyText name="challenging" label="Det som är utmanande" optional reads={saidBeside} {...field} />
        <FamilyText name="canDo" label="Det här kan vi göra" optional reads={saidBeside} {...field} />
        <Actions {...props} />
        <DateField name="followUpOn" label="När följer vi upp?" min={props.today} optional {...field} />
        <FamilyText
          name="toChild"
          label={`Så säger vi det till ${name}`}
          description={`Det ni kom fram till, och vad som händer sen, med enkla ord. ${capital(name)} läser det först.`}
          reads={`${name}, ${wholeMeeting}`}
          optional
          {...field}
        />
        {isAhead(meeting) && <Ending {...props} name={name} />}
        {isAhead(meeting) ? (
          <FamilyButtons
            {...asRead}
            primary="Avsluta mötet"
            others={[{ name: 'act', value: 'save', label: 'Spara och fortsätt skriva' }]}
          />
        ) : (
          <FamilyButtons
            {...asRead}
            primary="Spara anteckningarna"
            cancel={{ href: paths.meeting.show.to(ids) }}
          />
        )}
        {note && <p class="soft">Sparat {savedInWords(note)}.</p>}
      </Form>
    </TwoColumns>
  )
}

/** What the family reads afterwards, under the same headings. */
const headings = (name: string) => ({
  toChild: `Så säger vi det till ${name}`,
  childsWords: `${capital(name)} säger`,
  working: 'Det som fungerar',
  challenging: 'Det som är utmanande',
  canDo: 'Det här kan vi göra',
  ...Object.fromEntries(
    Array.from({ length: mostActions }, (_, index) => [whatOf(index + 1), `Sak ${index + 1}`]),
  ),
  reason: 'Varför vi inte samverkar',
})

function Actions(props: Props) {
  const { typed, note } = props
  const all = Array.from({ length: mostActions }, (_, index) => index + 1)
  const written = Math.max(note?.note.actions.length ?? 0, ...all.filter((line) => typed[whatOf(line)]), 0)
  const lines = all.slice(0, linesFor(written))
  const shown = Math.max(2, written + 1)
  return (
    <Section id="vem-gor-vad" title="Vem gör vad?" lead="Tomma rader sparas inte.">
      {lines.slice(0, shown).map((line) => (
        <Action {...props} line={line} />
      ))}
      <MoreDetails summary="Fler rader">
        {lines.slice(shown).map((line) => (
          <Action {...props} line={line} />
        ))}
      </MoreDetails>
    </Section>
  )
}

function Action({ typed, errors = {}, parties, lead, line }: Props & { line: number }) {
  const people = [
    ...(lead ? [{ value: leadTells, label: lead.name }] : []),
    ...parties.map((party) => ({ value: party.id, label: partyName(party) })),
  ]
  const field = { typed, errors, optional: true }
  return (
    <fieldset class="ds-fieldset">
      <legend class="sr">Sak {line}</legend>
      <FamilyLine
        name={whatOf(line)}
        reads={line === 1 ? wholeMeeting : saidBeside}
        label={`Sak ${line}: vad?`}
        {...field}
      />
      <Select name={whoOf(line)} label="Vem?" empty="Välj" options={people} {...field} />
      <FamilyLine name={whenOf(line)} reads={saidBeside} label="När?" {...field} />
    </fieldset>
  )
}

/** How the child gets to know, and what the meeting led to. */
function Ending(props: Props & { name: string }) {
  return (
    <>
      <Tells {...props} />
      <Outcome {...props} />
    </>
  )
}

function Tells({ typed, errors = {}, parties, lead, name }: Props & { name: string }) {
  const tellers = parties.filter(({ role }) => role !== 'child')
  return (
    <>
      <Select
        name="tellsWho"
        label={`Vem berättar för ${name} vad ni kom fram till?`}
        empty="Ingen behöver berätta"
        options={[
          ...(lead ? [{ value: leadTells, label: `${lead.name}, ${lead.title}` }] : []),
          ...tellers.map((party) => ({ value: party.id, label: partyName(party) })),
        ]}
        optional
        {...{ typed, errors }}
      />
      <DateField name="tellsOn" label="När?" optional {...{ typed, errors }} />
    </>
  )
}

function Outcome({ typed, errors = {} }: Props) {
  const hints = {
    plan: 'Du kommer vidare till planen. Det ni skrev här följer med.',
    own_support: 'Inget delas. Du skriver vad ni gör och när ni tittar igen.',
    close: 'Familjen kan alltid höra av sig igen.',
  } as const
  return (
    <>
      <Choices
        name="outcome"
        label="Ska vi börja samverka?"
        options={outcomes.map((value) => ({ value, label: outcomeNames[value], hint: hints[value] }))}
        {...{ typed, errors }}
      />
      <FamilyLine
        name="reason"
        reads={saidBeside}
        label="Varför inte, om ni inte samverkar?"
        description="En mening räcker. Familjen läser den."
        optional
        {...{ typed, errors }}
      />
    </>
  )
}
