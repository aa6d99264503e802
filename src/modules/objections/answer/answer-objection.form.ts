import { z } from 'zod'
import { check, choice, type FieldErrors, mayTell } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'
import { type AnswerFault, outcomes } from '../objection.ts'

const schema = z.object({ outcome: choice(outcomes, 'Välj ett svar'), why: mayTell(2000) })

export type AnswerInput = z.output<typeof schema>

export const readAnswer = (form: ReadForm): Result<AnswerInput, FieldErrors> => check(form, schema)

export const answerErrors = {
  'not-corrected': { outcome: 'Texten är inte ändrad än. Ändra den först, och svara sedan.' },
  'no-reason': { why: 'Skriv varför texten står kvar. Familjen läser det.' },
} as const satisfies Record<AnswerFault, FieldErrors>
