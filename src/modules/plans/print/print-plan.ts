import { audited } from '#modules/audit'
import { findUnit } from '#modules/organisations'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { ownPartOf } from '../plan.ts'
import { mayCarryPlan } from '../plan-policy.ts'
import { readWholePlan, type ShownPlan } from '../show/show-plan.ts'

export type PlanOnPaper = ShownPlan & {
  plan: NonNullable<ShownPlan['plan']>
  /** Who holds the paper. */
  readerName: string
  own: boolean
  at: Date
}

/**
 * What the reader may see, as on the page. Those who carry the matter can also print the part of one unit, for somebody
 * there who has no account.
 */
export function printPlan(
  deps: Deps,
  asking: AskingOfChild,
  unitId: string | undefined,
): Promise<Result<PlanOnPaper, Hidden | Misplaced>> {
  return audited(deps, 'plan.print', asking, async (work): Promise<Result<PlanOnPaper, Hidden>> => {
    const [read, unit] = await Promise.all([
      readWholePlan(work, asking.childId),
      unitId ? findUnit(work, unitId) : undefined,
    ])
    if (!read.ok) return read
    const { plan, known } = read.value
    if (!plan) return refuse.notFound()
    const shared = { ...read.value, plan, at: work.at }
    if (!unitId) return ok({ ...shared, readerName: work.actor.name, own: known.standing.part === 'own' })
    if (!unit || !mayCarryPlan(known.standing)) return refuse.notAllowed()
    const parts = ownPartOf(read.value.parts, unitId)
    return ok({ ...shared, parts, agreements: [], readerName: unit.name, own: true })
  })
}
