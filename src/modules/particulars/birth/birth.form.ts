import { z } from 'zod'
import { check, day, type FieldErrors, words } from '#shared/fields.ts'
import { many, type ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'

export const named = z.object({
  givenName: words('Skriv barnets förnamn', 100),
  familyName: words('Skriv barnets efternamn', 100),
})
const birth = named.extend({ bornOn: day('Skriv vilken dag barnet föddes') })

/** `custody`: those who have it, of whoever expected the child. */
export type BirthInput = z.output<typeof birth> & { custody: readonly string[] }

export function readBirth(form: ReadForm): Result<BirthInput, FieldErrors> {
  const read = check(form, birth)
  return read.ok ? ok({ ...read.value, custody: many(form.typed, 'custody') }) : read
}
