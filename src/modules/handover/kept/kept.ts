import { audited } from '#modules/audit'
import { type Child, openChild, type Standing } from '#modules/children'
import { findHeldMeetings, type HeldMeeting } from '#modules/meetings'
import { findPlanHistory, type PlanHistory } from '#modules/plans'
import { findStatements, listNotes, type Note, type Spoken } from '#modules/wheel'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { worksWith } from '../handover-store.ts'

export type Kept = {
  child: Child
  plans: readonly PlanHistory[]
  meetings: readonly HeldMeeting[]
  /** What the own unit has written down in the wheel, whoever said it. */
  statements: readonly Spoken[]
  notes: readonly Note[]
  today: Day
}

/** Works with the child, and neither carries the matter nor takes part: the walls leave what the own unit made before. */
const mayReadKept = ({ relation }: Standing): boolean => relation === 'colleague'

/** What a unit made while it carried the matter, to read and not to change. */
export const showKept = (deps: Deps, asking: AskingOfChild): Promise<Result<Kept, Hidden | Misplaced>> =>
  audited(deps, 'handover.kept', asking, async (work): Promise<Result<Kept, Hidden>> => {
    const known = await openChild(work, asking.childId, mayReadKept)
    if (!known.ok) return known
    const plans = await findPlanHistory(work, asking.childId)
    const meetings = await findHeldMeetings(work, asking.childId)
    const works = await worksWith(work, asking.childId)
    const spoken = works ? await findStatements(work, asking.childId) : []
    const statements = spoken.filter(({ ours, byUnit }) => ours && byUnit)
    const notes = works ? await listNotes(work, asking.childId) : []
    if (plans.length + meetings.length + statements.length + notes.length === 0) return refuse.notAllowed()
    return ok({ child: known.value.child, plans, meetings, statements, notes, today: work.today })
  })
