import { audited, type Work } from '#modules/audit'
import { type KnownChild, openChild } from '#modules/children'
import { addEvent } from '#modules/responsibility'
import { listAskable } from '#modules/sharing'
import { finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { addMeeting } from '../call-store.ts'
import { type Candidates, inviteParties, listCandidates } from '../invite/invite-parties.ts'
import { mayCall } from '../meeting-policy.ts'
import { isSiblingsMeeting } from '../people-store.ts'
import { type CallInput, pastErrors } from './call.form.ts'

export type CallForm = { known: KnownChild; candidates: Candidates }
type Answer = Result<Called, Hidden | Declined<CallForm, FieldErrors>>
export type Called = { meetingId: string; withSiblings: boolean }

export function openCall(deps: Deps, asking: AskingOfChild): Promise<Result<CallForm, Hidden | Misplaced>> {
  return audited(deps, 'meeting.open-call', asking, (work) => openForm(work, asking))
}

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<CallForm, Hidden>> {
  const known = await openChild(work, childId, mayCall)
  if (!known.ok) return known
  return ok({ known: known.value, candidates: await listCandidates(work, known.value) })
}

/** Calls the meeting, and asks those who may come. */
export function call(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<CallInput, FieldErrors>,
): Promise<Result<Called, Hidden | Misplaced | Declined<CallForm, FieldErrors>>> {
  return audited(deps, 'meeting.call', asking, async (work): Promise<Answer> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    const { known, candidates } = form.value
    const { matterId } = known.standing
    if (!matterId) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { submission: id, group, siblings, ...said } = input.value
    const startsAt = swedishMoment(said.day, said.time)
    const called = { meetingId: id, withSiblings: siblings !== undefined }
    work.about(id)
    if (startsAt <= work.at) return refuse.invalid(form.value, pastErrors)
    if (group && !(await isSiblingsMeeting(work, asking.childId, group))) return refuse.notFound()

    const { childId } = asking
    const meeting = { childId, id, matterId, startsAt, minutes: said.minutes, place: said.place }
    const { purpose: words, support, supportMore, wants, doesNotWant } = said
    const added = await addMeeting(work, {
      ...meeting,
      groupId: group ?? (siblings && id),
      purpose: { words, support, supportMore },
      wishes: { wants, doesNotWant },
    })
    if (!added) return ok(called)
    await inviteParties(work, known.child, meeting, candidates, said)
    await addEvent(work, { childId, matterId, kind: 'meeting_called', aboutId: id })
    // Where no other unit has begun there is nobody to ask the family about.
    const asks = (await listAskable(work)).length > 0
    await finishTasks(work, { childId, kinds: asks ? ['call_meeting'] : ['call_meeting', 'ask_consent'] })
    return ok(called)
  })
}
