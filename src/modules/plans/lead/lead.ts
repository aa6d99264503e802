import { audited, type Work } from '#modules/audit'
import type { KnownChild } from '#modules/children'
import { addEvent } from '#modules/responsibility'
import { addTask, finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { addWorkingDays } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import {
  acceptCollaboration,
  type Candidate,
  endCollaborationLead,
  findCandidates,
  findLeadQuestion,
  type LeadQuestion,
} from '../lead-store.ts'
import type { Plan } from '../plan.ts'
import { openPlan } from '../plan-access.ts'
import { mayAnswerAboutLead, mayCarryPlan } from '../plan-policy.ts'
import { findLeads, type Leads } from '../plan-store.ts'
import { awaitFollowUpOf } from '../tasks-access.ts'
import type { LeadInput } from './lead.form.ts'

const answerWithin = 5

/** Who leads the collaboration, whom one can ask, and the question that waits. */
export type LeadForm = {
  known: KnownChild
  plan: Plan
  leads: Leads
  candidates: readonly Candidate[]
  question: LeadQuestion | undefined
  /** The person who looks is the one who was asked. */
  asksMe: boolean
}

type Opened = Result<LeadForm, Hidden | Misplaced>
type Saved = Result<'saved', Hidden | Misplaced | Declined<LeadForm, FieldErrors>>

export const openLead = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'plan.open-lead', asking, (work) => openForm(work, asking.childId))

async function openForm(work: Work, childId: string): Promise<Result<LeadForm, Hidden>> {
  const [opened, leads, question] = await Promise.all([
    openPlan(work, childId, mayAnswerAboutLead),
    findLeads(work, childId),
    findLeadQuestion(work, childId),
  ])
  if (!opened.ok) return opened
  const { known, plan } = opened.value
  if (plan.endedAt) return refuse.notFound()
  const all = mayCarryPlan(known.standing) ? await findCandidates(work, childId) : []
  const candidates = all.filter(({ engagementId }) => engagementId !== leads.bba?.engagementId)
  const asksMe = question?.answered === false && question.engagementId === work.actor.engagementId
  return ok({ known, plan, leads, candidates, question, asksMe })
}

/** Asks, answers, or takes back. Until somebody has said yes, the BBA leads. */
export function saveLead(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<LeadInput, FieldErrors>,
): Promise<Saved> {
  return audited(deps, 'plan.save-lead', asking, async (work): Promise<Saved> => {
    const form = await openForm(work, asking.childId)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    switch (input.value.act) {
      case 'ask':
        return ask(work, form.value, input.value.who)
      case 'accept':
        return accept(work, form.value)
      case 'decline':
        return decline(work, form.value)
      case 'bba':
        return letBbaLead(work, form.value)
    }
  })
}

async function ask(work: Work, form: LeadForm, who: string): Promise<Saved> {
  const { known, candidates, question } = form
  if (!mayCarryPlan(known.standing)) return refuse.notAllowed()
  if (!candidates.some(({ engagementId }) => engagementId === who))
    return refuse.invalid(form, { who: 'Välj någon ur listan' })
  if (question?.answered === false && question.engagementId === who) return ok('saved')
  const childId = known.child.id
  await finishTasks(work, { childId, kinds: ['accept_collaboration', 'collaboration_declined'] })
  await addTask(work, {
    childId,
    kind: 'accept_collaboration',
    engagementId: who,
    dueOn: addWorkingDays(work.today, answerWithin),
  })
  return ok('saved')
}

async function accept(work: Work, form: LeadForm): Promise<Saved> {
  const { known, plan, leads } = form
  const childId = known.child.id
  const { engagementId } = work.actor
  const leadsAlready = leads.collaboration?.engagementId === engagementId
  if (leadsAlready && leads.bba?.engagementId !== engagementId) return ok('saved')
  if (!form.asksMe || !engagementId || !(await acceptCollaboration(work, childId))) return refuse.notAllowed()
  await addEvent(work, { childId, matterId: plan.matterId, kind: 'lead_changed' })
  if (plan.followUpAt)
    await awaitFollowUpOf(work, { childId, planId: plan.id, at: plan.followUpAt, engagementId })
  return ok('saved')
}

async function decline(work: Work, form: LeadForm): Promise<Saved> {
  const { known, leads, asksMe } = form
  if (!asksMe) return form.question?.answered ? ok('saved') : refuse.notAllowed()
  const childId = known.child.id
  await finishTasks(work, { childId, kinds: ['accept_collaboration'] })
  if (leads.bba)
    await addTask(work, {
      childId,
      kind: 'collaboration_declined',
      engagementId: leads.bba.engagementId,
      dueOn: addWorkingDays(work.today, answerWithin),
    })
  return ok('saved')
}

async function letBbaLead(work: Work, { known, plan, leads }: LeadForm): Promise<Saved> {
  if (!mayCarryPlan(known.standing)) return refuse.notAllowed()
  const childId = known.child.id
  await finishTasks(work, { childId, kinds: ['accept_collaboration', 'collaboration_declined'] })
  if (leads.collaboration?.engagementId === leads.bba?.engagementId) return ok('saved')
  await endCollaborationLead(work, childId)
  await addEvent(work, { childId, matterId: plan.matterId, kind: 'lead_changed' })
  return ok('saved')
}
