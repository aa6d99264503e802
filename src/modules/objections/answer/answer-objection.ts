import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { faultOf, type Objection, type Text } from '../objection.ts'
import { mayAnswerObjection } from '../objection-policy.ts'
import { addAnswer, findObjections, findText } from '../objections-store.ts'
import { type AnswerInput, answerErrors } from './answer-objection.form.ts'

export type AnswerForm = {
  child: Child
  objection: Objection
  /** As it reads now; undefined when it is no longer there. */
  text: Text | undefined
  /** It reads otherwise than when somebody did not agree with it. */
  isChanged: boolean
}

export const openAnswer = (
  deps: Deps,
  asking: AskingOfChild,
  id: string,
): Promise<Result<AnswerForm, Hidden | Misplaced>> =>
  audited(deps, 'objection.open', asking, (work) => openForm(work, asking.childId, id))

async function openForm(work: Work, childId: string, id: string): Promise<Result<AnswerForm, Hidden>> {
  const known = await openChild(work, childId, mayAnswerObjection)
  if (!known.ok) return known
  const [objection] = await findObjections(work, childId, id)
  if (!objection?.ours) return refuse.notFound()
  work.about(id)
  const text = await findText(work, childId, objection.thingId)
  // Whoever may not read the text cannot say that it is corrected.
  const isChanged = text ? text.at > objection.thingAt : objection.inside
  return ok({ child: known.value.child, objection, text, isChanged })
}

/** The answer that the family reads: it is corrected, or it stands and why. Given once. */
export function answerObjection(
  deps: Deps,
  asking: AskingOfChild,
  id: string,
  input: Result<AnswerInput, FieldErrors>,
): Promise<Sent<AnswerForm>> {
  return audited(deps, 'objection.answer', asking, async (work): Promise<Sent<AnswerForm>> => {
    const { childId } = asking
    const form = await openForm(work, childId, id)
    if (!form.ok) return form
    if (form.value.objection.answer) return refuse.conflict(form.value)
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { outcome, why } = input.value
    const fault = faultOf(outcome, why, form.value.isChanged)
    if (fault) return refuse.invalid(form.value, answerErrors[fault])
    const answered = await addAnswer(work, { childId, id, outcome, why })
    return answered ? ok(paths.tasks.to({})) : refuse.conflict(form.value)
  })
}
