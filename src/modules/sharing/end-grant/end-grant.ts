import { audited } from '#modules/audit'
import { openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { GrantKind } from '#shared/schema.ts'
import { mayEnd } from '../consent-policy.ts'
import { endGrant, findGrant, unassignUnit } from '../grant-store.ts'

/** Ends what was shared before its time: a unit's part, or one item. The log of what was read stays. */
export function endSharing(
  deps: Deps,
  asking: AskingOfChild & { grantId: string },
): Promise<Result<GrantKind, Hidden | Misplaced>> {
  return audited(deps, 'grant.end', asking, async (work): Promise<Result<GrantKind, Hidden>> => {
    const { childId, grantId } = asking
    const known = await openChild(work, childId, mayEnd)
    if (!known.ok) return known
    work.about(grantId)
    const grant = await findGrant(work, childId, grantId)
    if (!grant) return refuse.notFound()
    await endGrant(work, { childId, grantId })
    if (grant.unitId) await unassignUnit(work, { childId, unitId: grant.unitId })
    return ok(grant.kind)
  })
}
