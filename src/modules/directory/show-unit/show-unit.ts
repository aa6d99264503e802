import { audited } from '#modules/audit'
import { hasBegun } from '#modules/organisations'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { findContacts, findUnit, writesEntry } from '../directory-store.ts'
import type { Contact, DirectoryUnit, Writes } from '../entry.ts'
import { findTimes, findVersions, type OfferedTime, type Version } from '../entry-store.ts'

export type ShownUnit = {
  unit: DirectoryUnit
  contacts: readonly Contact[]
  times: readonly OfferedTime[]
  /** How the person may write for the unit. */
  writes: Writes | undefined
  /** It is somebody else's: one may ask. */
  isOther: boolean
  /** Both sides have begun with questions without a name. */
  begun: boolean
}

export function showUnit(
  deps: Deps,
  asking: Asking,
  unitId: string,
): Promise<Result<ShownUnit, Hidden | Misplaced>> {
  return audited(deps, 'directory.show', asking, async (work): Promise<Result<ShownUnit, Hidden>> => {
    if (work.actor.kind !== 'staff') return refuse.notAllowed()
    const unit = await findUnit(work, unitId)
    if (!unit) return refuse.notFound()
    work.about(unit.id)
    const [contacts, times, writes, begun] = await Promise.all([
      findContacts(work, [unit]),
      findTimes(work, unit.id),
      writesEntry(work, unit.id),
      hasBegun(work, 'unnamed_question', unit.id),
    ])
    return ok({
      unit,
      contacts: contacts.get(unit.id) ?? [],
      times,
      writes,
      isOther: unit.id !== work.actor.unitId,
      begun,
    })
  })
}

export type ShownVersions = { unit: DirectoryUnit; versions: readonly Version[] }

/** What the unit has said of itself before: for everybody at work. */
export function showVersions(
  deps: Deps,
  asking: Asking,
  unitId: string,
): Promise<Result<ShownVersions, Hidden | Misplaced>> {
  return audited(deps, 'directory.versions', asking, async (work): Promise<Result<ShownVersions, Hidden>> => {
    if (work.actor.kind !== 'staff') return refuse.notAllowed()
    const unit = await findUnit(work, unitId)
    if (!unit) return refuse.notFound()
    work.about(unit.id)
    return ok({ unit, versions: await findVersions(work, unit.id) })
  })
}
