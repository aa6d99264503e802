import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { isSettled, listListeners } from '#modules/family'
import type { WheelArea } from '#modules/knowledge'
import { addEvent, findResponsible, mayWork } from '#modules/responsibility'
import { addTask, finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { addWorkingDays } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { withAreas } from '../wheel.ts'
import { addGathering, findGathering, findNoticedAreas, type Gathering, setAreas } from '../wheel-store.ts'
import { type StartInput, talkFirst } from './start-gathering.form.ts'

/** A gathering ends in an analysis within this many working days; the day can be moved by nobody but the BBA. */
const analyseWithinWorkingDays = 10

export type StartForm = {
  child: Child
  matterId: string
  gathering: Gathering | undefined
  /** The areas that those who noticed something pointed at. */
  noticed: readonly WheelArea[]
  /** It is noted that the family knows, or why it must not. */
  familyKnows: boolean
}

export const openStart = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<StartForm, Hidden | Misplaced>> =>
  audited(deps, 'wheel.open-start', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<StartForm, Hidden>> {
  const known = await openChild(work, childId, mayWork)
  if (!known.ok) return known
  const { child, standing } = known.value
  const { matterId } = standing
  if (!matterId) return refuse.notAllowed()
  const guardians = (await listListeners(work, child, matterId)).filter(({ isChild }) => !isChild)
  return ok({
    child,
    matterId,
    gathering: await findGathering(work, childId, matterId),
    noticed: await findNoticedAreas(work, childId, matterId),
    familyKnows: guardians.length === 0 || guardians.some(isSettled),
  })
}

/** Takes up the areas that matter. Begun already: the areas are added. */
export function startGathering(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<StartInput, FieldErrors>,
): Promise<Sent<StartForm>> {
  return audited(deps, 'wheel.start', asking, async (work): Promise<Sent<StartForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!form.value.familyKnows) return refuse.invalid(form.value, talkFirst)
    if (!input.ok) return refuse.invalid(form.value, input.error)

    const { gathering, matterId } = form.value
    const { areas, submission } = input.value
    const { childId } = asking
    if (gathering) await setAreas(work, childId, gathering.id, withAreas(gathering.areas, areas))
    else if (await addGathering(work, { id: submission, childId, matterId, areas }))
      await begun(work, childId, matterId)
    return ok(paths.wheel.show.to({ childId }))
  })
}

async function begun(work: Work, childId: string, matterId: string): Promise<void> {
  await addEvent(work, { childId, matterId, kind: 'gathering_started' })
  await finishTasks(work, { childId, kinds: ['gather'] })
  const lead = await findResponsible(work, childId, 'best_interests_lead')
  if (!lead) return
  const dueOn = addWorkingDays(work.today, analyseWithinWorkingDays)
  await addTask(work, { childId, kind: 'analyse', engagementId: lead.engagementId, dueOn })
}
