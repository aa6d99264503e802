import { audited, type Work } from '#modules/audit'
import { isGrownUp, type Standing } from '#modules/children'
import { addEvent, closeMatter } from '#modules/responsibility'
import { findPartyUnits } from '#modules/sharing'
import { addTask, finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { addWorkingDays } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { addEnding, endByFamily, endParties } from '../ending-store.ts'
import { endCollaborationLead } from '../lead-store.ts'
import { type OpenedPlan, openPlan } from '../plan-access.ts'
import { markEnded } from '../plan-change-store.ts'
import { mayCarryPlan, mayEndForFamily } from '../plan-policy.ts'
import { findLeads, type Leads } from '../plan-store.ts'
import type { EndInput } from './end.form.ts'

/** Ended by those who carry it, with a reason; or by the family, without one. */
export type EndForm = OpenedPlan & { by: 'lead' | 'family'; leads: Leads; units: readonly string[] }

/** So many working days. */
const tellWithin = 2

type Opened = Result<EndForm, Hidden | Misplaced>
type Ended = Result<'ended', Hidden | Misplaced | Declined<EndForm, FieldErrors>>

export const openEnd = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'plan.open-end', asking, (work) => openForm(work, asking.childId))

async function openForm(work: Work, childId: string): Promise<Result<EndForm, Hidden>> {
  const readsPlan = (standing: Standing) => mayCarryPlan(standing) || mayEndForFamily(standing, true)
  const [opened, leads, parties] = await Promise.all([
    openPlan(work, childId, readsPlan),
    findLeads(work, childId),
    findPartyUnits(work, childId),
  ])
  if (!opened.ok) return opened
  const { child, standing } = opened.value.known
  const by = mayCarryPlan(standing) ? 'lead' : 'family'
  if (by === 'family' && !mayEndForFamily(standing, isGrownUp(child, work.today))) return refuse.notAllowed()
  const units = parties.filter(({ grantId }) => grantId).map(({ name }) => name)
  return ok({ ...opened.value, by, leads, units })
}

/** Ends the plan. From this moment on no other unit reads anything more of it; each unit's own support goes on. */
export function endPlan(
  deps: Deps,
  asking: AskingOfChild,
  read: {
    lead: () => Result<EndInput, FieldErrors>
    /** It has ended already: only how to go on is left to say. */
    after: () => Result<Pick<EndInput, 'after'>, FieldErrors>
    family: () => Result<unknown, FieldErrors>
  },
): Promise<Ended> {
  return audited(deps, 'plan.end', asking, async (work): Promise<Ended> => {
    const form = await openForm(work, asking.childId)
    if (!form.ok) return form
    const { plan, by } = form.value
    if (by === 'family') {
      const input = read.family()
      if (!input.ok) return refuse.invalid(form.value, input.error)
      if (plan.endedAt || (await endByFamily(work, asking.childId))) return ok('ended')
      return refuse.notAllowed()
    }
    if (plan.endedAt) {
      const after = read.after()
      if (!after.ok) return refuse.invalid(form.value, after.error)
      await goOn(work, form.value, after.value.after)
      return ok('ended')
    }
    const input = read.lead()
    if (!input.ok) return refuse.invalid(form.value, input.error)
    await end(work, form.value, input.value)
    await goOn(work, form.value, input.value.after, input.value.because)
    if (input.value.childFirst === 'not_told') await remindToTell(work, form.value)
    return ok('ended')
  })
}

/** The plan is over: all is, or the own unit goes on helping. */
async function goOn(
  work: Work,
  { known, plan }: EndForm,
  after: EndInput['after'],
  because = plan.endedBecause,
): Promise<void> {
  const childId = known.child.id
  await finishTasks(work, { childId, kinds: ['family_ended'] })
  if (after !== 'close') return
  const outcome = because === 'family_ended' ? 'family_ended' : 'plan_ended'
  await closeMatter(work, { childId, matterId: plan.matterId, outcome })
}

async function end(work: Work, { known, plan }: EndForm, input: EndInput): Promise<void> {
  const childId = known.child.id
  const { because, childFirst, about } = input
  await markEnded(work, { childId, planId: plan.id, because })
  await addEnding(work, { childId, planId: plan.id, childFirst, about })
  await endCollaborationLead(work, childId)
  await addEvent(work, { childId, matterId: plan.matterId, kind: 'plan_ended', aboutId: plan.id })
  await endParties(work, childId)
  await finishTasks(work, {
    childId,
    kinds: ['follow_up', 'agree_to_plan', 'accept_collaboration', 'collaboration_declined'],
  })
}

/** A child who has not been told yet is told soon, whatever else has ended. */
async function remindToTell(work: Work, { known, leads }: EndForm): Promise<void> {
  if (!leads.bba) return
  await addTask(work, {
    childId: known.child.id,
    kind: 'tell_child',
    engagementId: leads.bba.engagementId,
    dueOn: addWorkingDays(work.today, tellWithin),
  })
}
