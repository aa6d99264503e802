import { z } from 'zod'
import { check, choice, type FieldErrors, mayTell, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, type Result } from '#shared/result.ts'

const schema = z.object({
  submission,
  answer: choice(['answered', 'cannot_answer'], 'Välj om du svarar eller inte kan svara'),
  working: mayTell(2000),
  challenging: mayTell(2000),
  ground: z.string().optional(),
  why: mayTell(500),
})

export type AnswerInput = z.output<typeof schema>

/** "Kan inte svara" needs nothing else: what was typed is not kept. */
export function readAnswer(form: ReadForm): Result<AnswerInput, FieldErrors> {
  const read = check(form, schema)
  if (!read.ok || read.value.answer === 'cannot_answer') return read
  const { working, challenging } = read.value
  return working || challenging ? read : fail(answerErrors.nothing)
}

export const answerErrors = {
  nothing: { working: 'Skriv något som fungerar, eller något som är utmanande' },
  ground: { ground: 'Välj den regel som gör att du får svara' },
  why: { why: 'Skriv med en mening varför de behöver få svaret' },
} as const satisfies Record<string, FieldErrors>
