import { audited, type Work } from '#modules/audit'
import { type Child, findMerged, openChild } from '#modules/children'
import { addEvent, closeMatter, endPending, findResponsible, openMatter } from '#modules/responsibility'
import { addTask, finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayReceive } from '../noticing-policy.ts'
import { decideReceived, findAround, findReceived, markOpened } from '../receive-store.ts'
import {
  type Around,
  endingOf,
  isConsultation,
  needsChild,
  nextStepBy,
  type Place,
  type Received,
  type Way,
  waysFor,
} from '../received.ts'
import { becomeNew, matchKnown, type PlaceToGo, placesFor, proposals } from './match.ts'
import type { ReceiveInput } from './receive.form.ts'

export type ReceiveForm = {
  child: Child
  received: Received
  ways: readonly Way[]
  /** Children I know whose names are among the words; for a child that is only described. */
  proposed: readonly Child[]
  /** Where a child that is new here may go. */
  places: readonly PlaceToGo[]
}

type About = AskingOfChild & { itemId: string }
type Opened = Result<ReceiveForm, Hidden | Misplaced>
export type Decision = { decision: Way; childId: string; known: boolean }
type Decided = Result<Decision, Hidden | Misplaced | Declined<ReceiveForm, FieldErrors>>

/** Opens what came to the BBA function. `name`: more words to look for among the children one knows. */
export const openReceived = (deps: Deps, asking: About, name = ''): Promise<Opened> =>
  audited(deps, 'noticing.read', asking, async (work): Promise<Result<ReceiveForm, Hidden>> => {
    const opened = await load(work, asking)
    if (!opened.ok) return opened
    const { form } = opened.value
    if (!form.received.isOpened && !form.received.decided)
      await markOpened(work, asking.childId, asking.itemId)
    return ok({ ...form, ...(await toMatch(work, form, name)) })
  })

/** Somebody has read the good news, and nothing waits any more. Twice is once. */
export const goodNewsIsRead = (deps: Deps, asking: About): Promise<Result<'read', Hidden | Misplaced>> =>
  audited(deps, 'noticing.read-good-news', asking, async (work): Promise<Result<'read', Hidden>> => {
    const opened = await load(work, asking)
    if (!opened.ok) return opened
    if (!opened.value.form.received.goodNews) return refuse.notFound()
    const { childId, itemId } = asking
    await markOpened(work, childId, itemId)
    await finishTasks(work, { childId, kinds: ['read_good_news'], aboutId: itemId })
    return ok('read')
  })

type Loaded = { form: ReceiveForm; around: Around }

async function load(work: Work, { childId, itemId }: About): Promise<Result<Loaded, Hidden>> {
  const known = await openChild(work, childId, mayReceive)
  if (!known.ok) return known
  const { child, standing } = known.value
  const received = await findReceived(work, childId, itemId)
  if (!received || !(standing.isLeadInPerson || received.unitId === work.actor.unitId))
    return refuse.notFound()
  work.about(itemId)
  const around = await findAround(work, childId, received.matterId, itemId)
  return ok({ form: { child, received, ways: waysFor(child, received, around), ...nothingToMatch }, around })
}

const nothingToMatch = { proposed: [], places: [] }

/** Whom a described child may be, or where it goes if it is new. */
async function toMatch(work: Work, { child, received }: ReceiveForm, name: string) {
  if (!child.provisional || received.decided || isConsultation(child, received)) return nothingToMatch
  const places = await placesFor(work)
  const proposed = await proposals(work, child, received, name)
  work.shown(proposed.map(({ id }) => id))
  return { proposed, places }
}

/** Decides what becomes of it, once. A described child is first matched, if something is to begin. */
export function decide(
  deps: Deps,
  asking: About,
  input: Result<ReceiveInput, FieldErrors>,
): Promise<Decided> {
  return audited(deps, 'noticing.decide', asking, async (work): Promise<Decided> => {
    const loaded = await load(work, asking)
    if (!loaded.ok) return loaded
    const { form, around } = loaded.value
    const { child, received, ways } = form
    const again = async (errors: FieldErrors) =>
      refuse.invalid({ ...form, ...(await toMatch(work, form, '')) }, errors)
    if (!input.ok) return received.decided ? refuse.conflict(form) : again(input.error)
    const { decision } = input.value
    if (received.decided) return decidedAlready(work, form, decision)
    if (!ways.includes(decision)) return again({ decision: 'Välj vad du gör nu' })

    const here: Place = { ...asking, matterId: received.matterId, around }
    const place = await placeOf(work, form, here, input.value)
    if (!place.ok) return again(place.error)
    const failed = await carryOut(work, place.value, input.value)
    if (failed) return again(failed)
    return ok({ decision, childId: place.value.childId, known: !child.provisional || place.value.named })
  })
}

/** Sent twice it is one; somebody else's decision stands. */
async function decidedAlready(work: Work, form: ReceiveForm, decision: Way): Promise<Decided> {
  const { child, received } = form
  if (!received.decided?.byMe) return refuse.conflict(form)
  if (received.decided.decision === decision)
    return ok({ decision, childId: child.id, known: !child.provisional })
  const merged = received.decided.decision === 'matched' ? await findMerged(work, child.id) : undefined
  return merged ? ok({ decision, childId: merged, known: true }) : refuse.conflict(form)
}

type Placed = Place & { named: boolean }

async function placeOf(
  work: Work,
  { child, received }: ReceiveForm,
  here: Place,
  { decision, child: chosen }: ReceiveInput,
): Promise<Result<Placed, FieldErrors>> {
  if (!child.provisional || decision === 'sent_back' || isConsultation(child, received))
    return ok({ ...here, named: false })
  if (chosen === undefined)
    return needsChild(decision)
      ? refuseField('child', 'Välj vilket barn det gäller')
      : ok({ ...here, named: false })
  if (typeof chosen !== 'string') {
    await becomeNew(work, here.childId, chosen)
    return ok({ ...here, named: true })
  }
  const place = await matchKnown(work, here, received, chosen)
  return place ? ok({ ...place, named: true }) : refuseField('child', 'Välj vilket barn det gäller')
}

const refuseField = (name: string, text: string): Result<never, FieldErrors> => ({
  ok: false,
  error: { [name]: text },
})

/** Does what was decided. The errors say what came between. */
async function carryOut(
  work: Work,
  { childId, itemId, around, ...place }: Place,
  { decision, why }: ReceiveInput,
): Promise<FieldErrors | undefined> {
  if (decision === 'joined' && !around.begun)
    return { decision: 'Inget är öppet för barnet just nu. Välj något annat.' }
  const begins = decision === 'gathering' || decision === 'own_support'
  const matterId = place.matterId ?? (begins ? await openMatter(work, childId) : undefined)
  if (begins && !matterId)
    return { decision: 'Någon annan är redan Barnets bästa-ansvarig. Fråga familjen vem det är.' }

  await decideReceived(work, { childId, itemId, matterId, decision, why })
  await finishTasks(work, { childId, kinds: ['receive_noticing', 'match_child'], aboutId: itemId })
  if (!around.unread) await endPending(work, childId)
  const outcome = endingOf[decision]
  if (outcome && matterId && !around.begun && !around.unread)
    await closeMatter(work, { childId, matterId, outcome })
  if (begins && matterId) await begin(work, { childId, matterId, itemId }, decision)
  return undefined
}

/** The next step waits for the BBA: to talk with the family, or to say what the support is. */
async function begin(
  work: Work,
  { childId, matterId, itemId }: { childId: string; matterId: string; itemId: string },
  decision: 'gathering' | 'own_support',
): Promise<void> {
  const kind = decision === 'gathering' ? 'talk_with_family' : 'analyse'
  if (decision === 'gathering') await addEvent(work, { childId, matterId, kind: 'noticed', aboutId: itemId })
  const lead = await findResponsible(work, childId, 'best_interests_lead')
  if (!lead) return
  await finishTasks(work, { childId, kinds: [kind] })
  await addTask(work, { childId, kind, engagementId: lead.engagementId, dueOn: nextStepBy(work.today) })
}
