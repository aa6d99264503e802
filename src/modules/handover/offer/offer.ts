import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { type ImportantAdult, listImportantAdults } from '#modules/family'
import { type Ground, groundsBesidesConsent } from '#modules/knowledge'
import { findUnit, type Unit } from '#modules/organisations'
import { assign, hasOpenPlan, mayDecide } from '#modules/responsibility'
import { findPartyUnits, shareItem } from '#modules/sharing'
import { addTask, finishTasks, standInOf } from '#modules/tasks'
import { findStatements, mayTravel, type Spoken } from '#modules/wheel'
import type { AskingOfChild } from '#shared/asking.ts'
import { addDays, addWorkingDays, type Day, morningAfter, swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { after, type Handover, isSchoolChange, needsGround, readableDays, type Yes } from '../handover.ts'
import { addReason, findHandover, setOffered } from '../handover-store.ts'
import { asKept, changedSince, isWithin, type PossibleLine, statementKey } from '../page-line.ts'
import { findPossibleLines } from '../page-line-store.ts'
import { chosenOf, type OfferInput, offerErrors, outsideLine } from './offer.form.ts'

const answerWithinWorkingDays = 5
/** The receiver's stand-in has had as long as the receiver. */
const lapsesAfter = (today: Day) => morningAfter(addWorkingDays(today, 2 * answerWithinWorkingDays))

export type OfferForm = {
  child: Child
  handover: Handover
  receiver: Unit
  /** Inside one wall nothing is shared: no ground, nothing to choose. */
  needsGround: boolean
  /** Something may be chosen to go along: not inside one wall, nor with the name alone. */
  chooses: boolean
  isSchoolChange: boolean
  /** The plan stays here and ends at the yes. `reads`: the family has let the receiver into it. */
  plan: 'none' | 'ends' | 'reads'
  yes: Yes | undefined
  grounds: readonly Ground[]
  /** What may go along: written here, and not told to a few only. */
  statements: readonly Spoken[]
  adults: readonly ImportantAdult[]
  /** The rest of the page: wishes, what is being done, what the family has been told. */
  lines: readonly PossibleLine[]
}

export const openOffer = (
  deps: Deps,
  asking: AskingOfChild,
  id: string,
): Promise<Result<OfferForm, Hidden | Misplaced>> =>
  audited(deps, 'handover.open-offer', asking, (work) => openForm(work, asking.childId, id))

async function openForm(work: Work, childId: string, id: string): Promise<Result<OfferForm, Hidden>> {
  const known = await openChild(work, childId, mayDecide)
  if (!known.ok) return known
  const handover = await findHandover(work, childId, id)
  const here = work.actor.unitId && (await findUnit(work, work.actor.unitId))
  if (!handover || !here || handover.to.unitId === here.id) return refuse.notFound()
  const receiver = await findUnit(work, handover.to.unitId)
  if (!receiver) return refuse.notFound()
  work.about(id)
  const overWall = needsGround(here, receiver)
  const planEnds = overWall && (await hasOpenPlan(work, childId))
  const party = (await findPartyUnits(work, childId)).find(({ unitId }) => unitId === receiver.id)
  const yes = party?.consentId && { id: party.consentId, areas: party.areas, until: party.until }
  const chooses = overWall && !handover.onlyName
  const statements = chooses ? await findStatements(work, childId) : []
  return ok({
    child: known.value.child,
    handover,
    receiver,
    needsGround: overWall,
    chooses,
    isSchoolChange: isSchoolChange(here, receiver),
    plan: planEnds ? (party?.grantId ? 'reads' : 'ends') : 'none',
    yes: yes || undefined,
    grounds: groundsBesidesConsent(here.secrecyKind),
    statements: statements.filter((said) => said.ours && mayTravel(said)),
    adults: await listImportantAdults(work, childId),
    lines: chooses ? await findPossibleLines(work, known.value.child, handover.matterId) : [],
  })
}

/** With a ground the receiver is asked, and sees what was chosen to go along. The giver is still responsible. */
export function offerHandover(
  deps: Deps,
  asking: AskingOfChild,
  id: string,
  input: Result<OfferInput, FieldErrors>,
): Promise<Sent<OfferForm>> {
  return audited(deps, 'handover.offer', asking, async (work): Promise<Sent<OfferForm>> => {
    const { childId } = asking
    const form = await openForm(work, childId, id)
    if (!form.ok) return form
    const there = ok(paths.handover.show.to({ childId, handoverId: id }))
    const { handover } = form.value
    if (handover.state === 'offered') return there
    if (after(handover.state, 'offer') === undefined) return refuse.conflict(form.value)
    if (!input.ok) return refuse.invalid(form.value, input.error)
    if (isChanged(form.value, input.value)) return refuse.conflict(form.value)
    const rests = settle(form.value, input.value)
    if (!rests.ok) return refuse.invalid(form.value, rests.error)
    const lines = settleLines(form.value, input.value, rests.value)
    if (!lines.ok) return refuse.invalid(form.value, lines.error)

    const { ground, consentId } = rests.value ?? { ground: undefined, consentId: undefined }
    const offered = { ground, consentId, lapsesAt: lapsesAfter(work.today) }
    if (!(await setOffered(work, childId, id, offered, lines.value.map(asKept))))
      return refuse.conflict(form.value)
    if (rests.value && input.value.why) await addReason(work, childId, id, input.value.why)
    const shared = await open(work, form.value, rests.value, input.value)
    return shared ? there : refuse.invalid(form.value, offerErrors.outside)
  })
}

type Rests = { ground: Ground['code'] | 'samtycke'; consentId: string | undefined; until: Date | undefined }

/** On what it rests; undefined inside one wall. */
function settle(form: OfferForm, input: OfferInput): Result<Rests | undefined, FieldErrors> {
  if (!form.needsGround) return ok(undefined)
  switch (input.basis) {
    case 'consent':
      return form.yes && !form.handover.onlyName
        ? ok({ ground: 'samtycke', consentId: form.yes.id, until: form.yes.until })
        : fail(offerErrors.consent)
    case 'ground': {
      const ground = form.grounds.find(({ code }) => code === input.ground)
      return ground
        ? ok({ ground: ground.code, consentId: undefined, until: undefined })
        : fail(offerErrors.ground)
    }
    default:
      return fail(offerErrors.basis)
  }
}

/** What was chosen has been written anew, or taken away, since the giver read it. */
const isChanged = ({ chooses, statements, lines }: OfferForm, input: OfferInput): boolean =>
  chooses &&
  changedSince(chosenOf(input), [...statements.map((said) => ({ id: statementKey(said) })), ...lines])
    .length > 0

/** The lines that were chosen, if the family's yes reaches them all; on a rule, those that the giver has weighed. */
function settleLines(
  { lines, yes }: OfferForm,
  input: OfferInput,
  rests: Rests | undefined,
): Result<readonly PossibleLine[], FieldErrors> {
  const wanted = chosenOf(input)
  const chosen = lines.filter(({ id }) => wanted.includes(id))
  const outside = rests?.consentId && chosen.find((line) => !isWithin(line, yes?.areas ?? []))
  return outside ? fail(outsideLine(outside.kind)) : ok(chosen)
}

/** Lets the receiver in: as a party, to what was chosen, and no further. False: the consent does not reach so far. */
async function open(
  work: Work,
  { child, handover, receiver, statements }: OfferForm,
  rests: Rests | undefined,
  { statements: chosen, why }: OfferInput,
): Promise<boolean> {
  const childId = child.id
  const { holderEngagementId: engagementId, secrecyUnitId } = receiver
  if (!engagementId) throw new Error('a unit that nobody answers for')
  await assign(work, { childId, kind: 'party', engagementId, secrecyUnitId })
  const until = rests?.until ?? swedishMoment(addDays(work.today, readableDays), '00:00')
  for (const { itemId, version } of statements.filter((said) => chosen.includes(statementKey(said)))) {
    if (!rests) continue
    const shared = await shareItem(work, {
      childId,
      itemId,
      version,
      to: { unitId: receiver.id, contactEngagementId: engagementId },
      ground: rests.ground,
      consentId: rests.consentId,
      why: why ?? (handover.why && { why: handover.why }),
      until,
    })
    if (!shared.ok) return false
  }
  await finishTasks(work, { childId, kinds: ['gather', 'analyse', 'handover_returned'] })
  const dueOn = addWorkingDays(work.today, answerWithinWorkingDays)
  const standIn = standInOf(receiver, dueOn)
  if (standIn) await assign(work, { childId, kind: 'party', secrecyUnitId, ...standIn })
  await addTask(work, {
    childId,
    kind: 'receive_handover',
    engagementId,
    aboutId: handover.id,
    dueOn,
    standIn,
  })
  return true
}
