import type { Responsible } from '#modules/responsibility'
import { dayInWords } from '#shared/dates.ts'
import type { SealedText } from '#shared/sealed.ts'
import { Facts, Lines } from '#ui/parts.tsx'
import type { Party } from './meeting.ts'
import { leadTells, type MeetingNote, type Outcome } from './note.ts'
import { capital, partyName } from './party.parts.tsx'

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  plan: 'Vi börjar samverka och skriver Barnets plan',
  own_support: 'Hjälpen ges i den egna verksamheten',
  close: 'Det behövs inget mer nu',
}

type Props = { note: MeetingNote; parties: readonly Party[]; lead: Responsible | undefined; name: string }

/** What was written of the meeting. */
export function NoteText({ note, parties, lead, name }: Props) {
  const whoIs = (id: string | undefined) => {
    if (id === leadTells) return lead?.name
    const party = parties.find((one) => one.id === id)
    return party && partyName(party)
  }
  return (
    <>
      <Part title={`${capital(name)} sa`} text={note.childsWords} />
      <Part title="Det som fungerar" text={note.working} />
      <Part title="Det som är utmanande" text={note.challenging} />
      <Part title="Det här kan vi göra" text={note.canDo} />
      {note.actions.length > 0 && (
        <>
          <h3>Vem gör vad</h3>
          <Lines
            items={note.actions.map(({ what, who, when }) => (
              <>
                <b>{what.reveal()}</b>
                <br />
                <span class="soft">{[whoIs(who), when?.reveal()].filter(Boolean).join('. ')}</span>
              </>
            ))}
          />
        </>
      )}
      <Facts
        items={[
          ['Vi kom fram till', note.outcome && outcomeNames[note.outcome]],
          ['Därför', note.reason?.reveal()],
          ['Vi följer upp', note.followUpOn && dayInWords(note.followUpOn)],
          [
            `Berättar för ${name}`,
            note.tells && `${whoIs(note.tells.who) ?? 'Någon'}, ${dayInWords(note.tells.on)}`,
          ],
        ]}
      />
    </>
  )
}

function Part({ title, text }: { title: string; text: SealedText | undefined }) {
  if (!text) return null
  return (
    <>
      <h3>{title}</h3>
      <p class="prewrap">{text.reveal()}</p>
    </>
  )
}
