import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { idFrom } from '#shared/keys.ts'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type Objection, readingOf, type Text } from '../objection.ts'
import { mayObject } from '../objection-policy.ts'
import { addObjection, findObjections, findText } from '../objections-store.ts'
import { isSame, type ObjectionInput, saidAlready, whatIsSaid } from './object.form.ts'

export type ObjectForm = {
  child: Child
  text: Text
  isChild: boolean
  /** What the person has said of this text before, and may see. */
  mine: readonly Objection[]
}

export const openObject = (
  deps: Deps,
  asking: AskingOfChild,
  thingId: string,
): Promise<Result<ObjectForm, Hidden | Misplaced>> =>
  audited(deps, 'objection.open-form', asking, (work) => openForm(work, asking.childId, thingId))

async function openForm(work: Work, childId: string, thingId: string): Promise<Result<ObjectForm, Hidden>> {
  const known = await openChild(work, childId, mayObject)
  if (!known.ok) return known
  const text = await findText(work, childId, thingId)
  if (!text) return refuse.notFound()
  work.about(thingId)
  const mine = (await findObjections(work, childId)).filter((one) => one.by.isMe && one.thingId === thingId)
  return ok({ child: known.value.child, text, isChild: known.value.standing.relation === 'self', mine })
}

/** Says that a text is not right. The text stays as it is; an answer is owed. */
export function object(
  deps: Deps,
  asking: AskingOfChild,
  thingId: string,
  input: Result<ObjectionInput, FieldErrors>,
): Promise<Sent<ObjectForm>> {
  return audited(deps, 'objection.say', asking, async (work): Promise<Sent<ObjectForm>> => {
    const { childId } = asking
    const form = await openForm(work, childId, thingId)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { text, isChild, mine } = form.value
    const { submission, words, open, seen } = input.value
    const before = mine.find(({ id }) => id === submission)
    // What a child keeps to itself is not seen again, so other words from the same page have an id of their own by what they say.
    const id =
      isChild && open !== 'ja'
        ? idFrom(deps.keys.hash('objection', whatIsSaid(input.value)))
        : before && !isSame(before.words, words)
          ? work.newId()
          : submission
    if (mine.some((one) => one.id !== id && !one.answer && isSame(one.words, words)))
      return refuse.invalid(form.value, saidAlready)
    // It is said about what was read: whoever meets a new text reads it first.
    if (seen !== String(text.at.getTime())) return refuse.conflict(form.value)
    const isOpen = open === 'ja'
    await addObjection(work, { childId, id, text, isChild, isOpen, words })
    // What a child keeps to itself is not to be seen afterwards: that it has come is told here.
    return ok(isChild && !isOpen ? `${paths.noticing.receipt.to({})}?om=text` : readingOf(childId, text))
  })
}
