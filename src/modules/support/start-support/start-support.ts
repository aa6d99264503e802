import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { type Colleague, listColleagues } from '#modules/organisations'
import { assign, mayDecide, mayWork } from '#modules/responsibility'
import { addTask, finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { lookAgainDays } from '../support.ts'
import { addSupport } from '../support-store.ts'
import { type StartInput, startErrors } from './start-support.form.ts'

export type StartForm = {
  child: Child
  matterId: string
  /** Those who can do it: everybody here, for the one who may give the work away; else only oneself. */
  colleagues: readonly Colleague[]
  me: string
  today: Day
  proposedOn: Day
}

export const openStart = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<StartForm, Hidden | Misplaced>> =>
  audited(deps, 'support.open-form', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<StartForm, Hidden>> {
  const known = await openChild(work, childId, mayWork)
  if (!known.ok) return known
  const { child, standing } = known.value
  const { matterId } = standing
  const { unitId, engagementId: me } = work.actor
  if (!matterId || !unitId || !me) return refuse.notAllowed()
  const all = await listColleagues(work, unitId)
  const colleagues = mayDecide(standing) ? all : all.filter(({ engagementId }) => engagementId === me)
  const proposedOn = addDays(work.today, lookAgainDays)
  return ok({ child, matterId, colleagues, me, today: work.today, proposedOn })
}

/** Help where the child already is. Whoever does it gets the work, and is reminded to look again. */
export function startSupport(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<StartInput, FieldErrors>,
): Promise<Sent<StartForm>> {
  return audited(deps, 'support.start', asking, async (work): Promise<Sent<StartForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { colleagues, matterId, today } = form.value
    const { submission: itemId, what, pointsTo, who: engagementId, reviewOn } = input.value
    if (!colleagues.some((colleague) => colleague.engagementId === engagementId))
      return refuse.invalid(form.value, startErrors.who)
    if (reviewOn < today) return refuse.invalid(form.value, startErrors.past)

    const { childId } = asking
    const { secrecyUnitId = '' } = work.actor
    if (await addSupport(work, { childId, itemId, matterId, what, pointsTo, engagementId, reviewOn })) {
      await assign(work, { childId, kind: 'work', engagementId, secrecyUnitId })
      await finishTasks(work, { childId, kinds: ['gather', 'analyse'] })
      await addTask(work, { childId, kind: 'review_support', engagementId, aboutId: itemId, dueOn: reviewOn })
    }
    work.about(itemId)
    return ok(paths.support.show.to({ childId, itemId }))
  })
}
