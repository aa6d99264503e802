import { z } from 'zod'
import { check, choice, type FieldErrors, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const schema = z.object({
  submission,
  put: choice(['wheel', 'apart'], 'Välj om svaret ska stå i hjulet'),
})
export type TakeInput = z.output<typeof schema>

export const readTake = (form: ReadForm): Result<TakeInput, FieldErrors> => check(form, schema)
