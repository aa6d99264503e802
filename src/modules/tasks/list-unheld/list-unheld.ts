import { z } from 'zod'
import { audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { listUnheld, type Unheld } from './unheld-store.ts'

export type UnheldList = { unheld: readonly Unheld[]; next: string | undefined; today: Day }

/** Where the list goes on: random ids. */
const mark = z.tuple([z.uuid(), z.uuid()])
export function readPlace(text = ''): readonly [childId: string, engagementId: string] | undefined {
  const read = mark.safeParse(text.split('.'))
  return read.success ? read.data : undefined
}

/** The children that somebody away has, has left, or whose unit has closed, and that the person now takes: names only. */
export const openUnheld = (
  deps: Deps,
  asking: Asking,
  after: ReturnType<typeof readPlace>,
): Promise<Result<UnheldList, Hidden | Misplaced>> =>
  audited(deps, 'tasks.list-unheld', asking, async (work): Promise<Result<UnheldList, Hidden>> => {
    if (work.actor.kind !== 'staff') return refuse.notAllowed()
    const { unheld, next } = await listUnheld(work, after)
    work.shown(unheld.map(({ childId }) => childId))
    return ok({ unheld, next: next?.join('.'), today: work.today })
  })
