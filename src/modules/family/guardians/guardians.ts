import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayWriteGuardians } from '../family-policy.ts'
import { endWrittenGuardian, type Guardian, listGuardians, writeDownGuardian } from '../guardian-store.ts'
import type { GuardianInput } from './guardians.form.ts'

export type GuardiansForm = {
  child: Child
  guardians: readonly Guardian[]
  /** By hand, while the register has told of none, and never about a protected child. */
  writes: boolean
  hasMatter: boolean
}

export const openGuardians = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<GuardiansForm, Hidden | Misplaced>> =>
  audited(deps, 'family.open-guardians', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<GuardiansForm, Hidden>> {
  const known = await openChild(work, childId, mayWriteGuardians)
  if (!known.ok) return known
  const { child, standing } = known.value
  const guardians = await listGuardians(work, childId)
  const writes = child.person.kind === 'visible' && guardians.every(({ source }) => source !== undefined)
  return ok({ child, guardians, writes, hasMatter: standing.matterId !== undefined })
}

/** Writes down a guardian, so that somebody can be talked with and asked. It lets nobody see anything. */
export function addGuardian(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<GuardianInput, FieldErrors>,
): Promise<Sent<GuardiansForm>> {
  return audited(deps, 'family.write-guardian', asking, async (work): Promise<Sent<GuardiansForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    const { child, guardians, writes } = form.value
    if (!writes) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(form.value, input.error)

    const { childId } = asking
    const { submission: personId, ...guardian } = input.value
    const there = ok(paths.family.guardians.to({ childId }))
    if (guardians.some((had) => had.personId === personId)) return there
    const kind = child.bornOn || child.person.kind === 'protected' ? 'guardian' : 'expecting_parent'
    if (!(await writeDownGuardian(work, { childId, personId, kind, ...guardian }))) return refuse.notAllowed()
    work.about(personId)
    return there
  })
}

/** Takes away one that was written down by hand. Gone already: nothing more happens. */
export function endGuardian(
  deps: Deps,
  asking: AskingOfChild,
  personId: string,
): Promise<Result<string, Hidden | Misplaced>> {
  return audited(deps, 'family.end-guardian', asking, async (work): Promise<Result<string, Hidden>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    const there = ok(paths.family.guardians.to({ childId: asking.childId }))
    const had = form.value.guardians.find((guardian) => guardian.personId === personId)
    if (!had) return there
    work.about(personId)
    return (await endWrittenGuardian(work, asking.childId, personId)) ? there : refuse.notAllowed()
  })
}
