import { z } from 'zod'
import { check, choice, type FieldErrors, mayTell } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

/** Somebody new; else the id of one who is written down. */
export const somebodyNew = 'ny'

const answer = z.object({
  submission: z.uuid(),
  answer: choice(['yes', 'no', 'read'], 'Välj ett svar'),
  sameAs: z.uuid().optional().catch(undefined),
  called: z.string().trim().max(40).default(''),
  note: mayTell(1000),
})
export type AnswerInput = z.output<typeof answer>

export const readAnswer = (form: ReadForm): Result<AnswerInput, FieldErrors> => check(form, answer)
