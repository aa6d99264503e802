import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { type Guardian, listGuardians } from '#modules/family'
import { mayDecide } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { isExpected } from '../birth.ts'
import { noteBirth } from '../birth-store.ts'
import type { BirthInput } from './birth.form.ts'

/** `expecting`: those who may have custody from now on. */
export type BirthForm = { child: Child; expecting: readonly Guardian[] }

export const openBirth = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<BirthForm, Hidden | Misplaced>> =>
  audited(deps, 'particulars.open-birth', asking, async (work): Promise<Result<BirthForm, Hidden>> => {
    const form = await formOf(work, asking)
    return form.ok && !isExpected(form.value.child) ? refuse.notAllowed() : form
  })

/** Of a protected child nothing is changed here: what it is called lies sealed. */
async function formOf(work: Work, { childId }: AskingOfChild): Promise<Result<BirthForm, Hidden>> {
  const known = await openChild(work, childId, mayDecide)
  if (!known.ok) return known
  const { child } = known.value
  if (child.person.kind !== 'visible') return refuse.notAllowed()
  return ok({ child, expecting: await listGuardians(work, childId) })
}

/** The child is born, and is the same child: everything about it is there. Sent twice it is once. */
export const born = (
  deps: Deps,
  asking: AskingOfChild,
  input: Result<BirthInput, FieldErrors>,
): Promise<Sent<BirthForm>> =>
  audited(deps, 'particulars.note-birth', asking, async (work): Promise<Sent<BirthForm>> => {
    const form = await formOf(work, asking)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { child, expecting } = form.value
    const { childId } = asking
    const { custody, ...told } = input.value
    if (told.bornOn > work.today) return refuse.invalid(form.value, { bornOn: 'Skriv en dag som har varit' })
    const there = ok(paths.particulars.show.to({ childId }))
    if (!isExpected(child)) return isTheSame(child, told) ? there : refuse.conflict(form.value)
    const chosen = expecting.map(({ personId }) => personId).filter((id) => custody.includes(id))
    return (await noteBirth(work, { childId, custody: chosen, ...told })) ? there : refuse.notAllowed()
  })

const isTheSame = ({ person, bornOn }: Child, told: Omit<BirthInput, 'custody'>) =>
  bornOn === told.bornOn &&
  person.kind === 'visible' &&
  person.name === `${told.givenName} ${told.familyName}`
