import type { Work } from '#modules/audit'
import { type Child, lookAmongAll, lookAtOne } from '#modules/children'
import { findUnit, listUnits, type Unit } from '#modules/organisations'
import { assign, closeMatter, endPending } from '#modules/responsibility'
import { SealedText } from '#shared/sealed.ts'
import {
  addHandling,
  becomeReal,
  findMine,
  findNamed,
  findOpenMatter,
  mergeInto,
  placeChild,
} from '../match-store.ts'
import { addNoticing } from '../noticing-store.ts'
import { decideReceived, findAround, findReceived, findReceivedIds } from '../receive-store.ts'
import { nameWords, type Place, type Received, toldBy } from '../received.ts'
import type { NewChild } from './receive.form.ts'

/** Children the receiver knows in daily work, whose names are among the words: the sender's, and the receiver's own. */
export async function proposals(
  work: Work,
  described: Child,
  { body }: Received,
  name: string,
): Promise<Child[]> {
  await lookAmongAll(work)
  const found = await findNamed(work, nameWords(`${body.who?.reveal() ?? ''} ${name}`))
  await lookAtOne(work, described.id)
  return found
}

const placeKinds = ['preschool', 'compulsory_school', 'upper_secondary_school'] as const
const isPlace = ({ kind }: Unit) => placeKinds.some((place) => place === kind)

/** A school or preschool that a child may go to. */
export type PlaceToGo = { id: string; name: string; isOwn: boolean }

/** Schools and preschools where a new child may go, the receiver's own first. */
export async function placesFor(work: Work): Promise<readonly PlaceToGo[]> {
  const here = work.actor.unitId && (await findUnit(work, work.actor.unitId))
  if (!here) return []
  const near = here.municipality ? await listUnits(work, [here.municipality]) : []
  return [here, ...near.filter(({ id }) => id !== here.id)]
    .filter(isPlace)
    .map(({ id, name }) => ({ id, name, isOwn: id === here.id }))
}

/** The described child is new here: it gets a name, and perhaps a place. */
export async function becomeNew(work: Work, childId: string, { goesTo, ...child }: NewChild): Promise<void> {
  await becomeReal(work, childId, child)
  if (goesTo) await placeChild(work, childId, goesTo)
}

/**
 * The described child is one that the receiver knows: the noticing gets its place there, told by the receiver with the
 * sender's name, and the described child's own record ends. Undefined when the receiver does not know the child.
 */
export async function matchKnown(
  work: Work,
  from: Place,
  received: Received,
  childId: string,
): Promise<Place | undefined> {
  const { engagementId, unitId, secrecyUnitId } = work.actor
  if (!engagementId || !unitId || !secrecyUnitId) throw new Error('only staff receive')
  await lookAmongAll(work)
  if (!(await findMine(work, childId))) return undefined
  // Whoever goes in for somebody works with it already, for as long as that is.
  const found = await findOpenMatter(work, childId)
  if (!found) await assign(work, { childId, kind: 'work', engagementId, secrecyUnitId })
  const matterId = found ?? (await findOpenMatter(work, childId))
  const itemId = await tellAnew(work, received, { childId, matterId, unitId, secrecyUnitId })
  await endDescribed(work, from, childId)
  return { childId, itemId, matterId, around: await findAround(work, childId, matterId, itemId) }
}

type Under = { childId: string; matterId: string | undefined; unitId: string; secrecyUnitId: string }

/** The noticing under the child that it turned out to be about, in the receiver's name with the sender's in it. */
async function tellAnew(
  work: Work,
  { body, sender, urgency, familyKnows, areas, goodNews }: Received,
  { childId, matterId, ...receiver }: Under,
): Promise<string> {
  const itemId = work.newId()
  await addNoticing(work, {
    ...{ childId, itemId, receiver, urgency, familyKnows, areas, goodNews },
    body: { ...body, caller: new SealedText(toldBy(sender.text, body.caller?.reveal())) },
    onBehalf: true,
  })
  await addHandling(work, { childId, itemId, matterId })
  return itemId
}

/** Everything that was noticed under one record, told anew under another that it belongs with. The request is about both. */
export async function tellAllAnew(
  work: Work,
  from: string,
  to: { childId: string; matterId: string },
): Promise<void> {
  const { unitId, secrecyUnitId } = work.actor
  if (!unitId || !secrecyUnitId) throw new Error('only staff receive')
  for (const id of await findReceivedIds(work, from)) {
    const received = await findReceived(work, from, id)
    if (!received) continue
    const itemId = await tellAnew(work, received, { ...to, unitId, secrecyUnitId })
    await decideReceived(work, { ...to, itemId, decision: 'joined' })
  }
}

async function endDescribed(work: Work, { childId, itemId, matterId }: Place, into: string): Promise<void> {
  await decideReceived(work, { childId, itemId, matterId, decision: 'matched' })
  await mergeInto(work, childId, into)
  await endPending(work, childId)
  if (matterId) await closeMatter(work, { childId, matterId, outcome: 'merged' })
}
