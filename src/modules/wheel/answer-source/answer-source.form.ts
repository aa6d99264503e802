import { z } from 'zod'
import { readSharingTest, type SharingTest } from '#modules/sharing'
import { check, choice, type FieldErrors, mayTell, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'

const schema = z.object({
  submission,
  answer: choice(['answered', 'cannot_answer'], 'Välj om du svarar eller inte kan svara'),
  working: mayTell(2000),
  challenging: mayTell(2000),
  ground: z.string().optional(),
})

/** `why`: the golden rule, needed only where there is no yes to rest on. */
export type AnswerInput = z.output<typeof schema> & { why: Result<SharingTest, FieldErrors> }

/** "Kan inte svara" needs nothing else: what was typed is not kept. */
export function readAnswer(form: ReadForm): Result<AnswerInput, FieldErrors> {
  const read = check(form, schema)
  if (!read.ok) return read
  const { answer, working, challenging } = read.value
  if (answer === 'answered' && !working && !challenging) return fail(answerErrors.nothing)
  return ok({ ...read.value, why: readSharingTest(form, 'ground') })
}

export const answerErrors = {
  nothing: { working: 'Skriv något som fungerar, eller något som är utmanande' },
  ground: { ground: 'Välj den regel som gör att du får svara' },
} as const satisfies Record<string, FieldErrors>
