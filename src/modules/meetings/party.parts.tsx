import { nameOf } from '#shared/person.ts'
import type { InvitationAnswer } from '#shared/schema.ts'
import { message } from '#ui/message.ts'
import { listed, say } from '#ui/say.tsx'
import type { Party } from './meeting.ts'

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `Sara Holmgren (mamma)`, `Mamma`, `Ali Rahimi, familjebehandlare, Familjestöd Alvesta`. */
export function partyName({ role, person, called, title, unitName }: Party): string {
  const known = person.kind === 'visible'
  if (role === 'child') return nameOf(person)
  if (role === 'unit')
    return listed([known && person.name, title, unitName].filter((one) => typeof one === 'string'))
  const word = called ?? say('vårdnadshavare')
  return known ? `${person.name} (${word})` : capital(word)
}

export const answerNames: Readonly<Record<InvitationAnswer, string>> = {
  coming: message('kommer'),
  not_coming: message('kommer inte'),
  sends_words: message('skickar några ord'),
}
