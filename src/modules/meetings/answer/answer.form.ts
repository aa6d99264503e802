import { z } from 'zod'
import { check, choice, type FieldErrors, idField, mayTell, submission, version } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { InvitationAnswer } from '#shared/schema.ts'
import { message } from '#ui/message.ts'
import { answers, type ChildsWishes, ways } from '../meeting.ts'

export const readers = ['lead', 'meeting'] as const

const fields = z.object({
  submission,
  version,
  /** Whose answer it is. */
  party: idField(message('Ladda om sidan och välj vem som svarar.')),
  answer: choice([...answers, ...ways], message('Välj ett av svaren')),
  words: mayTell(2000),
  /** The narrowest unless something else is chosen. */
  readers: z.enum(readers).catch('lead'),
  avoid: mayTell(1000),
  wants: mayTell(500),
  doesNotWant: mayTell(500),
  support: mayTell(500),
})

type Typed = z.output<typeof fields>
export type AnswerInput = Omit<Typed, 'answer' | keyof ChildsWishes> & {
  answer: InvitationAnswer
  /** Asked of the child alone. */
  wishes: ChildsWishes
}

export function readAnswer(form: ReadForm): Result<AnswerInput, FieldErrors> {
  const read = check(form, fields)
  if (!read.ok) return read
  const { answer: chosen, avoid, wants, doesNotWant, support, ...rest } = read.value
  if (chosen === 'sends_words' && !rest.words)
    return fail({ words: message('Skriv några ord, eller välj ett annat svar') })
  const way = ways.find((one) => one === chosen)
  const answer = answers.find((one) => one === chosen) ?? 'coming'
  return ok({ ...rest, answer, wishes: { way, avoid, wants, doesNotWant, support } })
}

export const wishesAnything = (wishes: ChildsWishes): boolean => Object.values(wishes).some(Boolean)
