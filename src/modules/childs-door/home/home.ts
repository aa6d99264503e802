import { audited } from '#modules/audit'
import { type Bright, findBright } from '#modules/bright'
import { type Child, openChild } from '#modules/children'
import { type ReadMeeting, readChildsMeeting } from '#modules/meetings'
import { listOccasions, type Occasion } from '#modules/participation'
import { findResponsible, type Responsible } from '#modules/responsibility'
import { readBy } from '#modules/tasks'
import { findLeftUnread, type LeftUnread } from '#modules/wheel'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { Hidden, Misplaced } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayOpenHome } from '../door-policy.ts'
import { hasPlan } from '../door-store.ts'
import { findLastMeeting, findNext, type LastMeeting, type Next } from '../next-store.ts'

/** `occasions`: the meetings and follow-ups that the child is asked about. */
export type Home = {
  child: Child
  hasPlan: boolean
  bright: readonly Bright[]
  next: Next | undefined
  lastMeeting: LastMeeting | undefined
  lead: Responsible | undefined
  readBy: Day
  occasions: readonly Occasion[]
  /** What it has told an adult who is gone, for it to say who may read it instead. */
  left: readonly LeftUnread[]
  /** The meeting that a paper opened. */
  onPaper: ReadMeeting | undefined
}

/** Where the child begins, and where every other address leads beside an adult and with a paper. */
export const openHome = (deps: Deps, asking: AskingOfChild): Promise<Result<Home, Hidden | Misplaced>> =>
  audited(deps, 'childs-door.home', asking, async (work): Promise<Result<Home, Hidden>> => {
    const known = await openChild(work, asking.childId, mayOpenHome)
    if (!known.ok) return known
    const { paperMeetingId } = work.actor
    const meeting = paperMeetingId && (await readChildsMeeting(work, asking.childId, paperMeetingId))
    if (meeting && !meeting.ok) return meeting
    const [plan, bright, next, lastMeeting, lead, occasions, left] = await Promise.all([
      hasPlan(work, asking.childId),
      findBright(work, asking.childId),
      findNext(work, asking.childId),
      meeting ? undefined : findLastMeeting(work, asking.childId),
      findResponsible(work, asking.childId, 'best_interests_lead'),
      meeting ? [] : listOccasions(work, asking.childId),
      findLeftUnread(work, asking.childId),
    ])
    const onPaper = meeting ? meeting.value : undefined
    const { child } = known.value
    const by = readBy(work.today)
    return ok({ child, hasPlan: plan, bright, next, lastMeeting, lead, occasions, left, readBy: by, onPaper })
  })
