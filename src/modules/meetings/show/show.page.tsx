import { mayObject, Objections, ObjectLink } from '#modules/objections'
import { CountPapers, HowItWas } from '#modules/participation'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import type { SealedText } from '#shared/sealed.ts'
import { Buttons, Choices, Form } from '#ui/form.tsx'
import { PaperLanguage } from '#ui/paper-language.tsx'
import {
  Actions,
  BackLink,
  Done,
  Facts,
  Intro,
  LinkButton,
  NextStep,
  Note,
  PersonList,
  Section,
} from '#ui/parts.tsx'
import { AsWritten, listed, say } from '#ui/say.tsx'
import { Agenda } from '../agenda.parts.tsx'
import { supportNames } from '../call/call.page.tsx'
import { WhoLearns } from '../learns.parts.tsx'
import { isAhead, isTimeToWrite } from '../meeting.ts'
import { mayKnowWhoLearns } from '../meeting-policy.ts'
import { NoteText } from '../note.parts.tsx'
import { capital, partyName } from '../party.parts.tsx'
import { lengthInWords, timeInWords } from '../time-place.parts.tsx'
import { ChildsWishes } from './childs-wishes.parts.tsx'
import { InOwnWords } from './in-own-words.parts.tsx'
import { Invited } from './invited.parts.tsx'
import type { ShownMeeting } from './show.ts'

export function MeetingPage({ sent, ...shown }: ShownMeeting & { sent: boolean }) {
  const { known, meeting, lead } = shown
  const { child, standing } = known
  const at = { childId: child.id }
  return (
    <>
      <BackLink href={paths.child.to(at)}>{nameOf(child.person)}</BackLink>
      <Intro kicker={say('Samverkansmöte')} title={nameOf(child.person)} lead={leadOf(shown)} />
      {sent && (
        <Done title={say('Det är skickat')}>
          <p>
            {lead
              ? say('{name} läser det du skrev. Det syns inte här.', { name: lead.name })
              : say('Den som håller i mötet läser det du skrev. Det syns inte här.')}
          </p>
        </Done>
      )}
      {meeting.state !== 'cancelled' && <When {...shown} />}
      {shown.note && meeting.state === 'held' && (
        <Section id="anteckningar" title={say('Det här kom vi fram till')}>
          <NoteText
            {...shown}
            note={shown.note.note}
            name={callOf(child.person)}
            isChild={standing.relation === 'self'}
          />
          <InOwnWords {...shown} />
          <Objections child={child} objections={shown.objections} />
          {mayObject(standing) && <ObjectLink childId={child.id} thingId={meeting.id} />}
        </Section>
      )}
      <HowItWas childId={child.id} occasions={shown.occasions} />
      <CountPapers known={known} occasions={shown.occasions} />
      <ChildsWishes {...shown} />
      {standing.part === 'whole' ? <Whole {...shown} /> : <Own {...shown} />}
      {shown.writes && <OnPaper {...shown} />}
      {shown.writes && <Steps {...shown} />}
    </>
  )
}

function leadOf({ meeting, known, note }: ShownMeeting): string {
  const name = callOf(known.child.person)
  if (meeting.state === 'cancelled') return say('Mötet är inställt. Du behöver inte göra något.')
  if (meeting.state === 'held')
    return note ? say('Mötet har varit. Här står vad ni kom fram till.') : say('Mötet har varit.')
  if (known.standing.relation === 'self') return say('Du är med och bestämmer. Det är ditt möte.')
  return known.standing.part === 'own'
    ? say('Du är inbjuden till ett möte som handlar om {name}.', { name })
    : say('Ett möte för {name}, där alla är lika viktiga.', { name })
}

/** The page's one dark panel: when and where, and the next thing to do. */
function When({ meeting, parties, lead, at, writes }: ShownMeeting) {
  const ids = { childId: meeting.childId, meetingId: meeting.id }
  const mine = parties.find((party) => party.mine)
  const answer = mine && isAhead(meeting) && !writes
  const action = answer
    ? { href: paths.meeting.answer.to(ids), label: mine.answer ? say('Ändra ditt svar') : say('Svara') }
    : writes && isTimeToWrite(meeting, at)
      ? { href: paths.meeting.hold.to(ids), label: 'Anteckna på mötet' }
      : undefined
  return (
    <NextStep
      label={isAhead(meeting) ? say('Vi ses') : say('Vi sågs')}
      main={capital(timeInWords(meeting))}
      {...(action && { action })}
    >
      <p>
        {meeting.place ? (
          <AsWritten>{meeting.place.reveal()}</AsWritten>
        ) : lead ? (
          say('{name} berättar var.', { name: lead.name })
        ) : (
          say('Barnets bästa-ansvarig berättar var.')
        )}
      </p>
      <p>{capital(lengthInWords(meeting.minutes))}</p>
    </NextStep>
  )
}

const own = (text: SealedText | undefined) => text && <AsWritten>{text.reveal()}</AsWritten>

function Whole(shown: ShownMeeting) {
  const { meeting, known, parties } = shown
  const { purpose, wishes } = meeting
  const name = callOf(known.child.person)
  const support = [
    ...(purpose?.support.map((one) => say(supportNames[one])) ?? []),
    ...(purpose?.supportMore ? [purpose.supportMore.reveal()] : []),
  ]
  return (
    <>
      {purpose && (
        <Section id="varfor" title={isAhead(meeting) ? say('Därför ses vi') : say('Därför sågs vi')}>
          <blockquote class="prewrap">
            <AsWritten>{purpose.words.reveal()}</AsWritten>
          </blockquote>
          <Facts
            items={[
              [say('Lättare för {name}', { name }), support.length > 0 && listed(support)],
              [say('{name} vill ha med', { name }), own(wishes?.wants)],
              [say('{name} vill inte ha med', { name }), own(wishes?.doesNotWant)],
            ]}
          />
        </Section>
      )}
      <Section id="kommer" title={isAhead(meeting) ? say('De som är inbjudna') : say('De som var inbjudna')}>
        <Invited {...shown} />
      </Section>
      {isAhead(meeting) && (
        <>
          {mayKnowWhoLearns(known.standing) && (
            <Section id="vet" title={say('Vem får veta vad?')}>
              <WhoLearns parties={parties} child={known.child.person} />
            </Section>
          )}
          <Section id="dagordning" title={say('Det här pratar vi om')}>
            <Agenda {...shown} name={name} />
          </Section>
        </>
      )}
    </>
  )
}

/** A part of its own: time and place, the BBA, and themselves. */
function Own({ parties, lead, words, meeting }: ShownMeeting) {
  const mine = parties.find((party) => party.mine)
  return (
    <>
      {mine?.prepare && (
        <Note title={say('Att förbereda')}>
          <p class="prewrap">{own(mine.prepare)}</p>
        </Note>
      )}
      {words.length > 0 && (
        <Section id="ord" title={say('Det du har skrivit')}>
          {words.map(({ text }) => (
            <p class="prewrap">{own(text)}</p>
          ))}
        </Section>
      )}
      {lead && meeting.state !== 'cancelled' && (
        <Section id="kontakt" title={say('Barnets bästa-ansvarig')}>
          <PersonList
            people={[{ place: lead.unitName, who: listed([lead.name, lead.title]), phone: lead.phone }]}
          />
        </Section>
      )}
    </>
  )
}

/** The call on paper, for those in the family who have no account. */
function OnPaper({ meeting, parties, known }: ShownMeeting) {
  const family = parties.filter(({ role }) => role !== 'unit')
  if (!isAhead(meeting) || family.length === 0 || known.child.person.kind !== 'visible') return null
  const address = paths.meeting.print.to({ childId: meeting.childId, meetingId: meeting.id })
  return (
    <Section
      id="pa-papper"
      title="Inbjudan på papper"
      lead="Skriv ut för en i taget. Pappret visar bara det som den personen får läsa, och har plats för svar."
    >
      <Form method="get" action={address}>
        <Choices
          name="for"
          label="Till vem?"
          options={family.map((party) => ({ value: party.id, label: partyName(party) }))}
          typed={{ for: family[0]?.id }}
          errors={{}}
        />
        <PaperLanguage />
        <Buttons primary="Skriv ut inbjudan" />
      </Form>
    </Section>
  )
}

/** What those who carry the matter can do. */
function Steps({ meeting, parties, note, at }: ShownMeeting) {
  const ids = { childId: meeting.childId, meetingId: meeting.id }
  if (meeting.state === 'held')
    return (
      <Actions>
        {note?.note.outcome === 'plan' && (
          <LinkButton href={paths.plan.start.to(ids)}>Skriv Barnets plan</LinkButton>
        )}
        <a href={paths.meeting.hold.to(ids)}>Ändra anteckningarna</a>
      </Actions>
    )
  if (meeting.state === 'cancelled')
    return (
      <Actions>
        <LinkButton href={paths.meeting.call.to(ids)}>Bjud in till en ny tid</LinkButton>
      </Actions>
    )
  return (
    <Actions>
      {!isTimeToWrite(meeting, at) && <a href={paths.meeting.hold.to(ids)}>Anteckna</a>}
      <a href={paths.meeting.invite.to(ids)}>Bjud in fler</a>
      <a href={paths.meeting.change.to(ids)}>Ändra tiden eller ställ in</a>
      {parties.some(({ role }) => role === 'child') && (
        <a href={paths.meeting.paper.to(ids)}>Ett papper till barnet</a>
      )}
      {meeting.groupId && <a href={paths.meeting.siblings.to(ids)}>Syskon på samma möte</a>}
    </Actions>
  )
}
