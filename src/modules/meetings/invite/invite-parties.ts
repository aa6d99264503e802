import type { Work } from '#modules/audit'
import type { Child, KnownChild } from '#modules/children'
import { type Listener, listListeners } from '#modules/family'
import { type Colleague, listColleagues } from '#modules/organisations'
import { findResponsible, type Responsible } from '#modules/responsibility'
import { findPartyUnits, letIn, type PartyUnit, partFor } from '#modules/sharing'
import { addTask } from '#modules/tasks'
import type { SealedText } from '#shared/sealed.ts'
import { addParty } from '../call-store.ts'
import { holdTime, releaseAllHolds } from '../hold-store.ts'
import { answerBy, type Meeting, type Party } from '../meeting.ts'
import type { ChosenUnit } from '../meeting-fields.ts'
import { listWaitingUnits, type WaitingUnit } from '../people-store.ts'

/** Everybody who may be asked to come. Of a guardian from whom everything is barred there is no trace. */
export type Candidates = {
  lead: Responsible
  /** The child, when it is not invited already. */
  child: boolean
  guardians: readonly Listener[]
  colleagues: readonly Colleague[]
  /** Units that everybody has said yes to. */
  units: readonly PartyUnit[]
  /** Units whose consent is awaited: a time may be held there, without the child's name. */
  waiting: readonly WaitingUnit[]
}

/** Those who may be asked, except those who are. */
export async function listCandidates(
  work: Work,
  { child, standing }: KnownChild,
  invited: readonly Party[] = [],
): Promise<Candidates> {
  const childId = child.id
  const lead = await findResponsible(work, childId, 'best_interests_lead')
  if (!lead) throw new Error('an open matter without a lead')
  const [listeners, colleagues, units, waiting] = await Promise.all([
    listListeners(work, child, standing.matterId),
    listColleagues(work, lead.unitId),
    findPartyUnits(work, childId),
    listWaitingUnits(work, childId),
  ])
  const has = (key: 'unitId' | 'engagementId', id: string) => invited.some((party) => party[key] === id)
  const agreed = units.filter(({ contact, unitId }) => contact !== undefined && unitId !== lead.unitId)
  return {
    lead,
    child: !invited.some(({ role }) => role === 'child'),
    guardians: listeners.filter(
      ({ isChild, barred, personId }) =>
        !isChild && !barred && !invited.some(({ person }) => person.id === personId),
    ),
    colleagues: colleagues.filter(
      (one) => one.engagementId !== lead.engagementId && !has('engagementId', one.engagementId),
    ),
    units: agreed.filter(({ unitId }) => !has('unitId', unitId)),
    waiting: waiting.filter(({ unitId }) => !agreed.some((unit) => unit.unitId === unitId)),
  }
}

export type Chosen = {
  child?: 'ja' | undefined
  guardians: readonly string[]
  colleagues: readonly string[]
  units: readonly ChosenUnit[]
  holds: readonly string[]
  prepareFamily: SealedText | undefined
}

type Time = Pick<Meeting, 'id' | 'startsAt' | 'minutes'>

/** Invites those who were chosen among those who may be. Whoever is not among them is left out. */
export async function inviteParties(
  work: Work,
  child: Child,
  meeting: Time,
  candidates: Candidates,
  chosen: Chosen,
): Promise<void> {
  const to = { childId: child.id, meetingId: meeting.id }
  const prepare = chosen.prepareFamily
  if (chosen.child && candidates.child) await addParty(work, { ...to, isChild: true, prepare })
  for (const { personId, called, told } of candidates.guardians)
    if (told && personId && chosen.guardians.includes(personId))
      await addParty(work, { ...to, personId, isChild: false, called, prepare })
  for (const { engagementId } of candidates.colleagues)
    if (chosen.colleagues.includes(engagementId))
      await addParty(work, { ...to, unitId: candidates.lead.unitId, engagementId, isChild: false })
  for (const unit of candidates.units) {
    const said = chosen.units.find(({ unitId }) => unitId === unit.unitId)
    if (said) await inviteUnit(work, child, meeting, unit, said)
  }
  await holdTimes(work, child, meeting, candidates, chosen)
}

async function inviteUnit(work: Work, child: Child, meeting: Time, unit: PartyUnit, said: ChosenUnit) {
  const { unitId, contact } = unit
  if (!contact) return
  const { engagementId } = contact
  if (!unit.grantId) {
    const part = said.part ?? partFor(unit.secrecyKind)
    if (!(await letIn(work, { childId: child.id, unitId, part, contactEngagementId: engagementId }))) return
  }
  const { prepare } = said
  const to = { childId: child.id, meetingId: meeting.id }
  const partyId = await addParty(work, { ...to, unitId, engagementId, isChild: false, prepare })
  if (partyId) await askUnit(work, child.id, meeting, engagementId)
  await releaseAllHolds(work, child.id, meeting.id, unitId)
}

/** Puts the invitation on the list of the one in the unit. */
export const askUnit = (work: Work, childId: string, meeting: Time, engagementId: string): Promise<void> =>
  addTask(work, {
    childId,
    kind: 'answer_invitation',
    engagementId,
    aboutId: meeting.id,
    dueOn: answerBy(work.today, meeting.startsAt),
  })

async function holdTimes(
  work: Work,
  child: Child,
  meeting: Time,
  { waiting }: Candidates,
  { holds }: Chosen,
): Promise<void> {
  const { startsAt, minutes } = meeting
  for (const { unitId, holderEngagementId } of waiting)
    if (holderEngagementId && holds.includes(unitId))
      await holdTime(work, {
        childId: child.id,
        meetingId: meeting.id,
        unitId,
        toEngagementId: holderEngagementId,
        startsAt,
        minutes,
      })
}
