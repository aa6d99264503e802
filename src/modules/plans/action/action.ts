import { audited, type Work } from '#modules/audit'
import { addBar, type Listener, listListeners } from '#modules/family'
import { findAgreed, type MeetingAgreed } from '#modules/meetings'
import { type Colleague, listColleagues } from '#modules/organisations'
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
import { findLeads, type Leads } from '../plan-store.ts'
import { askToAgree } from '../tasks-access.ts'
import { findUnitSources, peopleIn, type WorkingUnit, workingUnits } from '../units-access.ts'
import type { ActionInput } from './action.form.ts'

/** An action that is there, or a new one; the units that can do it; and the guardians it could be kept from. */
export type ActionForm = OpenPlan & {
  part: Action | undefined
  units: readonly WorkingUnit[]
  guardians: readonly Listener[]
  /** Where the writer works: the likeliest. */
  ownUnitId: string | undefined
  /** A new one, for those who held the meeting: what it agreed on. */
  fromMeeting: { agreed: MeetingAgreed | undefined; leads: Leads } | undefined
}

type Opened = Result<ActionForm, Hidden | Misplaced>
type Saved = Result<'saved', Hidden | Misplaced | Declined<ActionForm, FieldErrors>>

export const openAction = (
  deps: Deps,
  asking: AskingOfChild,
  actionId: string | undefined,
): Promise<Opened> =>
  audited(deps, 'plan.open-action', asking, async (work) => {
    const form = await openForm(work, asking.childId, actionId)
    return form.ok ? ok(await withOffers(work, form.value)) : form
  })

async function openForm(
  work: Work,
  childId: string,
  actionId: string | undefined,
): Promise<Result<ActionForm, Hidden>> {
  const [opened, sources] = await Promise.all([
    openPartToWrite(work, childId, 'action', actionId),
    findUnitSources(work, childId),
  ])
  if (!opened.ok) return opened
  const units = workingUnits(sources, opened.value.parts)
  return ok({ ...opened.value, units, guardians: [], ownUnitId: work.actor.unitId, fromMeeting: undefined })
}

/** What the page offers beside: guardians to keep the action from, which only those who carry the matter may. */
async function withOffers(work: Work, form: ActionForm): Promise<ActionForm> {
  const { child, standing } = form.known
  if (!mayCarryPlan(standing)) return form
  const { matterId } = standing
  const isNew = form.part === undefined && matterId !== undefined
  const [listeners, agreed, leads] = await Promise.all([
    listListeners(work, child, matterId),
    isNew ? findAgreed(work, child.id, matterId) : undefined,
    findLeads(work, child.id),
  ])
  const guardians = listeners.filter(({ isChild }) => !isChild)
  return { ...form, guardians, ...(isNew && { fromMeeting: { agreed, leads } }) }
}

export function saveAction(
  deps: Deps,
  asking: AskingOfChild,
  actionId: string | undefined,
  input: Result<ActionInput, FieldErrors>,
): Promise<Saved> {
  return audited(deps, 'plan.save-action', asking, async (work): Promise<Saved> => {
    const unitId = input.ok ? input.value.unit : undefined
    const [form, colleagues] = await Promise.all([
      openForm(work, asking.childId, actionId),
      unitId ? listColleagues(work, unitId) : [],
    ])
    if (!form.ok) return form
    const id = actionId ?? (input.ok ? input.value.submission : undefined)
    if (id) work.about(id)
    const saved = input.ok ? await save(work, form.value, input.value, colleagues) : input.error
    if (saved === 'saved') return ok('saved')
    const now = await withOffers(work, form.value)
    return saved === 'conflict' ? refuse.conflict(now) : refuse.invalid(now, saved)
  })
}

type Outcome = 'saved' | 'conflict' | FieldErrors

async function save(
  work: Work,
  form: ActionForm,
  input: ActionInput,
  colleagues: readonly Colleague[],
): Promise<Outcome> {
  const { known, plan, part, parts, units } = form
  const id = part?.id ?? input.submission
  const childId = known.child.id
  const current = parts.find((one) => one.id === id && one.until === undefined)
  const upon = { childId, plan, seenVersion: input.version }
  if (input.outcome === 'end') {
    if (!current || (await savePlan(work, upon, { written: [], ended: [id] }))) {
      if (current) await noteChange(work, form, id)
      return 'saved'
    }
    return 'conflict'
  }
  const unit = units.find((one) => one.id === input.unit)
  if (input.unit && !unit) return { unit: 'Välj ett ställe ur listan' }
  const people = unit && peopleIn(work, { unit, who: input.who, colleagues, parts })
  const action = newAction(work, form, id, input, people?.engagementId)
  const unchanged = current?.kind === 'action' && sameText(current, { ...current, ...asPart(action, unit) })
  if (!unchanged) {
    const written = [action, ...(people?.contact ? [people.contact] : [])]
    if (!(await savePlan(work, upon, { written }))) return 'conflict'
    await Promise.all([noteChange(work, form, id), askToAgree(work, childId, [people?.contact])])
  }
  await hide(work, form, id, input)
  return 'saved'
}

const noteChange = (work: Work, { known, plan }: ActionForm, aboutId: string): Promise<void> =>
  addEvent(work, { childId: known.child.id, matterId: plan.matterId, kind: 'plan_changed', aboutId })

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
  const days = { startsOn, endsOn }
  return {
    id,
    madeAt: part?.madeAt,
    kind: 'action',
    goalId,
    areas,
    unitId: unit,
    engagementId,
    ...days,
    state: at,
    body,
  }
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

/** Kept from a guardian from the same moment as it is there. */
async function hide(work: Work, form: ActionForm, id: string, { hideFrom, hideWhy: why }: ActionInput) {
  if (!why || hideFrom.length === 0) return
  const { known, guardians } = await withOffers(work, form)
  for (const { personId } of guardians)
    if (personId && hideFrom.includes(personId))
      await addBar(work, { childId: known.child.id, personId, thingId: id, why })
}
