import { audited } from '#modules/audit'
import { addEvent } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type Goal, sameText } from '../plan.ts'
import { type OpenPlan, openPartToWrite } from '../plan-access.ts'
import { savePlan } from '../plan-change-store.ts'
import type { GoalInput } from './goal.form.ts'

/** A goal that is there, or a new one. */
export type GoalForm = OpenPlan & { part: Goal | undefined }

type Opened = Result<GoalForm, Hidden | Misplaced>
type Saved = Result<'saved', Hidden | Misplaced | Declined<GoalForm, FieldErrors>>

export const openGoal = (deps: Deps, asking: AskingOfChild, goalId: string | undefined): Promise<Opened> =>
  audited(deps, 'plan.open-goal', asking, (work) => openPartToWrite(work, asking.childId, 'goal', goalId))

export function saveGoal(
  deps: Deps,
  asking: AskingOfChild,
  goalId: string | undefined,
  input: Result<GoalInput, FieldErrors>,
): Promise<Saved> {
  return audited(deps, 'plan.save-goal', asking, async (work): Promise<Saved> => {
    const { childId } = asking
    const form = await openPartToWrite(work, childId, 'goal', goalId)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { plan, part, parts } = form.value
    const { submission, version, words, better, areas, outcome } = input.value
    const id = goalId ?? submission
    work.about(id)

    const ends = outcome === 'end'
    const same = parts.find((one) => one.id === id && one.until === undefined)
    if (ends && !same) return ok('saved')
    if (!ends && same?.kind === 'goal' && sameText(same, { ...same, areas, body: { words, better } }))
      return ok('saved')
    const written = ends
      ? []
      : [{ id, madeAt: part?.madeAt, kind: 'goal' as const, areas, body: { words, better } }]
    const at = { childId, plan, seenVersion: version }
    if (!(await savePlan(work, at, { written, ended: ends ? [id] : [] }))) return refuse.conflict(form.value)
    await addEvent(work, { childId, matterId: plan.matterId, kind: 'plan_changed', aboutId: id })
    return ok('saved')
  })
}
