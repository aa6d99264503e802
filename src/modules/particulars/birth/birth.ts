import { audited, type Work } from '#modules/audit'
import { openChild } from '#modules/children'
import { type Guardian, listGuardians } from '#modules/family'
import { markOfFamily, protectExpected } from '#modules/protection'
import { findLadder, findResponsible, kindsOn, mayDecide } from '#modules/responsibility'
import { addTask, listWaitingFor } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { isExpected } from '../birth.ts'
import { noteBirth } from '../birth-store.ts'
import { type Dated, withDays } from '../days.ts'
import type { BirthInput } from './birth.form.ts'

/** `expecting`: those who may have custody from now on. `isProtected`: the child, or one of them. */
export type BirthForm = { child: Dated; expecting: readonly Guardian[]; isProtected: boolean }

export const openBirth = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<BirthForm, Hidden | Misplaced>> =>
  audited(deps, 'particulars.open-birth', asking, async (work): Promise<Result<BirthForm, Hidden>> => {
    const form = await formOf(work, asking)
    return form.ok && !isExpected(form.value.child) ? refuse.notAllowed() : form
  })

/** Of a protected child only those who are told who it is write anything here. */
async function formOf(work: Work, { childId }: AskingOfChild): Promise<Result<BirthForm, Hidden>> {
  const known = await openChild(work, childId, mayDecide)
  if (!known.ok) return known
  const child = await withDays(work, known.value.child)
  if (!child) return refuse.notAllowed()
  const expecting = await listGuardians(work, childId)
  const isProtected = [child, ...expecting].some(({ person }) => person.kind === 'protected')
  return ok({ child, expecting, isProtected })
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
    const { child, expecting, isProtected } = form.value
    const { childId } = asking
    const { custody, ...told } = input.value
    if (told.bornOn > work.today) return refuse.invalid(form.value, { bornOn: 'Skriv en dag som har varit' })
    const there = ok(paths.particulars.show.to({ childId }))
    if (!isExpected(child)) return isTheSame(child, told) ? there : refuse.conflict(form.value)
    const parents = expecting.map(({ personId }) => personId)
    if (isProtected && child.person.kind === 'visible') {
      const mark = await markOfFamily(work, childId, parents)
      if (!(await protectExpected(work, childId, mark))) return refuse.notAllowed()
    }
    const chosen = parents.filter((id) => custody.includes(id))
    if (!(await noteBirth(work, { childId, custody: chosen, ...told }, isProtected)))
      return refuse.notAllowed()
    if (isProtected) await planNext(work, childId, told.bornOn)
    return there
  })

/** What comes is not known ahead of a protected child: whoever is accountable thinks of the next BBA when it is born. */
async function planNext(work: Work, childId: string, bornOn: Day): Promise<void> {
  const lead = await findResponsible(work, childId, 'best_interests_lead')
  const life = { bornOn, expectedOn: undefined, places: undefined }
  const kinds = kindsOn(await findLadder(work), life, work.today)
  if (!lead || kinds.includes(lead.unitKind)) return
  if ((await listWaitingFor(work, childId)).some(({ kind }) => kind === 'plan_handover')) return
  const { engagementId } = lead
  await addTask(work, { childId, kind: 'plan_handover', engagementId, dueOn: work.today })
}

const isTheSame = ({ person, identity, bornOn }: Dated, told: Omit<BirthInput, 'custody'>) => {
  const name = identity
    ? `${identity.givenName} ${identity.familyName}`
    : person.kind === 'visible' && person.name
  return bornOn === told.bornOn && name === `${told.givenName} ${told.familyName}`
}
