import { z } from 'zod'
import { check, type FieldErrors, idField, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const missing = 'Välj vem som ska vara Barnets bästa-ansvarig'

const schema = z.object({
  submission,
  /** The tenure that was read. */
  seen: idField('Ladda om sidan och skicka igen.'),
  who: idField(missing),
  why: told('Skriv varför, med några ord', 1000),
})

export type NameInput = z.output<typeof schema>

export const readName = (form: ReadForm): Result<NameInput, FieldErrors> => check(form, schema)

export const notThere: FieldErrors = { who: missing }
