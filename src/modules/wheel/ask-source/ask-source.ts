import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import {
  type Ground,
  groundsBesidesConsent,
  type LegalGroundCode,
  type WheelArea,
  wheelAreas,
} from '#modules/knowledge'
import { findUnit, listUnits } from '#modules/organisations'
import { assign, mayWork } from '#modules/responsibility'
import { findPartyUnits, shareItem } from '#modules/sharing'
import { addTask, standInOf } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { addDays, addWorkingDays, type Day, swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { consentCovers, questionDays, type Source } from '../source.ts'
import { addQuestion } from '../source-store.ts'
import { findGathering } from '../wheel-store.ts'
import { type AskInput, askErrors } from './ask-source.form.ts'

const answerWithinWorkingDays = 5

export type AskForm = {
  child: Child
  matterId: string
  sources: readonly Source[]
  areas: readonly WheelArea[]
  grounds: readonly Ground[]
  today: Day
  /** The day that is proposed for the answer. */
  proposedOn: Day
}

export const openAsk = (deps: Deps, asking: AskingOfChild): Promise<Result<AskForm, Hidden | Misplaced>> =>
  audited(deps, 'wheel.open-ask', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<AskForm, Hidden>> {
  const known = await openChild(work, childId, mayWork)
  if (!known.ok) return known
  const { child, standing } = known.value
  const { matterId } = standing
  const here = work.actor.unitId && (await findUnit(work, work.actor.unitId))
  if (!matterId || !here) return refuse.notAllowed()
  const [units, parties, gathering] = await Promise.all([
    listUnits(work, here.municipality ? [here.municipality] : undefined),
    findPartyUnits(work, childId),
    findGathering(work, childId, matterId),
  ])
  const sources = units.flatMap((unit): Source[] => {
    const { id, name, secrecyUnitId, holderEngagementId, standInEngagementId } = unit
    if (secrecyUnitId === here.secrecyUnitId || !holderEngagementId) return []
    const party = parties.find(({ unitId }) => unitId === id)
    const consent = party?.consentId && { id: party.consentId, areas: party.areas, until: party.until }
    const whom = { unitId: id, name, secrecyUnitId, holderEngagementId, standInEngagementId }
    return [{ ...whom, consent: consent || undefined }]
  })
  return ok({
    child,
    matterId,
    sources,
    areas: gathering?.areas ?? wheelAreas,
    grounds: groundsBesidesConsent(here.secrecyKind),
    today: work.today,
    proposedOn: addWorkingDays(work.today, answerWithinWorkingDays),
  })
}

/** One question to one other unit, on the family's yes or another ground. They get the child's name and the question. */
export function askSource(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<AskInput, FieldErrors>,
): Promise<Sent<AskForm>> {
  return audited(deps, 'wheel.ask-source', asking, async (work): Promise<Sent<AskForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const asked = settle(form.value, input.value)
    if (!asked.ok) return refuse.invalid(form.value, asked.error)

    const done = ok(`${paths.wheel.show.to({ childId: asking.childId })}#fragor`)
    const isNew = await write(work, asking.childId, form.value.matterId, input.value, asked.value)
    if (isNew) work.about(input.value.submission)
    return done
  })
}

type Asked = { source: Source; ground: LegalGroundCode; consent: Source['consent'] }

/** Whom the question goes to, and on what it rests. */
function settle(form: AskForm, input: AskInput): Result<Asked, FieldErrors> {
  const source = form.sources.find(({ unitId }) => unitId === input.unit)
  if (!source) return fail(askErrors.unit)
  if (input.dueOn < form.today) return fail(askErrors.past)
  if (input.basis === 'consent')
    return consentCovers(source, input.area)
      ? ok({ source, ground: 'samtycke', consent: source.consent })
      : fail(askErrors.consent)
  const ground = form.grounds.find(({ code }) => code === input.ground)
  return ground ? ok({ source, ground: ground.code, consent: undefined }) : fail(askErrors.ground)
}

async function write(
  work: Work,
  childId: string,
  matterId: string,
  { submission: itemId, area, question, dueOn, why }: AskInput,
  { source, ground, consent }: Asked,
): Promise<boolean> {
  const consentId = consent?.id
  const { unitId: toUnitId, holderEngagementId: engagementId } = source
  const added = await addQuestion(work, {
    childId,
    itemId,
    matterId,
    to: { unitId: toUnitId },
    area,
    question,
    dueOn,
    consentId,
  })
  if (!added) return false
  const until = consent?.until ?? swedishMoment(addDays(work.today, questionDays), '00:00')
  const shared = await shareItem(work, {
    childId,
    itemId,
    version: 1,
    to: { unitId: toUnitId, contactEngagementId: engagementId },
    ground,
    consentId,
    why,
    until,
  })
  if (!shared.ok) throw new Error(`a question that cannot be shared: ${shared.error.kind}`)
  const standIn = standInOf(source, dueOn)
  if (standIn && standIn.from < until)
    await assign(work, { childId, kind: 'party', secrecyUnitId: source.secrecyUnitId, until, ...standIn })
  await addTask(work, { childId, kind: 'answer_question', engagementId, aboutId: itemId, dueOn, standIn })
  return true
}
