import { audited, type Work } from '#modules/audit'
import type { KnownChild } from '#modules/children'
import { findAgreed, type MeetingAgreed } from '#modules/meetings'
import { listColleagues } from '#modules/organisations'
import { addEvent } from '#modules/responsibility'
import { finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { planFollowUp } from '../follow-up-store.ts'
import { firstState, type Part, type Plan } from '../plan.ts'
import { readPlan } from '../plan-access.ts'
import { addPlan, type NewPart, setFollowUp, writeParts } from '../plan-change-store.ts'
import { mayCarryPlan } from '../plan-policy.ts'
import { findLeads, type Leads } from '../plan-store.ts'
import { askToAgree, awaitFollowUp } from '../tasks-access.ts'
import { contactFor, findUnitSources, peopleIn, type WorkingUnit, workingUnits } from '../units-access.ts'
import type { StartInput } from './start.form.ts'

/** What a plan starts from. `plan` is one that is open already. */
export type StartForm = {
  known: KnownChild
  matterId: string
  plan: Plan | undefined
  parts: readonly Part[]
  units: readonly WorkingUnit[]
  leads: Leads
  /** What the last meeting agreed on. */
  agreed: MeetingAgreed | undefined
}

type Opened = Result<StartForm, Hidden | Misplaced>
type Started = Result<'started', Hidden | Misplaced | Declined<StartForm, FieldErrors>>

export const openStart = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'plan.open-start', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<StartForm, Hidden>> {
  const [read, sources, leads] = await Promise.all([
    readPlan(work, childId, mayCarryPlan),
    findUnitSources(work, childId),
    findLeads(work, childId),
  ])
  if (!read.ok) return read
  const { known, plan, parts } = read.value
  const { matterId } = known.standing
  if (matterId === undefined) return refuse.notFound()
  const isOpen = plan !== undefined && plan.endedAt === undefined
  const units = workingUnits(sources, isOpen ? parts : [])
  const agreed = await findAgreed(work, childId, matterId)
  return ok({ known, matterId, plan: isOpen ? plan : undefined, parts, units, leads, agreed })
}

/** The first version: what, who, when, one contact on each place, and the day to ask whether it helped. */
export function startPlan(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<StartInput, FieldErrors>,
): Promise<Started> {
  return audited(deps, 'plan.start', asking, async (work): Promise<Started> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { plan, units } = form.value
    const planId = input.value.submission
    work.about(planId)
    if (plan) return plan.id === planId ? ok('started') : refuse.conflict(form.value)
    const unit = units.find(({ id }) => id === input.value.unit)
    if (input.value.unit && !unit) return refuse.invalid(form.value, { unit: 'Välj ett ställe ur listan' })
    if (input.value.followUpOn < work.today)
      return refuse.invalid(form.value, { followUpOn: 'Dagen har redan varit. Välj i dag eller senare.' })

    const { childId } = asking
    const { matterId, leads } = form.value
    if (!(await addPlan(work, { childId, planId, matterId }))) return ok('started')
    const written = await firstParts(work, form.value, input.value, unit)
    await writeParts(work, { childId, planId, version: 1 }, { written })
    const at = swedishMoment(input.value.followUpOn, input.value.followUpTime)
    await setFollowUp(work, { childId, planId, at })
    await planFollowUp(work, { childId, planId, id: work.newId() })
    await addEvent(work, { childId, matterId, kind: 'plan_started', aboutId: planId })
    await finishTasks(work, { childId, kinds: ['write_plan'] })
    await awaitFollowUp(work, leads, { childId, planId, at })
    await askToAgree(
      work,
      childId,
      written.filter(({ kind }) => kind === 'contact'),
    )
    return ok('started')
  })
}

async function firstParts(
  work: Work,
  { units, leads }: StartForm,
  input: StartInput,
  unit: WorkingUnit | undefined,
): Promise<NewPart[]> {
  const { words, better, areas, what, who, when, toChild, startsOn, endsOn } = input
  const goal = words && { id: work.newId(), kind: 'goal' as const, areas, body: { words, better } }
  const colleagues = unit ? await listColleagues(work, unit.id) : []
  const people = unit && peopleIn(work, { unit, who, colleagues, parts: [] })
  const action: NewPart = {
    id: work.newId(),
    kind: 'action',
    goalId: goal?.id,
    areas: goal ? [] : areas,
    unitId: unit?.id,
    engagementId: people?.engagementId,
    startsOn,
    endsOn,
    state: firstState(startsOn, work.today),
    body: { what, who, when, toChild },
  }
  const bbas = units.find(({ id }) => id === leads.bba?.unitId)
  const contacts = [
    bbas && contactFor(work, bbas, leads.bba?.engagementId),
    unit?.id !== bbas?.id ? people?.contact : undefined,
  ]
  return [goal, action, ...contacts].filter((part) => part !== undefined)
}
