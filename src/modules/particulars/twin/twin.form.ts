import { z } from 'zod'
import { check, type FieldErrors, submission } from '#shared/fields.ts'
import { many, type ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'
import { named } from '../birth/birth.form.ts'

const twin = z.object({ submission }).extend(named.shape)

/** `said`: what the first child's wheel holds that is true of this one too. */
export type TwinInput = z.output<typeof twin> & { custody: readonly string[]; said: readonly string[] }

export function readTwin(form: ReadForm): Result<TwinInput, FieldErrors> {
  const read = check(form, twin)
  if (!read.ok) return read
  return ok({ ...read.value, custody: many(form.typed, 'custody'), said: many(form.typed, 'said') })
}
