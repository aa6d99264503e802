import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { mayWork } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { addNote, listNotes, type Note } from '../work-store.ts'
import type { NoteInput } from './work-notes.form.ts'

export type NotesForm = { child: Child; matterId: string; notes: readonly Note[] }

export const openNotes = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<NotesForm, Hidden | Misplaced>> =>
  audited(deps, 'wheel.open-notes', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<NotesForm, Hidden>> {
  const known = await openChild(work, childId, mayWork)
  if (!known.ok) return known
  const { child, standing } = known.value
  if (!standing.matterId) return refuse.notAllowed()
  return ok({ child, matterId: standing.matterId, notes: await listNotes(work, childId) })
}

/** A note for the unit's own work. It is never shared: the database refuses it too. */
export function writeNote(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<NoteInput, FieldErrors>,
): Promise<Sent<NotesForm>> {
  return audited(deps, 'wheel.add-note', asking, async (work): Promise<Sent<NotesForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { submission: itemId, text } = input.value
    const { childId } = asking
    await addNote(work, { childId, itemId, matterId: form.value.matterId, text })
    work.about(itemId)
    return ok(paths.wheel.notes.to({ childId }))
  })
}
