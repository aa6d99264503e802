import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayAnswerForUnit } from '../reader-log-policy.ts'
import { answerQuestion, findQuestion, findUnitLines, type QuestionToUnit } from '../reader-log-store.ts'
import type { Line } from '../reading.ts'
import type { AnswerInput } from './answer-reading.form.ts'

export type QuestionForm = {
  child: Child
  question: QuestionToUnit
  /** Who of one's own has read on the day. */
  lines: readonly Line[]
}

export const openQuestion = (
  deps: Deps,
  asking: AskingOfChild,
  questionId: string,
): Promise<Result<QuestionForm, Hidden | Misplaced>> =>
  audited(deps, 'reader-log.open-question', asking, (work) => openForm(work, asking.childId, questionId))

async function openForm(
  work: Work,
  childId: string,
  questionId: string,
): Promise<Result<QuestionForm, Hidden>> {
  const known = await openChild(work, childId, mayAnswerForUnit)
  if (!known.ok) return known
  const question = await findQuestion(work, childId, questionId)
  if (!question) return refuse.notFound()
  work.about(questionId)
  const lines = question.ofOtherUnit ? [] : await findUnitLines(work, childId, question.day, question.day)
  return ok({ child: known.value.child, question, lines })
}

/** The unit answers, once. Then nothing waits, and whoever was let in for this knows of the child no longer. */
export const answerReading = (
  deps: Deps,
  asking: AskingOfChild,
  questionId: string,
  input: Result<AnswerInput, FieldErrors>,
): Promise<Sent<QuestionForm>> =>
  audited(deps, 'reader-log.answer', asking, async (work): Promise<Sent<QuestionForm>> => {
    const form = await openForm(work, asking.childId, questionId)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const answered = await answerQuestion(work, asking.childId, questionId, input.value.answer)
    return answered ? ok(paths.tasks.to({})) : refuse.conflict(form.value)
  })
