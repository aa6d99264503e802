import { z } from 'zod'
import { check, choice, type FieldErrors, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const schema = z.object({
  submission,
  keeper: choice(['home', 'child'], 'Välj var pappret får ligga'),
})

export type MakePaperInput = z.output<typeof schema>

export const readMakePaper = (form: ReadForm): Result<MakePaperInput, FieldErrors> => check(form, schema)
