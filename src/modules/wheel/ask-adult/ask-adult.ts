import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { addImportantAdult, type ImportantAdult, listImportantAdults } from '#modules/family'
import {
  type Ground,
  groundsBesidesConsent,
  type LegalGroundCode,
  type WheelArea,
  wheelAreas,
} from '#modules/knowledge'
import { findUnit, hasBegun } from '#modules/organisations'
import { mayWork } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import { addDays, type Day, swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { SealedText } from '#shared/sealed.ts'
import { speakerOf } from '../add-statement/speaker.ts'
import { askerText, linkDays } from '../link.ts'
import { codeOf } from '../link-access.ts'
import { addLink, isHidden } from '../link-store.ts'
import { addQuestion } from '../source-store.ts'
import { findGathering } from '../wheel-store.ts'
import { type AskAdultInput, askAdultErrors } from './ask-adult.form.ts'

export type AskAdultForm = {
  child: Child
  matterId: string
  adults: readonly ImportantAdult[]
  areas: readonly WheelArea[]
  grounds: readonly Ground[]
  unit: string
  today: Day
  /** Links have begun here. */
  begun: boolean
}

export const openAskAdult = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<AskAdultForm, Hidden | Misplaced>> =>
  audited(deps, 'wheel.open-ask-adult', asking, (work) => openForm(work, asking.childId))

/** Never about a child whose places are hidden: a link tells somebody outside where it is. */
async function openForm(work: Work, childId: string): Promise<Result<AskAdultForm, Hidden>> {
  const known = await openChild(work, childId, mayWork)
  if (!known.ok) return known
  const { child, standing } = known.value
  const here = work.actor.unitId && (await findUnit(work, work.actor.unitId))
  if (!standing.matterId || !here || (await isHidden(work, childId))) return refuse.notAllowed()
  const [adults, gathering] = await Promise.all([
    listImportantAdults(work, childId),
    findGathering(work, childId, standing.matterId),
  ])
  return ok({
    child,
    matterId: standing.matterId,
    adults,
    areas: gathering?.areas ?? wheelAreas,
    grounds: groundsBesidesConsent(here.secrecyKind),
    unit: here.name,
    today: work.today,
    begun: await hasBegun(work, 'answer_link'),
  })
}

/** One question to somebody who has no login, and a link to give them. They get the question, and perhaps a first name. */
export function askAdult(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<AskAdultInput, FieldErrors>,
): Promise<Sent<AskAdultForm>> {
  return audited(deps, 'wheel.ask-adult', asking, async (work): Promise<Sent<AskAdultForm>> => {
    const { childId } = asking
    const form = await openForm(work, childId)
    if (!form.ok) return form
    if (!form.value.begun) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const asked = settle(form.value, input.value)
    if (!asked.ok) return refuse.invalid(form.value, asked.error)
    const { submission: itemId } = input.value
    if (await write(deps, work, form.value, input.value, asked.value)) work.about(itemId)
    return ok(paths.wheel.answer.to({ childId, itemId }))
  })
}

type Asked = { adult: ImportantAdult; ground: LegalGroundCode }

/** Whom the question goes to, and on what it rests. */
function settle(form: AskAdultForm, input: AskAdultInput): Result<Asked, FieldErrors> {
  const { adults, grounds, today } = form
  const known = { me: { personId: '', unitId: '' }, guardians: [], colleagues: [], units: [] }
  const near = adults.map(({ id }) => ({ id, label: '' }))
  const speaker = speakerOf(
    { unit: undefined, colleague: undefined, ...input },
    { ...known, adults: near },
    input.submission,
  )
  if (!speaker.ok) return speaker
  const { adultId: id } = speaker.value
  const { adultCalled: relation, adultName: name } = input
  const isNew = id === input.submission && relation && name
  const adult =
    adults.find((known) => known.id === id) ?? (isNew ? { id, name, relation, phone: undefined } : undefined)
  if (!adult) return fail({ voice: 'Välj vem du vill fråga' })
  if (input.dueOn < today || input.dueOn > addDays(today, linkDays.most)) return fail(askAdultErrors.day)
  if (input.basis === 'consent') return ok({ adult, ground: 'samtycke' })
  const ground = grounds.find(({ code }) => code === input.ground)
  return ground ? ok({ adult, ground: ground.code }) : fail(askAdultErrors.ground)
}

async function write(
  deps: Deps,
  work: Work,
  { child, matterId, unit }: AskAdultForm,
  input: AskAdultInput,
  { adult, ground }: Asked,
): Promise<boolean> {
  const { submission: itemId, area, question, dueOn, yes, why } = input
  const childId = child.id
  if (adult.id === itemId) await addImportantAdult(work, childId, adult)
  const to = { adultId: adult.id, ground, yes, why }
  const added = await addQuestion(work, {
    childId,
    itemId,
    matterId,
    to,
    area,
    question,
    dueOn,
    consentId: undefined,
  })
  if (!added) return false
  const firstName = input.named && child.person.kind === 'visible' ? callOf(child.person) : undefined
  await addLink(deps, work, {
    childId,
    itemId,
    code: codeOf(deps, itemId),
    letter: {
      question,
      asks: new SealedText(askerText(work.actor)),
      unit: new SealedText(unit),
      child: firstName === undefined ? undefined : new SealedText(firstName),
      until: dueOn,
      key: deps.randomBytes(32).toString('hex'),
    },
    told: { relation: adult.relation, name: adult.name, named: firstName !== undefined },
    expiresAt: swedishMoment(addDays(dueOn, 1), '00:00'),
  })
  return true
}
