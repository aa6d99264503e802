import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { findReplacing, type Naming, nameLead } from '../lead-store.ts'
import { answerRequest, isAnsweredByMe, type LeadRequest, listRequests } from '../request-store.ts'
import { seesLead } from '../responsibility-policy.ts'
import { type AnswerOtherInput, nobodyChosen } from './answer-other.form.ts'

export type AnswerOtherForm = { child: Child; request: LeadRequest; naming: Naming }

export const openAnswerOther = (
  deps: Deps,
  asking: AskingOfChild,
  id: string,
): Promise<Result<AnswerOtherForm, Hidden | Misplaced>> =>
  audited(deps, 'lead.open-answer', asking, (work) => openForm(work, asking, id))

async function openForm(
  work: Work,
  { childId }: AskingOfChild,
  id: string,
): Promise<Result<AnswerOtherForm, Hidden>> {
  const known = await openChild(work, childId, seesLead)
  if (!known.ok) return known
  const naming = await findReplacing(work, childId, id)
  const request = naming && (await listRequests(work, childId)).find((one) => one.id === id)
  if (!request) return refuse.notFound()
  work.about(id)
  return ok({ child: known.value.child, request, naming })
}

/** Another becomes BBA from this moment, or it stays as it is and whoever asked reads why. */
export function answerOther(
  deps: Deps,
  asking: AskingOfChild,
  id: string,
  input: Result<AnswerOtherInput, FieldErrors>,
): Promise<Sent<AnswerOtherForm>> {
  return audited(deps, 'lead.answer', asking, async (work): Promise<Sent<AnswerOtherForm>> => {
    const done = ok(paths.tasks.to({}))
    if (await isAnsweredByMe(work, asking.childId, id)) return done
    const form = await openForm(work, asking, id)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { childId } = asking
    const { words } = input.value
    if (input.value.outcome === 'keep')
      return (await answerRequest(work, { childId, id, answer: words })) ? done : refuse.notFound()
    const { submission: tenureId, who: chosen } = input.value
    const seen = form.value.naming.tenureId
    const came = await nameLead(work, { childId, seen, tenureId, chosen, why: words, requestId: id })
    if (came === 'done') return done
    if (came === 'not-candidate') return refuse.invalid(form.value, nobodyChosen)
    return came === 'conflict' ? refuse.conflict(form.value) : refuse.notAllowed()
  })
}
