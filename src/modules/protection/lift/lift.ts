import { audited, type Work } from '#modules/audit'
import type { Child } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { shieldOf } from '../mark/mark.ts'
import { fields, type Mark, stillSealed } from '../protection.ts'
import { liftMark } from '../protection-store.ts'
import { showAgain } from '../sealed-store.ts'
import type { AgainInput } from './lift.form.ts'

export type Again = { child: Child; mark: Mark }

async function againOf(work: Work, childId: string, markId: string): Promise<Result<Again, Hidden>> {
  const shield = await shieldOf(work, childId)
  if (!shield.ok) return shield
  const { child, marks, told } = shield.value
  const mark = marks.find(({ id }) => id === markId)
  if (!mark) return refuse.notFound()
  return told ? ok({ child, mark }) : refuse.notAllowed()
}

export const openAgain = (
  deps: Deps,
  asking: AskingOfChild,
  markId: string,
): Promise<Result<Again, Hidden | Misplaced>> =>
  audited(deps, 'protection.open-again', asking, (work) => againOf(work, asking.childId, markId))

/** The mark is gone from the register. That is noted, and nothing is shown again by that. */
export function lift(
  deps: Deps,
  asking: AskingOfChild,
  markId: string,
): Promise<Result<string, Hidden | Misplaced>> {
  const { childId } = asking
  return audited(deps, 'protection.lift', asking, async (work): Promise<Result<string, Hidden>> => {
    const again = await againOf(work, childId, markId)
    if (!again.ok) return again
    const { liftedOn } = again.value.mark
    if (!liftedOn && !(await liftMark(work, childId, markId))) return refuse.notAllowed()
    work.about(markId)
    return ok(paths.shield.again.to({ childId, markId }))
  })
}

/** Somebody in the group has decided, field by field, what can be seen again. What is not chosen stays sealed. */
export function show(
  deps: Deps,
  asking: AskingOfChild,
  markId: string,
  input: Result<AgainInput, FieldErrors>,
): Promise<Sent<Again>> {
  const { childId } = asking
  return audited(deps, 'protection.show-again', asking, async (work): Promise<Sent<Again>> => {
    const again = await againOf(work, childId, markId)
    if (!again.ok) return again
    if (!input.ok) return refuse.invalid(again.value, input.error)
    const { mark } = again.value
    if (!mark.liftedOn) return refuse.notAllowed()
    const wanted = input.value.show
    if (wanted.includes('birth') && !wanted.includes('name') && !mark.shown.name)
      return refuse.invalid(again.value, { show: 'Födelsedagen visas bara tillsammans med namnet' })
    const left = stillSealed(mark)
    for (const field of fields)
      if (wanted.includes(field) && left.includes(field)) await showAgain(work, childId, mark, field)
    work.about(markId)
    return ok(paths.shield.show.to({ childId }))
  })
}
