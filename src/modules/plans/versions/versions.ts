import { audited } from '#modules/audit'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { Hidden, Misplaced } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type Change, changesSince, occasions, type Part, partsAt } from '../plan.ts'
import { type OpenedPlan, openPlan } from '../plan-access.ts'
import { mayReadPlan } from '../plan-policy.ts'

/** A moment when something changed, as far as the reader may see: days, never numbers. */
export type Occasion = { at: Date; changes: readonly Change[] }
export type VersionsPage = OpenedPlan & {
  history: readonly Occasion[]
  /** The plan as it stood at the moment that was asked for. */
  then: { at: Date; parts: readonly Part[] } | undefined
  today: string
}

export function showVersions(
  deps: Deps,
  asking: AskingOfChild,
  wanted: string | undefined,
): Promise<Result<VersionsPage, Hidden | Misplaced>> {
  return audited(deps, 'plan.versions', asking, async (work): Promise<Result<VersionsPage, Hidden>> => {
    const opened = await openPlan(work, asking.childId, mayReadPlan, 'all')
    if (!opened.ok) return opened
    const { parts } = opened.value
    const moments = occasions(parts)
    const history = moments.map((at, place) => {
      const before = moments[place + 1]
      return { at, changes: before ? changesSince(parts, before, at) : [] }
    })
    const at = moments.find((moment) => String(moment.getTime()) === wanted)
    const then = at && { at, parts: partsAt(parts, at) }
    return ok({ ...opened.value, history, then, today: work.today })
  })
}
