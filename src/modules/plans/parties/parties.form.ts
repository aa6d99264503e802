import { z } from 'zod'
import { check, type FieldErrors, submission } from '#shared/fields.ts'
import { one, type ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'
import type { PartyPart } from '#shared/schema.ts'

export type PartyChoice = { unitId: string; part: PartyPart }

export const partyField = (unitId: string) => `part-${unitId}`

/** How much each unit reads; a unit without an answer keeps what it has. */
export function readParties(
  form: ReadForm,
  unitIds: readonly string[],
): Result<readonly PartyChoice[], FieldErrors> {
  const read = check(form, z.object({ submission }))
  if (!read.ok) return read
  return ok(
    unitIds.flatMap((unitId) => {
      const part = one(form.typed, partyField(unitId))
      return part === 'whole' || part === 'own' ? [{ unitId, part }] : []
    }),
  )
}
