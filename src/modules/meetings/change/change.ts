import { audited, type Work } from '#modules/audit'
import { addTask, finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { pastErrors } from '../call/call.form.ts'
import { askAgain, endMeeting, moveMeeting } from '../call-store.ts'
import { holdTime, releaseAllHolds } from '../hold-store.ts'
import { askUnit } from '../invite/invite-parties.ts'
import { callAgainBy, isAhead } from '../meeting.ts'
import { type OpenMeeting, openMeeting } from '../meeting-access.ts'
import { mayCall } from '../meeting-policy.ts'
import type { ChangeInput, NewTime } from './change.form.ts'

export function openChange(
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
): Promise<Result<OpenMeeting, Hidden | Misplaced>> {
  return audited(deps, 'meeting.open-change', asking, (work) => openForm(work, asking, meetingId))
}

async function openForm(
  work: Work,
  { childId }: AskingOfChild,
  meetingId: string,
): Promise<Result<OpenMeeting, Hidden>> {
  const opened = await openMeeting(work, childId, meetingId, mayCall)
  if (!opened.ok) return opened
  return isAhead(opened.value.meeting) ? opened : refuse.notFound()
}

type Answer = Result<'changed', Hidden | Declined<OpenMeeting, FieldErrors>>

/** Moves the meeting, or calls it off. Everybody who was asked is told, and asked anew. */
export function changeMeeting(
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
  input: Result<ChangeInput, FieldErrors>,
): Promise<Result<'changed', Hidden | Misplaced | Declined<OpenMeeting, FieldErrors>>> {
  return audited(deps, 'meeting.change', asking, async (work): Promise<Answer> => {
    const opened = await openMeeting(work, asking.childId, meetingId, mayCall)
    if (!opened.ok) return opened
    const { meeting } = opened.value
    if (meeting.state === 'held') return refuse.notFound()
    if (!input.ok) return refuse.invalid(opened.value, input.error)
    const { version, to } = input.value
    if (meeting.state === 'cancelled') return to ? refuse.conflict(opened.value) : ok('changed')
    return to ? move(work, opened.value, version, to) : callOff(work, opened.value, version)
  })
}

async function move(work: Work, now: OpenMeeting, seenVersion: number, to: NewTime): Promise<Answer> {
  const { meeting, parties } = now
  const { childId, id: meetingId } = meeting
  const startsAt = swedishMoment(to.day, to.time)
  const { minutes, place } = to
  if (startsAt <= work.at) return refuse.invalid(now, pastErrors)
  if (!(await moveMeeting(work, { childId, meetingId, seenVersion, startsAt, minutes, place })))
    return refuse.conflict(now)
  if (startsAt.getTime() === meeting.startsAt.getTime() && minutes === meeting.minutes) return ok('changed')

  await askAgain(work, childId, meetingId)
  await finishTasks(work, { childId, kinds: ['answer_invitation'], aboutId: meetingId })
  const moved = { id: meetingId, startsAt, minutes }
  for (const { engagementId, inside, part } of parties)
    if (engagementId && part && !inside) await askUnit(work, childId, moved, engagementId)
  for (const { unitId, engagementId } of await releaseAllHolds(work, childId, meetingId))
    await holdTime(work, { childId, meetingId, unitId, toEngagementId: engagementId, startsAt, minutes })
  return ok('changed')
}

async function callOff(work: Work, now: OpenMeeting, seenVersion: number): Promise<Answer> {
  const { childId, id: meetingId } = now.meeting
  if (!(await endMeeting(work, { childId, meetingId, seenVersion, state: 'cancelled' })))
    return refuse.conflict(now)
  await finishTasks(work, { childId, kinds: ['answer_invitation'], aboutId: meetingId })
  if (now.lead) {
    const { engagementId } = now.lead
    const dueOn = callAgainBy(work.today)
    await addTask(work, { childId, kind: 'call_meeting', engagementId, dueOn })
  }
  return ok('changed')
}
