import { audited, type Work } from '#modules/audit'
import { type DirectoryUnit, findTimes, findUnit, type OfferedTime } from '#modules/directory'
import { hasBegun } from '#modules/organisations'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import {
  addConsultation,
  addMessage,
  bookTime,
  findConsultation,
  findMessages,
  findNames,
  unitAnswers,
} from '../consultation-store.ts'
import { isSame, namesIn } from '../no-name.form.ts'
import { type AskInput, inWriting } from './ask.form.ts'

export type AskForm = {
  unit: DirectoryUnit
  /** Both sides have begun with it. */
  begun: boolean
  /** Somebody there would read it. */
  answers: boolean
  /** Free times to talk instead. */
  times: readonly OfferedTime[]
}

async function openForm(work: Work, unitId: string): Promise<Result<AskForm, Hidden>> {
  if (work.actor.kind !== 'staff' || work.actor.unitId === unitId) return refuse.notAllowed()
  const unit = await findUnit(work, unitId)
  if (!unit) return refuse.notFound()
  work.about(unit.id)
  const [begun, answers, times] = await Promise.all([
    hasBegun(work, 'unnamed_question', unit.id),
    unitAnswers(work, unit.id),
    findTimes(work, unit.id),
  ])
  return ok({ unit, begun, answers, times: times.filter(({ booked }) => !booked) })
}

export const openAsk = (
  deps: Deps,
  asking: Asking,
  unitId: string,
): Promise<Result<AskForm, Hidden | Misplaced>> =>
  audited(deps, 'consultation.open-ask', asking, (work) => openForm(work, unitId))

/** Asks another unit something, with no child named; in writing, or at one of its free times. */
export function ask(
  deps: Deps,
  asking: Asking,
  unitId: string,
  input: Result<AskInput, FieldErrors>,
): Promise<Sent<AskForm>> {
  return audited(deps, 'consultation.ask', asking, async (work): Promise<Sent<AskForm>> => {
    const form = await openForm(work, unitId)
    if (!form.ok) return form
    if (!form.value.begun) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { words, sure, time } = input.value
    if (!form.value.answers)
      return refuse.invalid(form.value, { words: 'Där finns ingen som tar emot. Ring.' })
    const named = namesIn(words, sure === 'ja', await findNames(work))
    if (named) return refuse.invalid(form.value, named)
    const begun = await begin(work, unitId, input.value)
    const { id } = begun
    work.about(id)
    const address = paths.consultation.show.to({ consultationId: id })
    if (!begun.isNew) return ok(address)
    await work.newBox(id)
    await addMessage(work, { consultationId: id, id: work.newId(), fromAsker: true, words })
    if (time === inWriting || (await bookTime(work, id, unitId, time))) return ok(address)
    const now = await openForm(work, unitId)
    return now.ok ? refuse.conflict(now.value) : now
  })
}

/** The same form, sent twice, is one question; with other words it is another. */
async function begin(work: Work, unitId: string, { submission, words }: AskInput) {
  if (await addConsultation(work, submission, unitId)) return { id: submission, isNew: true }
  const before = await findConsultation(work, submission)
  const [first] = before?.mine ? await findMessages(work, submission) : []
  if (before?.toUnitId === unitId && first && isSame(first.words, words))
    return { id: submission, isNew: false }
  const id = work.newId()
  return { id, isNew: await addConsultation(work, id, unitId) }
}
