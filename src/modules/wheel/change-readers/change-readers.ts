import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { ItemReaders } from '#shared/schema.ts'
import { findLeftUnread, type LeftUnread, passOn } from '../left-unread-store.ts'
import { tellLead } from '../tell-lead-store.ts'
import { childReaders, isWider, readersFor } from '../wheel.ts'
import { mayAddStatement } from '../wheel-policy.ts'
import { changeReaders as change, findBeside, findStatements, type Spoken } from '../wheel-store.ts'
import { type ReadersInput, readersErrors } from './change-readers.form.ts'

export type ReadersForm = {
  child: Child
  /** The words as they may be read now; or that nobody reads them since the one who was told is gone. */
  said: Spoken | LeftUnread
  isSelf: boolean
  /** The adult who has handed the child the device. */
  beside: string | undefined
  choices: readonly ItemReaders[]
}

export const openReaders = (
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
): Promise<Result<ReadersForm, Hidden | Misplaced>> =>
  audited(deps, 'wheel.open-readers', asking, (work) => openForm(work, asking.childId, itemId))

async function openForm(work: Work, childId: string, itemId: string): Promise<Result<ReadersForm, Hidden>> {
  const known = await openChild(work, childId, mayAddStatement)
  if (!known.ok) return known
  const [found] = await findStatements(work, childId, itemId)
  const mine = found?.mine && found.speaker.voice === 'child' ? found : undefined
  const said = mine ?? (await findLeftUnread(work, childId)).find((left) => left.itemId === itemId)
  if (!said) return refuse.notFound()
  work.about(itemId)
  const isSelf = work.actor.kind === 'family'
  const beside = await findBeside(work)
  const choices = isSelf ? readersFor(beside !== undefined) : childReaders
  return ok({ child: known.value.child, said, isSelf, beside, choices })
}

/** The child has changed its mind. Fewer may read from this moment; more only when the child wants it. */
export function changeReaders(
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
  input: Result<ReadersInput, FieldErrors>,
): Promise<Sent<ReadersForm>> {
  return audited(deps, 'wheel.change-readers', asking, async (work): Promise<Sent<ReadersForm>> => {
    const form = await openForm(work, asking.childId, itemId)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { childId } = asking
    const { said, isSelf, beside, choices } = form.value
    const { readers, version: seenVersion, childWants } = input.value
    if ('toldTo' in said) return letAnotherRead(work, form.value, said, readers)
    const wheel = `${paths.wheel.show.to({ childId })}#hjulet-${said.area}`
    const there = ok(beside ? paths.wheel.own.to({ childId }) : wheel)
    if (readers === said.readers) return there
    if (!choices.includes(readers)) return refuse.invalid(form.value, readersErrors.readers)
    if (isWider(said.readers, readers) && !isSelf && !childWants)
      return refuse.invalid(form.value, readersErrors.childWants)
    const changed = await change(work, { childId, itemId, seenVersion, words: said.words, readers })
    if (!changed) return refuse.conflict(form.value)
    // What was between the two of them waits for the BBA from now on, and the other way round.
    if (beside && (said.readers === 'told' || readers === 'told'))
      await tellLead(work, childId, itemId, readers === 'told' ? work.actor.handedBy : undefined)
    return there
  })
}

/** The child says who may read instead, and it waits for that one. */
async function letAnotherRead(
  work: Work,
  form: ReadersForm,
  { itemId }: LeftUnread,
  readers: ItemReaders,
): Promise<Sent<ReadersForm>> {
  const childId = form.child.id
  if (!form.choices.includes(readers)) return refuse.invalid(form, readersErrors.readers)
  if (!(await passOn(work, childId, itemId, readers))) return refuse.conflict(form)
  await tellLead(work, childId, itemId, readers === 'told' ? work.actor.handedBy : undefined)
  return ok(`${paths.wheel.own.to({ childId })}?tack=`)
}
