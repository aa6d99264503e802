import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { findUnit, listUnits, type Unit } from '#modules/organisations'
import { mayDecide } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { needsGround } from '../handover.ts'
import { addHandover, findOpenHandoverId } from '../handover-store.ts'
import { noWall, type PrepareInput, unknownUnit } from './prepare.form.ts'

export type PrepareForm = {
  child: Child
  matterId: string
  here: Unit
  units: readonly Unit[]
  /** One at a time: the one that waits for an answer. */
  openId: string | undefined
}

export const openPrepare = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<PrepareForm, Hidden | Misplaced>> =>
  audited(deps, 'handover.open-form', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<PrepareForm, Hidden>> {
  const known = await openChild(work, childId, mayDecide)
  if (!known.ok) return known
  const { child, standing } = known.value
  const { unitId } = work.actor
  const here = unitId && (await findUnit(work, unitId))
  if (!standing.matterId || !here) return refuse.notAllowed()
  const units = (await listUnits(work)).filter(
    ({ id, holderEngagementId }) => id !== unitId && holderEngagementId,
  )
  const near = units.filter(({ municipality }) => municipality === here.municipality)
  const openId = await findOpenHandoverId(work, childId)
  // Those nearest come first: most hand-overs stay in the municipality.
  return ok({ child, matterId: standing.matterId, here, units: [...new Set([...near, ...units])], openId })
}

/** Writes down the hand-over. Nobody outside sees anything of it before it is offered. */
export function prepareHandover(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<PrepareInput, FieldErrors>,
): Promise<Sent<PrepareForm>> {
  return audited(deps, 'handover.prepare', asking, async (work): Promise<Sent<PrepareForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { childId } = asking
    const { openId, here, units, matterId } = form.value
    const { submission: id, unit: toUnitId, why, familyThinks } = input.value
    if (openId !== undefined && openId !== id) return refuse.conflict(form.value)
    const receiver = units.find((unit) => unit.id === toUnitId)
    if (!receiver) return refuse.invalid(form.value, unknownUnit)
    if (!why && !needsGround(here, receiver)) return refuse.invalid(form.value, noWall)
    await addHandover(work, { id, childId, matterId, toUnitId, why, familyThinks })
    work.about(id)
    return ok(paths.handover.show.to({ childId, handoverId: id }))
  })
}
