import { audited } from '#modules/audit'
import { finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { openForm, type QuestionView } from '../answer-source/answer-source.ts'
import { writeAnswer } from '../answer-source/write-answer.ts'
import { endLink } from '../link-store.ts'
import type { EndLinkInput, TakeInput } from './take-answer.form.ts'

/** An answer that came by a link is read by somebody who works with the child before it is anybody's voice in the wheel. */
export function takeAnswer(
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
  input: Result<TakeInput, FieldErrors>,
): Promise<Sent<QuestionView>> {
  return audited(deps, 'wheel.take-answer', asking, async (work): Promise<Sent<QuestionView>> => {
    const { childId } = asking
    const { secrecyUnitId } = work.actor
    const view = await openForm(deps, work, childId, itemId)
    if (!view.ok) return view
    const { question, link } = view.value
    if (!link?.came || !secrecyUnitId) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(view.value, input.error)
    const there = ok(`${paths.wheel.show.to({ childId })}#fragor`)
    if (question.answer) return there

    const { on: saidOn, answer } = link.came
    const { submission, put } = input.value
    const given = { ...answer, submission }
    const writing = { secrecyUnitId, byTelephone: false, saidOn, apart: put === 'apart' }
    await writeAnswer(work, childId, question, given, writing)
    await finishTasks(work, { childId, kinds: ['question_answered'], aboutId: itemId })
    return there
  })
}

/** Takes back a link that has not been answered: of one's own will, or since the family took back its yes. */
export function takeLinkBack(
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
  why: EndLinkInput,
): Promise<Result<string, Hidden | Misplaced>> {
  return audited(deps, 'wheel.end-link', asking, async (work): Promise<Result<string, Hidden>> => {
    const { childId } = asking
    const view = await openForm(deps, work, childId, itemId)
    if (!view.ok) return view
    const { link, question } = view.value
    if (!link) return refuse.notAllowed()
    await endLink(work, childId, itemId, question.onYes && why.yes === 'withdrawn')
    return ok(paths.wheel.answer.to({ childId, itemId }))
  })
}
