import { z } from 'zod'
import { check, type FieldErrors, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

/** Answered in writing, or at one of the unit's free times. */
export const inWriting = 'skriv'

const schema = z.object({
  submission,
  words: told('Skriv din fråga', 4000),
  sure: z.literal('ja').optional().catch(undefined),
  time: z.union([z.literal(inWriting), z.uuid()], { error: 'Välj hur du vill få svar.' }).default(inWriting),
})

export type AskInput = z.output<typeof schema>

export const readAsk = (form: ReadForm): Result<AskInput, FieldErrors> => check(form, schema)
