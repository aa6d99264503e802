import type { Work } from '#modules/audit'
import { type KnownChild, openChild, type Standing } from '#modules/children'
import { findResponsible, type Responsible } from '#modules/responsibility'
import { type Hidden, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Meeting, Party } from './meeting.ts'
import { findMeeting, listParties } from './meeting-store.ts'

/** A meeting with those invited, as far as the person who asks may know. */
export type OpenMeeting = {
  known: KnownChild
  meeting: Meeting
  parties: readonly Party[]
  lead: Responsible | undefined
}

/** How every use-case about a meeting begins. One that is barred for the person does not exist for them. */
export async function openMeeting(
  work: Work,
  childId: string,
  meetingId: string,
  may: (standing: Standing) => boolean,
): Promise<Result<OpenMeeting, Hidden>> {
  const known = await openChild(work, childId, may)
  if (!known.ok) return known
  work.about(meetingId)
  const meeting = await findMeeting(work, childId, meetingId)
  if (!meeting) return refuse.notFound()
  const [parties, lead] = await Promise.all([
    listParties(work, childId, meetingId),
    findResponsible(work, childId, 'best_interests_lead'),
  ])
  // The family knows its own child by name, marked as protected or not.
  const { person } = known.value.child
  const named = parties.map((party) => (party.role === 'child' ? { ...party, person } : party))
  return ok({ known: known.value, meeting, parties: named, lead })
}
