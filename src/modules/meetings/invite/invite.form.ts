import { z } from 'zod'
import { check, type FieldErrors } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'
import { readUnits, whoComes } from '../meeting-fields.ts'
import type { Chosen } from './invite-parties.ts'

const fields = z.object({
  ...whoComes,
  /** Units whose held time is let go. */
  release: whoComes.holds,
})

export type InviteInput = Chosen & { release: readonly string[] }

export function readInvite(form: ReadForm): Result<InviteInput, FieldErrors> {
  const read = check(form, fields)
  return read.ok ? ok({ ...read.value, units: readUnits(form.typed, read.value.units) }) : read
}
