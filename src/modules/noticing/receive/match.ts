import type { Work } from '#modules/audit'
import type { Child } from '#modules/children'
import { assign, closeMatter, endPending } from '#modules/responsibility'
import { SealedText } from '#shared/sealed.ts'
import { addHandling, findMine, findNamed, findOpenMatter, lookAmongAll, mergeInto } from '../match-store.ts'
import { addNoticing } from '../noticing-store.ts'
import { decideReceived, findAround } from '../receive-store.ts'
import { nameWords, type Place, type Received, toldBy } from '../received.ts'

/** Children the receiver knows in daily work, whose names are among the words: the sender's, and the receiver's own. */
export async function proposals(work: Work, { body }: Received, name: string): Promise<Child[]> {
  await lookAmongAll(work)
  return findNamed(work, nameWords(`${body.who?.reveal() ?? ''} ${name}`))
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
  await assign(work, { childId, kind: 'work', engagementId, secrecyUnitId })
  const itemId = work.newId()
  const matterId = await findOpenMatter(work, childId)
  const { body, sender } = received
  await addNoticing(work, {
    childId,
    itemId,
    receiver: { unitId, secrecyUnitId },
    body: { ...body, caller: new SealedText(toldBy(sender.text, body.caller?.reveal())) },
    onBehalf: true,
    urgency: received.urgency,
    familyKnows: received.familyKnows,
    areas: received.areas,
    goodNews: received.goodNews,
  })
  await addHandling(work, { childId, itemId, matterId })
  await endDescribed(work, from, childId)
  return { childId, itemId, matterId, around: await findAround(work, childId, matterId, itemId) }
}

async function endDescribed(work: Work, { childId, itemId, matterId }: Place, into: string): Promise<void> {
  await decideReceived(work, { childId, itemId, matterId, decision: 'matched' })
  await mergeInto(work, childId, into)
  await endPending(work, childId)
  if (matterId) await closeMatter(work, { childId, matterId, outcome: 'merged' })
}
