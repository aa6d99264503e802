import { audited, type Work } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { findContacts, findUnit, writesEntry } from '../directory-store.ts'
import type { Contact, DirectoryUnit, Writes } from '../entry.ts'
import { mayWriteEntry } from '../entry-policy.ts'
import { addEntry } from '../entry-store.ts'
import type { WriteEntryInput } from './write-entry.form.ts'

/** What the form stands on. */
export type Written = { unit: DirectoryUnit; contacts: readonly Contact[]; writes: Writes | undefined }

async function openUnit(work: Work, unitId: string): Promise<Result<Written, Hidden>> {
  const writes = await writesEntry(work, unitId)
  if (!mayWriteEntry({ writes })) return refuse.notAllowed()
  const unit = await findUnit(work, unitId)
  if (!unit) return refuse.notFound()
  work.about(unit.id)
  return ok({ unit, contacts: (await findContacts(work, [unit])).get(unit.id) ?? [], writes })
}

export const openWriteEntry = (
  deps: Deps,
  asking: Asking,
  unitId: string,
): Promise<Result<Written, Hidden | Misplaced>> =>
  audited(deps, 'directory.open-write', asking, (work) => openUnit(work, unitId))

/** A new version of what the unit says of itself; the old ones are kept. */
export function writeEntry(
  deps: Deps,
  asking: Asking,
  unitId: string,
  input: Result<WriteEntryInput, FieldErrors>,
): Promise<Result<'written', Hidden | Misplaced | Declined<Written, FieldErrors>>> {
  type Answer = Result<'written', Hidden | Declined<Written, FieldErrors>>
  return audited(deps, 'directory.write', asking, async (work): Promise<Answer> => {
    const opened = await openUnit(work, unitId)
    if (!opened.ok) return opened
    if (!input.ok) return refuse.invalid(opened.value, input.error)
    const { version } = input.value
    const now = opened.value.unit.entry?.version ?? 0
    // A version further on is tried too: it is the same form, sent twice, or somebody else's.
    const proposal = opened.value.writes === 'proposes'
    if (version > now || !(await addEntry(work, unitId, { ...input.value, proposal })))
      return refuse.conflict(opened.value)
    return ok('written')
  })
}
