import { z } from 'zod'
import { check, type FieldErrors, mayTell, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const importantAdult = z.object({
  submission,
  name: told('Skriv vad personen heter', 100),
  relation: told('Skriv vem det är för barnet, till exempel mormor eller tränare', 100),
  phone: mayTell(30),
})

export type ImportantAdultInput = z.output<typeof importantAdult>

export const readImportantAdult = (form: ReadForm): Result<ImportantAdultInput, FieldErrors> =>
  check(form, importantAdult)
