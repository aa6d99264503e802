import { audited, type Work } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Engagement } from '../session.ts'
import { actFor, listMyEngagements, listUnsigned } from '../session-store.ts'

/** The places to choose between. Families act for themselves. */
export function openUnits(
  deps: Deps,
  asking: Asking,
): Promise<Result<{ engagements: Engagement[]; unsigned: boolean }, Hidden | Misplaced>> {
  return audited(deps, 'session.choose-unit', asking, async (work) => {
    const places = await myPlaces(work)
    if (!places.ok) return places
    const unsigned = await listUnsigned(work)
    return ok({ engagements: places.value, unsigned: unsigned.length > 0 })
  })
}

async function myPlaces(work: Work): Promise<Result<Engagement[], Hidden>> {
  return work.actor.kind === 'staff' ? ok(await listMyEngagements(work)) : refuse.notAllowed()
}

/** From now on the session acts for another place, in every tab: forms made for the first one are not taken. */
export function switchUnit(
  deps: Deps,
  asking: Asking,
  engagementId: string,
): Promise<Result<'switched', Hidden | Misplaced>> {
  return audited(deps, 'session.switch-unit', asking, async (work) => {
    const places = await myPlaces(work)
    if (!places.ok) return places
    if (!places.value.some(({ id }) => id === engagementId)) return refuse.notFound()
    await actFor(work, asking.session, engagementId)
    work.about(engagementId)
    return ok('switched')
  })
}
