import { z } from 'zod'
import { check, choice, type FieldErrors, idField, mayTell, submission, version } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { answers } from '../meeting.ts'

export const readers = ['lead', 'meeting'] as const

const fields = z.object({
  submission,
  version,
  /** Whose answer it is. */
  party: idField('Ladda om sidan och välj vem som svarar.'),
  answer: choice(answers, 'Välj ett av svaren'),
  words: mayTell(2000),
  /** The narrowest unless something else is chosen. */
  readers: z.enum(readers).catch('lead'),
})

export type AnswerInput = z.output<typeof fields>

export function readAnswer(form: ReadForm): Result<AnswerInput, FieldErrors> {
  const read = check(form, fields)
  if (read.ok && read.value.answer === 'sends_words' && !read.value.words)
    return fail({ words: 'Skriv några ord, eller välj ett annat svar' })
  return read.ok ? ok(read.value) : read
}
