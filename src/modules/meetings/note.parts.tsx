import type { PropsWithChildren } from 'hono/jsx'
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
  const said = [
    [`${capital(name)} sa`, note.childsWords],
    ['Det som fungerar', note.working],
    ['Det som är utmanande', note.challenging],
    ['Det här kan vi göra', note.canDo],
  ] as const
  const agreed = note.actions.map(({ what, who, when }) => (
    <p>
      <b>{what.reveal()}</b>
      <br />
      <span class="soft">{[whoIs(who), when?.reveal()].filter(Boolean).join(', ')}</span>
    </p>
  ))
  return (
    <>
      <Lines
        items={[
          ...said.flatMap(([title, text]) => (text ? [<Part title={title} text={text} />] : [])),
          ...(agreed.length > 0 ? [<Part title="Vem gör vad">{agreed}</Part>] : []),
        ]}
      />
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

function Part(props: PropsWithChildren<{ title: string; text?: SealedText }>) {
  return (
    <>
      <h3>{props.title}</h3>
      {props.text && <p class="prewrap">{props.text.reveal()}</p>}
      {props.children}
    </>
  )
}
