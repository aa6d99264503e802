import { z } from 'zod'
import { check, type FieldErrors, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const schema = z.object({
  submission,
  words: told('Skriv något först', 4000),
  sure: z.literal('ja').optional().catch(undefined),
})

export type WriteInput = z.output<typeof schema>

export const readWrite = (form: ReadForm): Result<WriteInput, FieldErrors> => check(form, schema)
