import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { findUnit, listUnits, type Unit, unitsWithout } from '#modules/organisations'
import { hasOpenPlan, mayDecide } from '#modules/responsibility'
import { finishTasks, listWaitingFor } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { isReached, mayBeNext, needsGround } from '../handover.ts'
import { addHandover, findHandover, findOpenHandoverId } from '../handover-store.ts'
import { isSame, notNeeded, notNext, noWall, type PrepareInput, unknownUnit } from './prepare.form.ts'

export type PrepareForm = {
  child: Child
  matterId: string
  here: Unit
  units: readonly Unit[]
  /** Some have not begun with hand-overs: to them it goes on paper. */
  someOnPaper: boolean
  /** One at a time: the one that waits for an answer. */
  openId: string | undefined
  /** Only the responsibility for it can go to somebody else. */
  hasPlan: boolean
  /** From when somebody else is to be BBA, if that has been proposed. */
  transitionOn: Day | undefined
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
  const others = (await listUnits(work)).filter(
    ({ id, holderEngagementId }) => id !== unitId && holderEngagementId,
  )
  const without = await unitsWithout(work, 'handover')
  const units = others.filter((unit) => isReached(here, unit, without))
  const near = units.filter(({ municipality }) => municipality === here.municipality)
  const openId = await findOpenHandoverId(work, childId)
  // Those nearest come first: most hand-overs stay in the municipality.
  return ok({
    child,
    matterId: standing.matterId,
    here,
    units: [...new Set([...near, ...units])],
    someOnPaper: units.length < others.length,
    openId,
    hasPlan: await hasOpenPlan(work, childId),
    transitionOn: (await listWaitingFor(work, childId)).find(({ kind }) => kind === 'plan_handover')?.dueOn,
  })
}

/** Writes down the hand-over. Nobody outside sees anything of it before it is offered. */
export function prepareHandover(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<PrepareInput | typeof notNeeded, FieldErrors>,
): Promise<Sent<PrepareForm>> {
  return audited(deps, 'handover.prepare', asking, async (work): Promise<Sent<PrepareForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { childId } = asking
    if (input.value === notNeeded) {
      await finishTasks(work, { childId, kinds: ['plan_handover'] })
      return ok(paths.child.to({ childId }))
    }
    const { openId, here, units, matterId } = form.value
    const { submission, unit: toUnitId, kind, why, familyThinks } = input.value
    if (openId !== undefined && openId !== submission) return refuse.conflict(form.value)
    const receiver = units.find((unit) => unit.id === toUnitId)
    if (!receiver) return refuse.invalid(form.value, unknownUnit)
    if (kind === 'next_lead' && !mayBeNext(receiver.kind)) return refuse.invalid(form.value, notNext)
    if (!why && !needsGround(here, receiver)) return refuse.invalid(form.value, noWall)
    // One that is over stays as it was: from a page that was gone back to, it is another.
    const before = await findHandover(work, childId, submission)
    const id = before && openId !== submission ? work.newId() : submission
    const prepared = { id, childId, matterId, toUnitId, kind, why, familyThinks }
    const added = openId === undefined && (await addHandover(work, prepared))
    const kept = added ? undefined : await findHandover(work, childId, id)
    if (!added && !(kept && isSame(kept, input.value))) return conflictNow(work, asking)
    await finishTasks(work, { childId, kinds: ['plan_handover'] })
    work.about(id)
    return ok(paths.handover.show.to({ childId, handoverId: id }))
  })
}

/** Another is on its way, perhaps since a moment ago, or this one with other words. */
async function conflictNow(work: Work, asking: AskingOfChild): Promise<Sent<PrepareForm>> {
  const now = await openForm(work, asking)
  return now.ok ? refuse.conflict(now.value) : now
}
