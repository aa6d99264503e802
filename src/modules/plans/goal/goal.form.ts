import { z } from 'zod'
import { wheelAreas } from '#modules/knowledge'
import { check, type FieldErrors, mayTell, several, submission, told, version } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

export const goalFields = {
  better: mayTell(500),
  areas: several(wheelAreas),
}
const goalForm = z.object({
  ...goalFields,
  submission,
  version,
  words: told('Skriv målet, gärna med barnets egna ord', 300),
  outcome: z.literal('end').optional().catch(undefined),
})

export type GoalInput = z.output<typeof goalForm>
export const readGoal = (form: ReadForm): Result<GoalInput, FieldErrors> => check(form, goalForm)
