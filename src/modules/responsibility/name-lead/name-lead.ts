import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { finishTasks, listWaitingFor } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { TaskKind } from '#shared/schema.ts'
import { type AtWork, findNaming, listTenures, type Naming, nameLead, type Tenure } from '../lead-store.ts'
import { seesLead } from '../responsibility-policy.ts'
import { findResponsible } from '../responsibility-store.ts'
import { type NameInput, notThere } from './name-lead.form.ts'

export type LeadForm = {
  child: Child
  lead: AtWork
  isMe: boolean
  /** Undefined for those who only look. */
  naming: Naming | undefined
  tenures: readonly Tenure[]
  /** They have been told of it, and not said that they have read it. */
  isNews: boolean
}

const newsKinds: readonly TaskKind[] = ['become_lead', 'lead_changed']

export const openLead = (deps: Deps, asking: AskingOfChild): Promise<Result<LeadForm, Hidden | Misplaced>> =>
  audited(deps, 'lead.show', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<LeadForm, Hidden>> {
  const known = await openChild(work, childId, seesLead)
  if (!known.ok) return known
  const { child, standing } = known.value
  const naming = await findNaming(work, childId)
  const { matterId } = standing
  const lead = naming?.heldNow ?? (matterId && (await findResponsible(work, childId, 'best_interests_lead')))
  if (!lead) return refuse.notAllowed()
  const tenures = matterId ? await listTenures(work, childId, matterId) : []
  const isMe = lead.engagementId === work.actor.engagementId
  const isNews = (await listWaitingFor(work, childId)).some(
    ({ kind, mine }) => mine && newsKinds.includes(kind),
  )
  return ok({ child, lead, isMe, naming, tenures, isNews })
}

/** Chooses another BBA, from this moment and with a reason. */
export function chooseLead(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<NameInput, FieldErrors>,
): Promise<Sent<LeadForm>> {
  return audited(deps, 'lead.name', asking, async (work): Promise<Sent<LeadForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!form.value.naming?.chooses) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { childId } = asking
    const { submission: tenureId, seen, who: chosen, why } = input.value
    switch (await nameLead(work, { childId, seen, tenureId, chosen, why })) {
      case 'done':
        // Whoever works outside the wall knows no more of the child from now on.
        return ok(form.value.naming.isInside ? paths.lead.show.to({ childId }) : paths.tasks.to({}))
      case 'conflict':
        return refuse.conflict(form.value)
      case 'not-candidate':
        return refuse.invalid(form.value, notThere)
      case 'not-allowed':
        return refuse.notAllowed()
    }
  })
}

/** Has seen that they are BBA now, or are no longer. */
export const leadIsRead = (deps: Deps, asking: AskingOfChild): Promise<Result<string, Hidden | Misplaced>> =>
  audited(deps, 'lead.read', asking, async (work): Promise<Result<string, Hidden>> => {
    const { childId } = asking
    const form = await openForm(work, asking)
    if (!form.ok) return form
    const { engagementId } = work.actor
    await finishTasks(work, { childId, kinds: newsKinds, engagementId })
    return ok(paths.lead.show.to({ childId }))
  })
