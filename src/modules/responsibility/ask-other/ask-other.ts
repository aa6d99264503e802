import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { askOtherLead, hasTold, type LeadRequest, listRequests } from '../request-store.ts'
import { mayAskOther } from '../responsibility-policy.ts'
import { findResponsible, type Responsible } from '../responsibility-store.ts'
import { type AskOtherInput, cannotAsk } from './ask-other.form.ts'

export type AskOtherForm = {
  child: Child
  isSelf: boolean
  /** For the family. Whoever only has told something does not know whether there is one. */
  lead: Responsible | undefined
  mine: readonly LeadRequest[]
}

export const openAskOther = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<AskOtherForm, Hidden | Misplaced>> =>
  audited(deps, 'lead.open-ask', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<AskOtherForm, Hidden>> {
  const known = await openChild(work, childId, mayAskOther)
  if (!known.ok) return known
  const { child, standing } = known.value
  const isSelf = standing.relation === 'self'
  if (work.actor.kind === 'staff') {
    if (!(await hasTold(work, childId))) return refuse.notAllowed()
    return ok({ child, isSelf, lead: undefined, mine: [] })
  }
  const lead = await findResponsible(work, childId, 'best_interests_lead')
  if (!lead) return refuse.notAllowed()
  return ok({ child, isSelf, lead, mine: await listRequests(work, childId) })
}

/** Asks for another than the one who is BBA, or would be. That one is told nothing of it. */
export function askOther(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<AskOtherInput, FieldErrors>,
): Promise<Sent<AskOtherForm>> {
  return audited(deps, 'lead.ask', asking, async (work): Promise<Sent<AskOtherForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { childId } = asking
    const came = await askOtherLead(work, { childId, id: input.value.submission, why: input.value.why })
    if (came === 'not-allowed') return refuse.notAllowed()
    if (came !== 'sent') return refuse.invalid(form.value, cannotAsk[came])
    // What a child has asked, or somebody who does not know what is going on, is not to be seen afterwards.
    const isSeen = (await listRequests(work, childId)).some(({ id }) => id === input.value.submission)
    return ok(isSeen ? paths.lead.ask.to({ childId }) : `${paths.noticing.receipt.to({})}?om=ansvarig`)
  })
}
