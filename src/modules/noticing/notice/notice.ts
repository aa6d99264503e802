import { audited, type Work } from '#modules/audit'
import { type Child, type KnownChild, openChild } from '#modules/children'
import { type Ground, groundsBesidesConsent } from '#modules/knowledge'
import { findUnit } from '#modules/organisations'
import {
  askOtherLead,
  findLadder,
  findResponsible,
  kindsByAge,
  kindsOn,
  placeByLadder,
} from '#modules/responsibility'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import {
  dueOn,
  escalatesAt,
  type Receiver,
  readDescription,
  receiverOf,
  saysWhere,
  sharesAcross,
} from '../noticing.ts'
import { mayNotice } from '../noticing-policy.ts'
import { addDescribedChild, addNoticing, deliver, findPlacesOf, findReceivers } from '../noticing-store.ts'
import { groundErrors, type NoticeInput, nobodyErrors, sharingErrors, whereErrors } from './notice.form.ts'

type To = Pick<Receiver, 'unitId' | 'secrecyUnitId'>

/** What the form stands on: the child, if one was chosen, and whether the question about the family must be asked. */
export type NoticeForm = {
  known: KnownChild | undefined
  asksSharing: boolean
  /** Somebody at work who has chosen the child may ask for another BBA at once. */
  asksOther: boolean
  /** The rules that the sender's unit may rest on without the family's yes. */
  grounds: readonly Ground[]
  /** The family chooses the municipality where nothing that it may see says where the child is, as for a protected one. */
  municipalities: readonly Municipality[]
}
type Municipality = { code: string; name: string }

type Opened = Result<NoticeForm, Hidden | Misplaced>
type Sent = Result<'sent', Hidden | Misplaced | Declined<NoticeForm, FieldErrors>>

export function openNotice(deps: Deps, asking: Asking): Promise<Opened> {
  return audited(deps, 'noticing.open-form', asking, (work) => openForm(work, asking))
}

async function openForm(work: Work, { childId }: Asking): Promise<Result<NoticeForm, Hidden>> {
  const grounds = await groundsHere(work)
  if (childId === undefined)
    return ok({ known: undefined, asksSharing: false, asksOther: false, grounds, municipalities: [] })
  const known = await openChild(work, childId, mayNotice)
  if (!known.ok) return known
  const { receiver, municipalities } = await receiverFor(work, known.value.child, undefined)
  const asksSharing = receiver !== undefined && sharesAcross(work.actor, receiver)
  const asksOther = work.actor.kind === 'staff'
  return ok({ known: known.value, asksSharing, asksOther, grounds, municipalities })
}

async function groundsHere(work: Work): Promise<NoticeForm['grounds']> {
  const here = work.actor.unitId && (await findUnit(work, work.actor.unitId))
  return here ? groundsBesidesConsent(here.secrecyKind) : []
}

/** The receipt knows nothing: it is the same for every noticing. */
export const openReceipt = (deps: Deps, asking: Asking) =>
  audited(deps, 'noticing.receipt', asking, async () => ok('received' as const))

/** Tells the BBA function. The answer is the same whether the child is known to anybody or not. */
export function notice(deps: Deps, asking: Asking, input: Result<NoticeInput, FieldErrors>): Promise<Sent> {
  return audited(deps, 'noticing.send', asking, async (work): Promise<Sent> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)

    const { known } = form.value
    const { receiver, municipalities } = await (known
      ? receiverFor(work, known.child, input.value.where)
      : receiverByWords(work, input.value))
    if (municipalities.length > 0) return refuse.invalid({ ...form.value, municipalities }, whereErrors)
    if (!receiver) return refuse.invalid(form.value, nobodyErrors)
    const across = sharesAcross(work.actor, receiver)
    if (across && !input.value.sharing)
      return refuse.invalid({ ...form.value, asksSharing: true }, sharingErrors)
    const { sharing, ground } = input.value
    if (across && sharing === 'ground' && !form.value.grounds.some(({ code }) => code === ground))
      return refuse.invalid({ ...form.value, asksSharing: true }, groundErrors)

    await send(work, input.value, receiver, known?.child)
    return ok('sent')
  })
}

/** Where it goes; or the municipalities to choose from. */
type Way = { receiver: To | undefined; municipalities: readonly Municipality[] }
const goesTo = (receiver: To | undefined): Way => ({ receiver, municipalities: [] })

/** Whoever knows who is BBA tells that person's unit, wherever the child is now; others tell by the ladder. */
async function receiverFor(work: Work, child: Child, where: string | undefined): Promise<Way> {
  const [lead, places, ladder] = await Promise.all([
    findResponsible(work, child.id, 'best_interests_lead'),
    findPlacesOf(work, child.id),
    findLadder(work),
  ])
  if (lead) return goesTo(lead)
  const isKnown = places.length > 0
  const kinds = kindsOn(ladder, { ...child, places: isKnown ? places : undefined }, work.today)
  if (isKnown) return goesTo(placeByLadder(places, kinds))
  // Where a protected child goes is not for this form to know: those who meet it every day tell their own unit.
  const own = child.person.kind === 'protected' ? await ownUnit(work) : undefined
  if (own) return goesTo(own)
  const { candidates, municipalities, senderMunicipality } = await findReceivers(work, '')
  const chosen = municipalities.find(({ code }) => code === where)?.code
  if (work.actor.kind === 'family' && !chosen) return { receiver: undefined, municipalities }
  const from = chosen ?? senderMunicipality
  return goesTo(receiverOf('', kinds, candidates, municipalities, from) ?? (await ownUnit(work)))
}

/** Where nobody else has begun, the sender's own unit reads what its people notice. */
async function ownUnit(work: Work): Promise<To | undefined> {
  const here = work.actor.unitId ? await findUnit(work, work.actor.unitId) : undefined
  return here?.holderEngagementId ? { unitId: here.id, secrecyUnitId: here.secrecyUnitId } : undefined
}

/** Words that say nowhere, from somebody who works nowhere, could go anywhere: then one is asked. */
async function receiverByWords(work: Work, { who, where }: NoticeInput): Promise<Way> {
  const text = who?.reveal() ?? ''
  const { candidates, municipalities, senderMunicipality } = await findReceivers(work, text)
  const chosen = municipalities.find(({ code }) => code === where)?.code
  const from = chosen ?? senderMunicipality
  if (work.actor.kind === 'family' && !from && !saysWhere(text, [...candidates, ...municipalities]))
    return { receiver: undefined, municipalities }
  const { age, unborn } = readDescription(text)
  const kinds = kindsByAge(await findLadder(work), age, unborn, work.today)
  return goesTo(receiverOf(text, kinds, candidates, municipalities, from) ?? (await ownUnit(work)))
}

async function send(work: Work, input: NoticeInput, receiver: To, child: Child | undefined): Promise<void> {
  const itemId = input.submission
  // Without a name it is a question about nobody, so even a chosen child is left out.
  const named = input.sharing === 'without_name' ? undefined : child
  const childId = named?.id ?? itemId
  if (!named && !(await addDescribedChild(work, childId))) return
  const { sentence, working, challenging, tried, caller } = input
  const who = input.sharing === 'without_name' ? undefined : input.who
  const added = await addNoticing(work, {
    childId,
    itemId,
    receiver,
    body: { who, sentence, working, challenging, tried, caller },
    onBehalf: caller !== undefined,
    urgency: input.urgency,
    familyKnows: input.sharing === 'family_says_yes' ? 'yes' : input.familyKnows,
    areas: input.areas,
    goodNews: input.goodNews === 'ja',
  })
  if (!added) return
  const due = dueOn(work.today, input.urgency)
  const ground =
    input.sharing === 'ground'
      ? (input.ground ?? 'samtycke')
      : input.sharing === 'without_name'
        ? 'utan_namn'
        : 'samtycke'
  const testPlace = { table: 'access_grant', column: 'sharing_test', row: itemId, version: 1 }
  await deliver(work, {
    childId,
    itemId,
    due,
    escalates: escalatesAt(due),
    ground,
    why: input.why && (await work.box(childId)).seal(testPlace, input.why),
    until: new Date(work.at.getTime() + 365 * 86_400_000),
  })
  if (named && input.otherLead && work.actor.kind === 'staff')
    await askOtherLead(work, { childId, id: work.newId(), why: input.otherLead })
  work.about(itemId)
}
