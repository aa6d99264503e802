import { audited, type Work } from '#modules/audit'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { listHoldsOf, type MeetingHold, releaseAllHolds } from '../hold-store.ts'
import { isAhead } from '../meeting.ts'
import { type OpenMeeting, openMeeting } from '../meeting-access.ts'
import { mayCall } from '../meeting-policy.ts'
import type { InviteInput } from './invite.form.ts'
import { type Candidates, inviteParties, listCandidates } from './invite-parties.ts'

export type InviteForm = OpenMeeting & { candidates: Candidates; holds: readonly MeetingHold[] }

export function openInvite(
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
): Promise<Result<InviteForm, Hidden | Misplaced>> {
  return audited(deps, 'meeting.open-invite', asking, (work) => openForm(work, asking, meetingId))
}

async function openForm(
  work: Work,
  { childId }: AskingOfChild,
  meetingId: string,
): Promise<Result<InviteForm, Hidden>> {
  const opened = await openMeeting(work, childId, meetingId, mayCall)
  if (!opened.ok) return opened
  const { known, parties, meeting } = opened.value
  if (!isAhead(meeting)) return refuse.notFound()
  const [all, holds] = await Promise.all([
    listCandidates(work, known, parties),
    listHoldsOf(work, childId, meetingId),
  ])
  const waiting = all.waiting.filter(({ unitId }) => !holds.some((hold) => hold.unitId === unitId))
  return ok({ ...opened.value, candidates: { ...all, waiting }, holds })
}

type Answer = Result<'invited', Hidden | Declined<InviteForm, FieldErrors>>

/** Asks more people to come, holds times and lets them go. */
export function invite(
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
  input: Result<InviteInput, FieldErrors>,
): Promise<Result<'invited', Hidden | Misplaced | Declined<InviteForm, FieldErrors>>> {
  return audited(deps, 'meeting.invite', asking, async (work): Promise<Answer> => {
    const form = await openForm(work, asking, meetingId)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { known, meeting, candidates } = form.value
    for (const unitId of input.value.release) await releaseAllHolds(work, asking.childId, meetingId, unitId)
    await inviteParties(work, known.child, meeting, candidates, input.value)
    return ok('invited')
  })
}
