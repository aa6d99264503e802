import { audited, type Work } from '#modules/audit'
import {
  type AtWork,
  findByLadder,
  findLeadAfterMe,
  findResponsible,
  findTurn,
  type LadderLead,
  type Responsible,
  type Turn,
} from '#modules/responsibility'
import { listWaitingFor, usesQuestions } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { WheelArea } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { Child, KnownChild, Standing } from '../child.ts'
import { openChild } from '../child-access.ts'
import { findMerged, findProtectedName, isTold } from '../child-store.ts'
import {
  findEarlier,
  findFacts,
  findOffer,
  keepsSomething,
  listNoticed,
  listTold,
  waitsForTheChild,
} from '../hub-store.ts'
import type { Facts, NoticedLine } from '../whereabouts.ts'

type Task = Awaited<ReturnType<typeof listWaitingFor>>[number]

/** The child's page, as the one who asks may see it. */
export type Hub = LeadHub | PartyHub | ColleagueHub | FamilyHub | Quiet

type About = { child: Child; today: Day }
type Carried = About & { standing: Standing; facts: Facts; tasks: readonly Task[] }

export type LeadHub = Carried & {
  side: 'lead'
  noticed: readonly NoticedLine[]
  /** Is told who and where a protected child is, and its name when that was asked for. */
  told: boolean
  protectedName: SealedText | undefined
  /** Where it goes on, when the record has ended as another child; and the records that have ended as this one. */
  mergedInto: string | undefined
  earlier: readonly string[]
  usesQuestions: boolean
  /** The child has told something that nobody reads: it is asked itself who may. */
  waitsForTheChild: boolean
}
export type PartyHub = Carried & {
  side: 'party'
  lead: Responsible | undefined
  told: readonly NoticedLine[]
  offerId: string | undefined
}
export type ColleagueHub = About & {
  side: 'colleague'
  noticed: readonly NoticedLine[]
  told: readonly NoticedLine[]
  /** A hand-over of the whole, which this unit is asked to take. */
  offerId: string | undefined
  /** The own unit carried the matter before, and keeps what it made. */
  keeps: boolean
  /** Was BBA, and another has become it who was asked for. */
  leadAfterMe: AtWork | undefined
}
/** `who` is said where it is read: in the reader's language. */
export type HubContact = { place: string; who: () => string; phone: string | undefined }
/** What a guardian has said yes to: to whom, about what and until when. */
type OwnYes = {
  consentId: string
  unitId: string
  unit: string
  areas: readonly WheelArea[]
  lastDay: Day
  /** The unit takes part now. Why not is never said: it may be somebody else's answer. */
  isRead: boolean
}
/** What a guardian has said yes to, and one contact on each place that takes part. */
export type FamilyShare = { yes: readonly OwnYes[]; contacts: readonly HubContact[] }

/**
 * Whom the plan says that one can call; what a guardian has said yes to, and who takes part through it. They know of the
 * child, and not the other way round: they are handed in.
 */
export type FromOthers = {
  contactsOf: (work: Work, childId: string) => Promise<readonly HubContact[]>
  shareOf: (work: Work, childId: string) => Promise<FamilyShare>
}

export type FamilyHub = About & {
  /** One contact on each place, as far as this person may see. */
  contacts: readonly HubContact[]
  /** A guardian's own; none on the child's page. */
  yes: readonly OwnYes[]
  side: 'family'
  isSelf: boolean
  facts: Facts
  lead: Responsible | undefined
  /** Another unit has been asked to take over, and has not answered: whose turn it is. */
  turn: Turn | undefined
}

/** Nothing is going on, or nothing that this person is to know: it is made of nothing that differs. */
export type Quiet = About & { side: 'quiet'; isSelf: boolean; turnTo: LadderLead | undefined }

/** What the person is to the child decides what the page is made of; nothing else is read. */
export const showChild = (
  deps: Deps,
  asking: AskingOfChild,
  others: FromOthers,
): Promise<Result<Hub, Hidden | Misplaced>> =>
  audited(deps, 'child.show', asking, async (work): Promise<Result<Hub, Hidden>> => {
    const known = await openChild(work, asking.childId, () => true)
    return known.ok ? ok(await hubOf(work, known.value, false, others)) : known
  })

/** The same page with a protected child's name on it, for those who are told. */
export const showChildsName = (
  deps: Deps,
  asking: AskingOfChild,
  others: FromOthers,
): Promise<Result<Hub, Hidden | Misplaced>> =>
  audited(deps, 'child.show-protected-name', asking, async (work): Promise<Result<Hub, Hidden>> => {
    const known = await openChild(work, asking.childId, ({ relation }) => relation === 'lead')
    if (known.ok && !(await isTold(work, asking.childId))) return refuse.notAllowed()
    return known.ok ? ok(await hubOf(work, known.value, true, others)) : known
  })

async function hubOf(work: Work, known: KnownChild, withName: boolean, others: FromOthers): Promise<Hub> {
  const { child, standing } = known
  const { today } = work
  switch (standing.relation) {
    case 'lead': {
      const noticed = await listNoticed(work, child.id)
      const told = child.person.kind === 'protected' && (await isTold(work, child.id))
      const protectedName = withName ? await findProtectedName(work, child.id) : undefined
      const earlier = await findEarlier(work, child.id)
      const mergedInto = child.provisional ? await findMerged(work, child.id) : undefined
      return {
        side: 'lead',
        ...(await carried(work, known)),
        ...{ noticed, told, protectedName, mergedInto, earlier },
        usesQuestions: await usesQuestions(work),
        waitsForTheChild: await waitsForTheChild(work, child.id),
      }
    }
    case 'party': {
      const lead = await findResponsible(work, child.id, 'best_interests_lead')
      const offerId = await findOffer(work, child.id)
      const told = await listTold(work, child.id)
      return { side: 'party', ...(await carried(work, known)), lead, told, offerId }
    }
    case 'colleague': {
      const noticed = standing.holdsFunction ? await listNoticed(work, child.id) : []
      const offerId = standing.holdsFunction ? await findOffer(work, child.id) : undefined
      const told = await listTold(work, child.id)
      return {
        side: 'colleague',
        child,
        today,
        noticed,
        told,
        offerId,
        keeps: await keepsSomething(work, child.id),
        leadAfterMe: await findLeadAfterMe(work, child.id),
      }
    }
    case 'guardian':
    case 'self':
      return familyHub(work, known, others)
  }
}

async function carried(work: Work, { child, standing }: KnownChild): Promise<Carried> {
  const [facts, tasks] = await Promise.all([
    findFacts(work, child.id, standing.matterId),
    listWaitingFor(work, child.id),
  ])
  return { child, standing, facts, tasks, today: work.today }
}

/** The family sees what it has been told of. Until then, and when it must not know, there is nothing to see. */
async function familyHub(
  work: Work,
  { child, standing }: KnownChild,
  { contactsOf, shareOf }: FromOthers,
): Promise<FamilyHub | Quiet> {
  const { today } = work
  const isSelf = standing.relation === 'self'
  const [facts, turn, turnTo, planned, share] = await Promise.all([
    findFacts(work, child.id, standing.matterId),
    findTurn(work, child.id),
    findByLadder(work, child),
    contactsOf(work, child.id),
    isSelf ? undefined : shareOf(work, child.id),
  ])
  const seesSomething = turn ?? facts.plan ?? facts.meeting ?? facts.consent
  return standing.open && seesSomething
    ? {
        side: 'family',
        child,
        today,
        isSelf,
        facts,
        contacts: [...planned, ...(share?.contacts ?? []).filter(isNew([...planned, turn?.lead]))],
        yes: share?.yes ?? [],
        lead: turn?.lead,
        turn: turn?.asked || turn?.lead.insteadOf ? turn : undefined,
      }
    : { side: 'quiet', child, today, isSelf, turnTo }
}

/** Takes part, and stands nowhere among those who are named already. */
const isNew = (named: readonly (HubContact | Responsible | undefined)[]) => {
  const places = new Set(named.map((one) => one && ('place' in one ? one.place : one.unitName)))
  return ({ place }: HubContact) => !places.has(place)
}
