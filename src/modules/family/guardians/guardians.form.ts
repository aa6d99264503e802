import { z } from 'zod'
import { check, choice, type FieldErrors, mayTell, submission, words } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const guardian = z.object({
  submission,
  givenName: words('Skriv förnamnet', 100),
  familyName: words('Skriv efternamnet', 100),
  called: words('Skriv vad barnet säger, till exempel mamma', 40),
  source: choice(['register', 'guardian', 'other'], 'Välj hur ni vet det'),
  phone: mayTell(30),
})

export type GuardianInput = z.output<typeof guardian>

export const readGuardian = (form: ReadForm): Result<GuardianInput, FieldErrors> => check(form, guardian)
