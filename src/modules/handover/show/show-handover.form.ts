import { z } from 'zod'
import { check, type FieldErrors, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'
import type { SealedText } from '#shared/sealed.ts'

const schema = z.object({ answer: told('Skriv med en mening varför ni skickar tillbaka', 1000) })

export const readSendBack = (form: ReadForm): Result<{ answer: SealedText }, FieldErrors> =>
  check(form, schema)
