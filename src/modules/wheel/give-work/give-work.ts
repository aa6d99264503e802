import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { type Colleague, findUnit, listColleagues } from '#modules/organisations'
import { assign, findResponsible, mayDecide, mayWork, type Responsible } from '#modules/responsibility'
import { addTask, finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { addWorkingDays } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { endWork, listWorkers, type Worker } from '../work-store.ts'
import { type GiveInput, noColleague } from './give-work.form.ts'

const workDays = 5

export type WorkForm = {
  child: Child
  lead: Responsible
  /** Those who have been given the work; the BBA and the function's holder have it by themselves. */
  given: readonly Worker[]
  colleagues: readonly Colleague[]
  decides: boolean
  /** The one who looks has been given the work. */
  isGiven: boolean
}

export const openColleagues = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<WorkForm, Hidden | Misplaced>> =>
  audited(deps, 'wheel.open-colleagues', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<WorkForm, Hidden>> {
  const known = await openChild(work, childId, mayWork)
  if (!known.ok) return known
  const { child, standing } = known.value
  const lead = await findResponsible(work, childId, 'best_interests_lead')
  if (!lead) return refuse.notAllowed()
  const { unitId = '', engagementId } = work.actor
  const holder = (await findUnit(work, unitId))?.holderEngagementId
  const workers = await listWorkers(work, childId)
  const given = workers.filter(
    ({ engagementId: theirs, isResponsible }) =>
      !isResponsible && ![lead.engagementId, holder].includes(theirs),
  )
  const busy = new Set([...workers.map((worker) => worker.engagementId), engagementId])
  const colleagues = (await listColleagues(work, unitId)).filter(
    (colleague) => !busy.has(colleague.engagementId),
  )
  const isGiven = given.some((worker) => worker.engagementId === engagementId)
  return ok({ child, lead, given, colleagues, decides: mayDecide(standing), isGiven })
}

/** The work, not the responsibility, goes to a colleague in the unit. */
export function giveWork(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<GiveInput, FieldErrors>,
): Promise<Sent<WorkForm>> {
  return audited(deps, 'wheel.give-work', asking, async (work): Promise<Sent<WorkForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!form.value.decides) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { childId } = asking
    const engagementId = input.value.colleague
    const here = paths.wheel.colleague.to({ childId })
    if (form.value.given.some((worker) => worker.engagementId === engagementId)) return ok(here)
    const colleague = form.value.colleagues.find((one) => one.engagementId === engagementId)
    if (!colleague) return refuse.invalid(form.value, noColleague)

    const { secrecyUnitId } = work.actor
    if (!secrecyUnitId) return refuse.notAllowed()
    await assign(work, { childId, kind: 'work', engagementId, secrecyUnitId })
    await addTask(work, {
      childId,
      kind: 'gather',
      engagementId,
      dueOn: addWorkingDays(work.today, workDays),
    })
    return ok(here)
  })
}

type Done = Result<string, Hidden | Misplaced>

/** The BBA takes the work back. */
export function takeBackWork(deps: Deps, asking: AskingOfChild, assignmentId: string): Promise<Done> {
  return audited(deps, 'wheel.take-back-work', asking, async (work): Promise<Result<string, Hidden>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!form.value.decides) return refuse.notAllowed()
    const worker = form.value.given.find((given) => given.assignmentId === assignmentId)
    if (worker) await endWork(work, asking.childId, worker)
    return ok(paths.wheel.colleague.to({ childId: asking.childId }))
  })
}

/** The colleague has gathered what was to be gathered; the BBA goes on. */
export function workIsDone(deps: Deps, asking: AskingOfChild): Promise<Done> {
  return audited(deps, 'wheel.work-done', asking, async (work): Promise<Result<string, Hidden>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    const { childId } = asking
    const { lead, isGiven } = form.value
    if (!isGiven) return refuse.notAllowed()
    await finishTasks(work, { childId, kinds: ['gather', 'analyse'] })
    const dueOn = addWorkingDays(work.today, workDays)
    await addTask(work, { childId, kind: 'analyse', engagementId: lead.engagementId, dueOn })
    return ok(paths.wheel.show.to({ childId }))
  })
}
