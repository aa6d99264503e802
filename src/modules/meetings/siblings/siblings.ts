import { audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { isAhead } from '../meeting.ts'
import { type OpenMeeting, openMeeting } from '../meeting-access.ts'
import { mayCall } from '../meeting-policy.ts'
import { listSiblings, type Sibling } from '../people-store.ts'

export type MeetingSiblings = OpenMeeting & { groupId: string; siblings: readonly Sibling[] }

/**
 * The siblings who may share the meeting. It is a list of several children, so the request is about none of them:
 * each child's own meeting is then called in a request, and a transaction, of its own.
 */
export function openSiblings(
  deps: Deps,
  asking: Asking & { childId: undefined },
  childId: string,
  meetingId: string,
): Promise<Result<MeetingSiblings, Hidden | Misplaced>> {
  return audited(deps, 'meeting.siblings', asking, async (work) => {
    work.shown([childId])
    const opened = await openMeeting(work, childId, meetingId, mayCall)
    if (!opened.ok) return opened
    const { groupId } = opened.value.meeting
    if (!groupId || !isAhead(opened.value.meeting)) return refuse.notFound()
    const siblings = await listSiblings(work, childId, groupId)
    work.shown([childId, ...siblings.map(({ child }) => child.id)])
    return ok({ ...opened.value, groupId, siblings })
  })
}
