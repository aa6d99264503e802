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
import { childReaders, isWider, ownReaders } from '../wheel.ts'
import { mayAddStatement } from '../wheel-policy.ts'
import { changeReaders as change, findStatements, type Spoken } from '../wheel-store.ts'
import { type ReadersInput, readersErrors } from './change-readers.form.ts'

export type ReadersForm = { child: Child; said: Spoken; isSelf: boolean; choices: readonly ItemReaders[] }

export const openReaders = (
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
): Promise<Result<ReadersForm, Hidden | Misplaced>> =>
  audited(deps, 'wheel.open-readers', asking, (work) => openForm(work, asking.childId, itemId))

async function openForm(work: Work, childId: string, itemId: string): Promise<Result<ReadersForm, Hidden>> {
  const known = await openChild(work, childId, mayAddStatement)
  if (!known.ok) return known
  const [said] = await findStatements(work, childId, itemId)
  if (!said?.mine || said.speaker.voice !== 'child') return refuse.notFound()
  work.about(itemId)
  const isSelf = work.actor.kind === 'family'
  return ok({ child: known.value.child, said, isSelf, choices: isSelf ? ownReaders : childReaders })
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
    const { said, isSelf, choices } = form.value
    const { readers, version: seenVersion, childWants } = input.value
    const there = ok(`${paths.wheel.show.to({ childId })}#hjulet-${said.area}`)
    if (readers === said.readers) return there
    if (!choices.includes(readers)) return refuse.invalid(form.value, readersErrors.readers)
    if (isWider(said.readers, readers) && !isSelf && !childWants)
      return refuse.invalid(form.value, readersErrors.childWants)
    const changed = await change(work, { childId, itemId, seenVersion, words: said.words, readers })
    return changed ? there : refuse.conflict(form.value)
  })
}
