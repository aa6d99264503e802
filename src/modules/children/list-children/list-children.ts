import { audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { Misplaced } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Child } from '../child.ts'
import { listMyChildren } from '../child-store.ts'

export type ChildList = {
  list: readonly Child[]
  /** The child that the next page begins after. */
  next: string | undefined
  family: boolean
  today: Day
}

/** The children that the person knows. A name narrows it; nothing else can be searched for. */
export function listChildren(
  deps: Deps,
  asking: Asking,
  wanted: { name: string | undefined; after: string | undefined },
): Promise<Result<ChildList, Misplaced>> {
  return audited(deps, 'children.list', asking, async (work) => {
    const { children, next } = await listMyChildren(work, wanted)
    work.shown(children.map(({ id }) => id))
    return ok({ list: children, next, family: work.actor.kind === 'family', today: work.today })
  })
}
