import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { Lines, NextStep, Section } from '#ui/parts.tsx'
import { AsWritten, listed, say } from '#ui/say.tsx'
import type { ReadMeeting } from './childs-meeting-access.ts'
import { isAhead } from './meeting.ts'
import { NoteText } from './note.parts.tsx'
import { capital, partyName } from './party.parts.tsx'
import { timeInWords } from './time-place.parts.tsx'

/** When we meet, why and with whom; afterwards what we came to. */
export function ChildsMeeting({ known, meeting, parties, lead, note }: ReadMeeting) {
  const ids = { childId: meeting.childId, meetingId: meeting.id }
  const ahead = isAhead(meeting)
  const mine = parties.find((party) => party.mine)
  const others = parties.filter((party) => !party.mine)
  return (
    <>
      <NextStep
        label={ahead ? say('Vi ses') : say('Vi sågs')}
        main={capital(timeInWords(meeting))}
        {...(ahead &&
          mine && {
            action: {
              href: paths.meeting.answer.to(ids),
              label: mine.answer ? say('Ändra hur jag vill ha mötet') : say('Så vill jag ha mötet'),
            },
          })}
      >
        {meeting.place && (
          <p>
            <AsWritten>{meeting.place.reveal()}</AsWritten>
          </p>
        )}
        {ahead && <p>{say('Du bestämmer om du vill vara med.')}</p>}
      </NextStep>
      {note && (
        <Section id="bestamt" title={say('Det här kom vi fram till')}>
          <NoteText note={note.note} {...{ parties, lead }} name={callOf(known.child.person)} isChild />
        </Section>
      )}
      {meeting.purpose && (
        <Section id="varfor" title={ahead ? say('Därför ses vi') : say('Därför sågs vi')}>
          <blockquote class="prewrap">
            <AsWritten>{meeting.purpose.words.reveal()}</AsWritten>
          </blockquote>
        </Section>
      )}
      <Section id="bjudna" title={ahead ? say('De som är inbjudna') : say('De som var inbjudna')}>
        <Lines items={[...(lead ? [listed([lead.name, lead.title])] : []), ...others.map(partyName)]} />
      </Section>
    </>
  )
}
