import { audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Coming, Mark } from '../task.ts'
import { listComing } from '../workday-store.ts'

export type Dates = { coming: readonly Coming[]; next: Mark | undefined }

/** The days that come, of the person's own children and where they are invited. */
export const listDates = (
  deps: Deps,
  asking: Asking,
  after: Mark | undefined,
): Promise<Result<Dates, Hidden | Misplaced>> =>
  audited(deps, 'tasks.dates', asking, async (work): Promise<Result<Dates, Hidden>> => {
    if (work.actor.kind !== 'staff') return refuse.notAllowed()
    const { rows, next } = await listComing(work, after)
    work.shown(rows.map(({ childId }) => childId))
    return ok({ coming: rows, next })
  })
