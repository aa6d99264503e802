import { audited, type Work } from '#modules/audit'
import { addBar, type Listener, listListeners } from '#modules/family'
import { addEvent } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type Action, firstState, ofKind, sameText } from '../plan.ts'
import { type OpenPlan, openPartToWrite } from '../plan-access.ts'
import { type NewPart, savePlan } from '../plan-change-store.ts'
import { mayCarryPlan } from '../plan-policy.ts'
import { askToAgree } from '../tasks-access.ts'
import { findWorkingUnits, peopleIn, type WorkingUnit } from '../units-access.ts'
import type { ActionInput } from './action.form.ts'

/** An action that is there, or a new one; the units that can do it; and the guardians it could be kept from. */
export type ActionForm = OpenPlan & {
  part: Action | undefined
  units: readonly WorkingUnit[]
  guardians: readonly Listener[]
  /** Where the writer works: the likeliest. */
  ownUnitId: string | undefined
}

type Opened = Result<ActionForm, Hidden | Misplaced>
type Saved = Result<'saved', Hidden | Misplaced | Declined<ActionForm, FieldErrors>>

export const openAction = (
  deps: Deps,
  asking: AskingOfChild,
  actionId: string | undefined,
): Promise<Opened> =>
  audited(deps, 'plan.open-action', asking, (work) => openForm(work, asking.childId, actionId))

async function openForm(
  work: Work,
  childId: string,
  actionId: string | undefined,
): Promise<Result<ActionForm, Hidden>> {
  const opened = await openPartToWrite(work, childId, 'action', actionId)
  if (!opened.ok) return opened
  const { known, parts } = opened.value
  const units = await findWorkingUnits(work, childId, parts)
  const listeners = mayCarryPlan(known.standing)
    ? await listListeners(work, known.child, known.standing.matterId)
    : []
  const guardians = listeners.filter(({ isChild }) => !isChild)
  return ok({ ...opened.value, units, guardians, ownUnitId: work.actor.unitId })
}

export function saveAction(
  deps: Deps,
  asking: AskingOfChild,
  actionId: string | undefined,
  input: Result<ActionInput, FieldErrors>,
): Promise<Saved> {
  return audited(deps, 'plan.save-action', asking, async (work): Promise<Saved> => {
    const form = await openForm(work, asking.childId, actionId)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const id = actionId ?? input.value.submission
    work.about(id)
    return input.value.outcome === 'end'
      ? end(work, form.value, id, input.value)
      : write(work, form.value, id, input.value)
  })
}

async function write(work: Work, form: ActionForm, id: string, input: ActionInput): Promise<Saved> {
  const { known, plan, parts, units } = form
  const childId = known.child.id
  const unit = units.find((one) => one.id === input.unit)
  if (input.unit && !unit) return refuse.invalid(form, { unit: 'Välj ett ställe ur listan' })
  const { engagementId, contact } = unit
    ? await peopleIn(work, { unit, who: input.who, parts })
    : { engagementId: undefined, contact: undefined }
  const action = newAction(work, form, id, input, engagementId)

  const current = parts.find((one) => one.id === id && one.until === undefined)
  const unchanged = current?.kind === 'action' && sameText(current, { ...current, ...asPart(action, unit) })
  if (!unchanged) {
    const written = [action, ...(contact ? [contact] : [])]
    const at = { childId, planId: plan.id, seenVersion: input.version }
    if (!(await savePlan(work, at, { written }))) return refuse.conflict(form)
    await addEvent(work, { childId, matterId: plan.matterId, kind: 'plan_changed', aboutId: id })
    await askToAgree(work, childId, [contact])
  }
  await hide(work, form, id, input)
  return ok('saved')
}

function newAction(
  work: Work,
  { part, parts }: ActionForm,
  id: string,
  { what, who, when, toChild, startsOn, endsOn, state, goal, unit }: ActionInput,
  engagementId: string | undefined,
): NewPart {
  const goalId = ofKind(parts, 'goal').find((one) => one.id === goal)?.id
  const at = state ?? part?.state ?? firstState(startsOn, work.today)
  const body = { what, who, when, toChild }
  const areas = part?.areas
  return { id, kind: 'action', goalId, areas, unitId: unit, engagementId, startsOn, endsOn, state: at, body }
}

const asPart = (
  { goalId, engagementId, startsOn, endsOn, state, body }: NewPart,
  unit: WorkingUnit | undefined,
) => ({
  goalId,
  engagementId,
  startsOn,
  endsOn,
  state: state ?? 'ongoing',
  unit: unit && { id: unit.id, name: unit.name },
  body: body as Action['body'],
})

async function end(work: Work, form: ActionForm, id: string, { version }: ActionInput): Promise<Saved> {
  const { known, plan, parts } = form
  if (!parts.some((one) => one.id === id && one.until === undefined)) return ok('saved')
  const at = { childId: known.child.id, planId: plan.id, seenVersion: version }
  if (!(await savePlan(work, at, { written: [], ended: [id] }))) return refuse.conflict(form)
  await addEvent(work, {
    childId: known.child.id,
    matterId: plan.matterId,
    kind: 'plan_changed',
    aboutId: id,
  })
  return ok('saved')
}

/** Kept from a guardian from the same moment as it is there. */
async function hide(work: Work, { known, guardians }: ActionForm, id: string, input: ActionInput) {
  const { hideFrom, hideWhy: why } = input
  if (!why) return
  for (const { personId } of guardians)
    if (personId && hideFrom.includes(personId))
      await addBar(work, { childId: known.child.id, personId, thingId: id, why })
}
