import { audited } from '#modules/audit'
import { type Child, openChild, type Relation } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { Hidden, Misplaced } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { PlanEvent } from '../timeline.ts'
import { mayReadTimeline } from '../timeline-policy.ts'
import { listEvents } from '../timeline-store.ts'

export type Timeline = { child: Child; relation: Relation; events: readonly PlanEvent[] }

/** The plan's own events; no chronology of a life. */
export const showTimeline = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<Timeline, Hidden | Misplaced>> =>
  audited(deps, 'timeline.show', asking, async (work): Promise<Result<Timeline, Hidden>> => {
    const known = await openChild(work, asking.childId, mayReadTimeline)
    if (!known.ok) return known
    const { child, standing } = known.value
    return ok({ child, relation: standing.relation, events: await listEvents(work, child.id) })
  })
