import { audited, type Work } from '#modules/audit'
import { type Child, openChild, type Standing } from '#modules/children'
import { closeMatter, findResponsible, hasOpenPlan, mayDecide } from '#modules/responsibility'
import { addTask, finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { addDays, addWorkingDays, type Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { afterSupport, type Look, lookAgainDays, type Support } from '../support.ts'
import { addLook, findSupport, listLooks, listSupports, setEnded, setReview } from '../support-store.ts'
import { type EndInput, type FollowInput, past } from './follow-support.form.ts'

const analyseWithinWorkingDays = 5

export type SupportView = {
  child: Child
  standing: Standing
  support: Support
  looks: readonly Look[]
  today: Day
  proposedOn: Day
}

/** Whoever can read the support: it stays with the unit, also when the matter has gone on to another. */
const anyone = (_standing: Standing): boolean => true

export const showSupport = (
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
): Promise<Result<SupportView, Hidden | Misplaced>> =>
  audited(deps, 'support.show', asking, (work) => openForm(work, asking.childId, itemId))

async function openForm(work: Work, childId: string, itemId: string): Promise<Result<SupportView, Hidden>> {
  const known = await openChild(work, childId, anyone)
  if (!known.ok) return known
  const support = await findSupport(work, childId, itemId)
  if (!support) return refuse.notFound()
  work.about(itemId)
  const looks = await listLooks(work, childId, itemId)
  return ok({
    ...known.value,
    support,
    looks,
    today: work.today,
    proposedOn: addDays(work.today, lookAgainDays),
  })
}

/** Somebody has looked at how it goes, and says when to look again. */
export function followSupport(
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
  input: Result<FollowInput, FieldErrors>,
): Promise<Sent<SupportView>> {
  return audited(deps, 'support.follow', asking, async (work): Promise<Sent<SupportView>> => {
    const { childId } = asking
    const view = await openForm(work, childId, itemId)
    if (!view.ok) return view
    if (!input.ok) return refuse.invalid(view.value, input.error)
    const { support, today } = view.value
    const { version: seenVersion, note, reviewOn: dueOn } = input.value
    if (dueOn < today) return refuse.invalid(view.value, past)
    if (support.ended || !(await addLook(work, childId, support, { seenVersion, note })))
      return refuse.conflict(view.value)

    await setReview(work, childId, itemId, dueOn)
    await finishTasks(work, { childId, kinds: ['review_support'], aboutId: itemId })
    const { engagementId } = support.who
    await addTask(work, { childId, kind: 'review_support', engagementId, aboutId: itemId, dueOn })
    return ok(paths.support.show.to({ childId, itemId }))
  })
}

/** The support ends. If the need is met, everything ends with it; else the BBA looks at the whole again. */
export function endSupport(
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
  input: Result<EndInput, FieldErrors>,
): Promise<Sent<SupportView>> {
  return audited(deps, 'support.end', asking, async (work): Promise<Sent<SupportView>> => {
    const { childId } = asking
    const view = await openForm(work, childId, itemId)
    if (!view.ok) return view
    if (!input.ok) return refuse.invalid(view.value, input.error)
    const { support, standing } = view.value
    const { version: seenVersion, because, endNote: note } = input.value
    if (note && !(await addLook(work, childId, support, { seenVersion, note })))
      return refuse.conflict(view.value)
    if (!(await setEnded(work, childId, itemId, because))) return refuse.conflict(view.value)
    await finishTasks(work, { childId, kinds: ['review_support'], aboutId: itemId })
    return ok(await goOn(work, childId, support, because, standing))
  })
}

/** Where the end of a support leads, when it is the open matter's. */
async function goOn(
  work: Work,
  childId: string,
  support: Support,
  because: EndInput['because'],
  standing: Standing,
): Promise<string> {
  const { matterId } = support
  if (standing.matterId !== matterId || standing.relation !== 'lead') return paths.child.to({ childId })
  const decides = mayDecide(standing)
  const others = await listSupports(work, childId)
  const othersGoOn = others.some((other) => other.matterId === matterId && !other.ended)
  const hasPlan = await hasOpenPlan(work, childId)
  switch (afterSupport(because, { othersGoOn, hasPlan, decides })) {
    case 'close':
      await closeMatter(work, { childId, matterId, outcome: 'own_support' })
      return paths.child.to({ childId })
    case 'analyse':
      await analyseAgain(work, childId)
      return decides ? paths.wheel.analyse.to({ childId }) : paths.wheel.show.to({ childId })
    case 'stay':
      return paths.child.to({ childId })
  }
}

async function analyseAgain(work: Work, childId: string): Promise<void> {
  const lead = await findResponsible(work, childId, 'best_interests_lead')
  if (!lead) return
  await finishTasks(work, { childId, kinds: ['analyse'] })
  const dueOn = addWorkingDays(work.today, analyseWithinWorkingDays)
  await addTask(work, { childId, kind: 'analyse', engagementId: lead.engagementId, dueOn })
}
