import { audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { leadsUnit, listLoad, loadPerPage } from '../load-store.ts'
import type { Load } from '../task.ts'

export type Loads = { colleagues: readonly Load[]; page: number; more: boolean }

/** Whoever leads a unit sees how much each colleague there has: counts, and no child. */
export const showLoad = (
  deps: Deps,
  asking: Asking,
  page: number,
): Promise<Result<Loads, Hidden | Misplaced>> =>
  audited(deps, 'tasks.load', asking, async (work): Promise<Result<Loads, Hidden>> => {
    if (!(await leadsUnit(work))) return refuse.notAllowed()
    const colleagues = await listLoad(work, page)
    return ok({ colleagues: colleagues.slice(0, loadPerPage), page, more: colleagues.length > loadPerPage })
  })
