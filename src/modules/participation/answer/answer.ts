import { audited, type Work } from '#modules/audit'
import { type KnownChild, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Asked, Occasion } from '../participation.ts'
import { mayAnswer } from '../participation-policy.ts'
import { addSaid, listOccasions } from '../participation-store.ts'
import { readSaid } from './answer.form.ts'

export type AnswerForm = { known: KnownChild; occasion: Occasion; asked: Asked }

export const openAnswer = (
  deps: Deps,
  asking: AskingOfChild,
  id: string,
): Promise<Result<AnswerForm, Hidden | Misplaced>> =>
  audited(deps, 'participation.open', asking, (work) => openForm(work, asking.childId, id))

async function openForm(work: Work, childId: string, id: string): Promise<Result<AnswerForm, Hidden>> {
  const known = await openChild(work, childId, mayAnswer)
  if (!known.ok) return known
  const occasion = (await listOccasions(work, childId)).find((one) => one.id === id)
  if (!occasion) return refuse.notFound()
  work.about(id)
  const { relation } = known.value.standing
  const asked = relation === 'guardian' || relation === 'self' ? 'family' : 'staff'
  return ok({ known: known.value, occasion, asked })
}

/** Answered once. Sent again, or having answered before, changes nothing and says thank you. */
export function answer(
  deps: Deps,
  asking: AskingOfChild,
  id: string,
  form: ReadForm,
): Promise<Sent<AnswerForm>> {
  return audited(deps, 'participation.answer', asking, async (work): Promise<Sent<AnswerForm>> => {
    const { childId } = asking
    const opened = await openForm(work, childId, id)
    if (!opened.ok) return opened
    const said = readSaid(form, opened.value.asked)
    if (!said.ok) return refuse.invalid(opened.value, said.error)
    await addSaid(work, childId, id, said.value)
    return ok(paths.participation.answer.to({ childId, occasionId: id }))
  })
}
