import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { addItem } from '#modules/items'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayDecide } from '../responsibility-policy.ts'
import { closeMatter, hasOpenPlan } from '../responsibility-store.ts'
import { type CloseInput, planGoesOn } from './close.form.ts'

export type CloseForm = { child: Child; matterId: string; hasPlan: boolean }

export const openClose = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<CloseForm, Hidden | Misplaced>> =>
  audited(deps, 'matter.open-close', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<CloseForm, Hidden>> {
  const known = await openChild(work, childId, mayDecide)
  if (!known.ok) return known
  const { child, standing } = known.value
  if (!standing.matterId) return refuse.notAllowed()
  return ok({ child, matterId: standing.matterId, hasPlan: await hasOpenPlan(work, childId) })
}

/** Ends what is going on, with a reason. A plan ends on its own page, the child first. */
export function close(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<CloseInput, FieldErrors>,
): Promise<Sent<CloseForm>> {
  return audited(deps, 'matter.close', asking, async (work): Promise<Sent<CloseForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    const { hasPlan, matterId } = form.value
    if (hasPlan) return refuse.invalid(form.value, planGoesOn)
    if (!input.ok) return refuse.invalid(form.value, input.error)

    const { childId } = asking
    const { submission: itemId, closing, note } = input.value
    const { secrecyUnitId } = work.actor
    if (note && secrecyUnitId)
      await addItem(work, {
        childId,
        itemId,
        matterId,
        kind: 'work_note',
        secrecyUnitId,
        body: { text: note },
      })
    await closeMatter(work, { childId, matterId, outcome: closing })
    return ok(paths.child.to({ childId }))
  })
}
