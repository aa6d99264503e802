import { z } from 'zod'
import { check, type FieldErrors, idField, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const proposal = z.object({
  submission,
  sameAs: idField('Välj vilket barn det är'),
  why: told('Skriv hur ni vet att det är samma barn', 1000),
})
export type SameInput = z.output<typeof proposal>

export const readSame = (form: ReadForm): Result<SameInput, FieldErrors> => check(form, proposal)
