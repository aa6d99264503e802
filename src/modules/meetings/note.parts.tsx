import type { PropsWithChildren } from 'hono/jsx'
import type { Responsible } from '#modules/responsibility'
import { dayInWords } from '#shared/dates.ts'
import type { SealedText } from '#shared/sealed.ts'
import { message } from '#ui/message.ts'
import { Facts, Lines } from '#ui/parts.tsx'
import { AsWritten, say } from '#ui/say.tsx'
import type { Party } from './meeting.ts'
import { leadTells, type MeetingNote, type Outcome } from './note.ts'
import { capital, partyName } from './party.parts.tsx'

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  plan: message('Vi börjar samverka och skriver Barnets plan'),
  own_support: message('Hjälpen ges i den egna verksamheten'),
  close: message('Det behövs inget mer nu'),
}

type Props = {
  note: MeetingNote
  parties: readonly Party[]
  lead: Responsible | undefined
  name: string
  isChild?: boolean
}

/** What was written of the meeting. */
export function NoteText({ note, parties, lead, name, isChild = false }: Props) {
  const whoIs = (id: string | undefined) => {
    if (id === leadTells) return lead?.name
    const party = parties.find((one) => one.id === id)
    return party && partyName(party)
  }
  const said = [
    [isChild ? 'Det viktigaste' : `Så säger vi det till ${name}`, note.toChild],
    [isChild ? 'Du sa' : say('{name} sa', { name: capital(name) }), note.childsWords],
    [say('Det som fungerar'), note.working],
    [say('Det som är utmanande'), note.challenging],
    [say('Det här kan vi göra'), note.canDo],
  ] as const
  const agreed = note.actions.map(({ what, who, when }) => (
    <p>
      <b>
        <AsWritten>{what.reveal()}</AsWritten>
      </b>
      <br />
      <span class="soft">
        <AsWritten>{[whoIs(who), when?.reveal()].filter(Boolean).join(', ')}</AsWritten>
      </span>
    </p>
  ))
  return (
    <>
      <Lines
        items={[
          ...said.flatMap(([title, text]) => (text ? [<Part title={title} text={text} />] : [])),
          ...(agreed.length > 0 ? [<Part title={say('Vem gör vad')}>{agreed}</Part>] : []),
        ]}
      />
      <Facts
        items={[
          [say('Vi kom fram till'), note.outcome && say(outcomeNames[note.outcome])],
          [say('Därför'), note.reason && <AsWritten>{note.reason.reveal()}</AsWritten>],
          [say('Vi följer upp'), note.followUpOn && dayInWords(note.followUpOn)],
          [
            say('Berättar för {name}', { name }),
            note.tells && `${whoIs(note.tells.who) ?? say('Någon')}, ${dayInWords(note.tells.on)}`,
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
      {props.text && (
        <p class="prewrap">
          <AsWritten>{props.text.reveal()}</AsWritten>
        </p>
      )}
      {props.children}
    </>
  )
}
