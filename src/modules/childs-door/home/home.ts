import { audited } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { findResponsible, type Responsible } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { Hidden, Misplaced } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayOpenHome } from '../door-policy.ts'
import { hasPlan } from '../door-store.ts'
import { readBy } from '../message.ts'

export type Home = { child: Child; hasPlan: boolean; lead: Responsible | undefined; readBy: Day }

/** Where the child begins, and where every other address leads while an adult has handed it the device. */
export const openHome = (deps: Deps, asking: AskingOfChild): Promise<Result<Home, Hidden | Misplaced>> =>
  audited(deps, 'childs-door.home', asking, async (work): Promise<Result<Home, Hidden>> => {
    const known = await openChild(work, asking.childId, mayOpenHome)
    if (!known.ok) return known
    const [plan, lead] = await Promise.all([
      hasPlan(work, asking.childId),
      findResponsible(work, asking.childId, 'best_interests_lead'),
    ])
    return ok({ child: known.value.child, hasPlan: plan, lead, readBy: readBy(work.today) })
  })
