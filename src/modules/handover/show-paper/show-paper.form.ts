import { z } from 'zod'
import { check, day, type FieldErrors, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const schema = z.object({
  by: told('Skriv vem som tog emot', 300),
  on: day('Skriv vilken dag de tog emot'),
})
export type ReceivedInput = z.output<typeof schema>

export const readReceived = (form: ReadForm): Result<ReceivedInput, FieldErrors> => check(form, schema)

export const notYet: FieldErrors = { on: 'Dagen har inte kommit än' }
export const tooEarly: FieldErrors = { on: 'Välj en dag efter att papperet gjordes' }
