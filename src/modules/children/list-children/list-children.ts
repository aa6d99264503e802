import { audited } from '#modules/audit'
import { type EarlierSignIns, findSignIns } from '#modules/identity'
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
  /** For the family, who begin here. */
  signIns: EarlierSignIns | undefined
}

/** The children that the person knows. A name narrows it; nothing else can be searched for. */
export function listChildren(
  deps: Deps,
  asking: Asking,
  wanted: { name: string | undefined; after: string | undefined },
): Promise<Result<ChildList, Misplaced>> {
  return audited(deps, 'children.list', asking, async (work) => {
    const family = work.actor.kind === 'family'
    const [{ children, next }, signIns] = await Promise.all([
      listMyChildren(work, wanted),
      family ? findSignIns(work, asking) : undefined,
    ])
    work.shown(children.map(({ id }) => id))
    return ok({ list: children, next, family, today: work.today, signIns })
  })
}

/** Somebody looks for a name: what is found, the list itself tells. */
export const askForName = (deps: Deps, asking: Asking): Promise<Result<'asked', Misplaced>> =>
  audited(deps, 'children.list', asking, async () => ok('asked'))
