import { audited, type Work } from '#modules/audit'
import { type KnownChild, openChild } from '#modules/children'
import { finishTasks, listWaitingFor } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayTellChild } from '../meeting-policy.ts'

/** What the one who is to tell the child needs: which child, and that it waits for them. */
export function openTell(deps: Deps, asking: AskingOfChild): Promise<Result<KnownChild, Hidden | Misplaced>> {
  return audited(deps, 'meeting.open-told', asking, async (work): Promise<Result<KnownChild, Hidden>> => {
    const known = await openChild(work, asking.childId, mayTellChild)
    if (!known.ok) return known
    return (await waits(work, asking.childId)) ? known : refuse.notFound()
  })
}

const waits = async (work: Work, childId: string): Promise<boolean> =>
  (await listWaitingFor(work, childId)).some(({ kind, mine }) => kind === 'tell_child' && mine)

/** The child has been told. Noted twice is once. */
export function noteTold(deps: Deps, asking: AskingOfChild): Promise<Result<'told', Hidden | Misplaced>> {
  return audited(deps, 'meeting.told-child', asking, async (work): Promise<Result<'told', Hidden>> => {
    const { childId } = asking
    const known = await openChild(work, childId, mayTellChild)
    if (!known.ok) return known
    const { engagementId } = work.actor
    if (engagementId) await finishTasks(work, { childId, kinds: ['tell_child'], engagementId })
    return ok('told')
  })
}
