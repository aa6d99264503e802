import { z } from 'zod'
import { check, choice, type FieldErrors, mayTell, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'
import { closings } from '../matter.ts'

const schema = z.object({
  submission,
  closing: choice(closings, 'Välj varför ni slutar här'),
  note: mayTell(1000),
})

export type CloseInput = z.output<typeof schema>

export const readClose = (form: ReadForm): Result<CloseInput, FieldErrors> => check(form, schema)

export const planGoesOn: FieldErrors = { form: 'Det finns en plan. Avsluta den först.' }
