import { z } from 'zod'
import { check, day, type FieldErrors, mayTell, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { actionFields, whenErrors } from '../action/action.form.ts'
import { goalFields } from '../goal/goal.form.ts'

/** `14:30`; nine in the morning when left out. */
export const clock = z
  .string()
  .trim()
  .optional()
  .transform((time) => time?.replace('.', ':') || '09:00')
  .pipe(z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Skriv klockslaget som 14:30'))
  .transform((time) => time.padStart(5, '0'))

const startForm = z.object({
  ...goalFields,
  ...actionFields,
  submission,
  words: mayTell(300),
  followUpOn: day('Välj en dag när ni följer upp, till exempel 2027-01-20'),
  followUpTime: clock,
  outcome: z.literal('another').optional().catch(undefined),
})

export type StartInput = z.output<typeof startForm>

export function readStart(form: ReadForm): Result<StartInput, FieldErrors> {
  const read = check(form, startForm)
  if (!read.ok) return read
  const errors = whenErrors(read.value)
  return errors ? fail(errors) : ok(read.value)
}
