import { audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Mark, OfOthers } from '../task.ts'
import { listOfOthers } from '../workday-store.ts'

export type Others = { waiting: readonly OfOthers[]; next: Mark | undefined }

/** What waits for others, about the children that the person is responsible for. */
export const listOthers = (
  deps: Deps,
  asking: Asking,
  after: Mark | undefined,
): Promise<Result<Others, Hidden | Misplaced>> =>
  audited(deps, 'tasks.others', asking, async (work): Promise<Result<Others, Hidden>> => {
    if (work.actor.kind !== 'staff') return refuse.notAllowed()
    const { rows, next } = await listOfOthers(work, after)
    work.shown(rows.map(({ childId }) => childId))
    return ok({ waiting: rows, next })
  })
