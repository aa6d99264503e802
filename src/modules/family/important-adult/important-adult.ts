import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { addImportantAdult, listImportantAdults } from '../adult-store.ts'
import type { ImportantAdult } from '../family.ts'
import { mayNameAdults } from '../family-policy.ts'
import type { ImportantAdultInput } from './important-adult.form.ts'

export type AdultsForm = { child: Child; adults: readonly ImportantAdult[] }

type Opened = Result<AdultsForm, Hidden | Misplaced>

export const openAdults = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'family.open-adults', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<AdultsForm, Hidden>> {
  const known = await openChild(work, childId, mayNameAdults)
  if (!known.ok) return known
  return ok({ child: known.value.child, adults: await listImportantAdults(work, childId) })
}

/** Writes down somebody that the child leans on. */
export function addAdult(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<ImportantAdultInput, FieldErrors>,
): Promise<Sent<AdultsForm>> {
  return audited(deps, 'family.add-adult', asking, async (work): Promise<Sent<AdultsForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { submission: id, ...adult } = input.value
    await addImportantAdult(work, asking.childId, { id, ...adult })
    work.about(id)
    return ok(paths.family.adult.to({ childId: asking.childId }))
  })
}
