import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { closeMatter, findResponsible, hasOpenPlan, mayDecide } from '#modules/responsibility'
import { addTask, finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { addWorkingDays } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { DecisionOutcome } from '#shared/schema.ts'
import { nextTask, nextWithinWorkingDays } from '../decision.ts'
import { addDecision, type Decision, findDecision } from '../decision-store.ts'
import { readWheel, type WheelView } from '../show-wheel/show-wheel.ts'
import { endGathering } from '../wheel-store.ts'
import type { AnalyseInput } from './analyse.form.ts'

export type AnalyseForm = {
  child: Child
  matterId: string
  /** The wheel beside the form. */
  wheel: WheelView
  /** What was decided the last time, if anything. */
  decision: Decision | undefined
  /** A plan stands open, and ends on a page of its own. */
  hasPlan: boolean
}

export const openAnalysis = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<AnalyseForm, Hidden | Misplaced>> =>
  audited(deps, 'wheel.open-analysis', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<AnalyseForm, Hidden>> {
  const known = await openChild(work, childId, mayDecide)
  if (!known.ok) return known
  const { child, standing } = known.value
  const { matterId } = standing
  if (!matterId) return refuse.notAllowed()
  const wheel = await readWheel(work, known.value)
  const decision = await findDecision(work, childId, matterId)
  return ok({ child, matterId, wheel, decision, hasPlan: await hasOpenPlan(work, childId) })
}

/** One short text, the first yes of three questions, and one reason. What it leads to is next, and waits for the BBA. */
export function decide(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<AnalyseInput, FieldErrors>,
): Promise<Sent<AnalyseForm>> {
  return audited(deps, 'wheel.decide', asking, async (work): Promise<Sent<AnalyseForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)

    const { childId } = asking
    const { matterId } = form.value
    const { submission: itemId, outcome, analysis, closing } = input.value
    if (outcome === 'close' && form.value.hasPlan)
      return refuse.invalid(form.value, { closing: 'Det finns en plan. Avsluta den först.' })
    if (await addDecision(work, { childId, itemId, matterId, outcome, analysis })) {
      await endGathering(work, childId, matterId)
      await goOn(work, childId, outcome)
      if (closing && outcome === 'close') await closeMatter(work, { childId, matterId, outcome: closing })
    }
    work.about(itemId)
    return ok(nextAddress(outcome, childId))
  })
}

/** The wheel lay beside, so what was told in it has been read. */
const done = ['gather', 'analyse', 'question_answered', 'read_statement', 'handover_returned'] as const

async function goOn(work: Work, childId: string, outcome: DecisionOutcome): Promise<void> {
  await finishTasks(work, { childId, kinds: [...done] })
  const kind = nextTask[outcome]
  const lead = kind && (await findResponsible(work, childId, 'best_interests_lead'))
  if (!lead) return
  const dueOn = addWorkingDays(work.today, nextWithinWorkingDays)
  await addTask(work, { childId, kind, engagementId: lead.engagementId, dueOn })
}

/** Where each outcome goes on. */
export const nextAddress = (outcome: DecisionOutcome, childId: string): string =>
  ({
    own_support: paths.support.start,
    handover: paths.handover.prepare,
    collaboration: paths.sharing.ask,
    close: paths.child,
  })[outcome].to({ childId })
