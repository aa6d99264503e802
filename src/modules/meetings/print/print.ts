import { audited, type Work } from '#modules/audit'
import { type Child, isGrownUp } from '#modules/children'
import { findLanguage, listBars, listListeners } from '#modules/family'
import type { Responsible } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Language } from '#ui/languages.ts'
import { isAhead, type Meeting, type Party } from '../meeting.ts'
import { type OpenMeeting, openMeeting } from '../meeting-access.ts'
import { mayCall } from '../meeting-policy.ts'

/** The call to a meeting, for one who is invited in the family and has no account. */
export type InvitationOnPaper = {
  child: Child
  meeting: Meeting
  /** Who holds the paper. */
  party: Party
  others: readonly Party[]
  lead: Responsible | undefined
  /** What the reader has chosen to read in. */
  language: Language | undefined
  at: Date
}

type Printed = Result<InvitationOnPaper, Hidden>

export const printInvitation = (
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
  partyId: string | undefined,
): Promise<Result<InvitationOnPaper, Hidden | Misplaced>> =>
  audited(deps, 'meeting.print', asking, async (work): Promise<Printed> => {
    const opened = await openMeeting(work, asking.childId, meetingId, mayCall)
    if (!opened.ok) return opened
    const { known, meeting, parties } = opened.value
    const party = parties.find(({ id, role }) => id === partyId && role !== 'unit')
    // Where a protected child is must not be found by what lies on a table.
    const isSecret = known.child.person.kind !== 'visible'
    if (!party || isSecret || !isAhead(meeting)) return refuse.notFound()
    return forParty(work, opened.value, party)
  })

/** What a guardian may know; the child what is kept from nobody. */
async function forParty(
  work: Work,
  { known, meeting, parties, lead }: OpenMeeting,
  party: Party,
): Promise<Printed> {
  const { child, standing } = known
  const [listeners, bars] = await Promise.all([
    listListeners(work, child, standing.matterId),
    listBars(work, child.id),
  ])
  const isChild = party.role === 'child'
  const reader = listeners.find((one) => (isChild ? one.isChild : one.personId === party.person.id))
  if (!reader?.told || reader.barred || (isChild && isGrownUp(child, work.today))) return refuse.notFound()
  const theirs = bars.filter(({ personId }) => isChild || personId === reader.personId)
  const kept = new Set(theirs.flatMap(({ thingId }) => thingId ?? []))
  if (kept.has(meeting.id)) return refuse.notFound()
  const others = parties.filter(({ id, unitId }) => id !== party.id && !(unitId && kept.has(unitId)))
  const language = await findLanguage(work, child.id, isChild ? undefined : reader.personId)
  return ok({ child, meeting, party, others, lead, language, at: work.at })
}
