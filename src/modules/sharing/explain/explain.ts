import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { addReason, type Emergency, findEmergency } from '../account-store.ts'
import { mayOpen } from '../consent-policy.ts'
import type { SharingTest } from '../sharing.ts'

export type ExplainForm = { child: Child; emergency: Emergency }

export const openExplain = (
  deps: Deps,
  asking: AskingOfChild,
  grantId: string,
): Promise<Result<ExplainForm, Hidden | Misplaced>> =>
  audited(deps, 'sharing.open-explain', asking, (work) => openForm(work, asking, grantId))

async function openForm(
  work: Work,
  { childId }: AskingOfChild,
  grantId: string,
): Promise<Result<ExplainForm, Hidden>> {
  const known = await openChild(work, childId, mayOpen)
  if (!known.ok) return known
  const emergency = await findEmergency(work, childId, grantId)
  if (!emergency) return refuse.notFound()
  work.about(grantId)
  return ok({ child: known.value.child, emergency })
}

/** The golden rule, answered after an emergency by the one who acted. */
export function explainSharing(
  deps: Deps,
  asking: AskingOfChild,
  grantId: string,
  why: Result<SharingTest, FieldErrors>,
): Promise<Sent<ExplainForm>> {
  return audited(deps, 'sharing.explain', asking, async (work): Promise<Sent<ExplainForm>> => {
    const form = await openForm(work, asking, grantId)
    if (!form.ok) return form
    if (form.value.emergency.explained) return refuse.conflict(form.value)
    if (!why.ok) return refuse.invalid(form.value, why.error)
    const { childId } = asking
    await addReason(work, { childId, grantId, why: why.value })
    await finishTasks(work, { childId, kinds: ['explain_sharing'], aboutId: grantId })
    return ok(paths.sharing.open.to({ childId }))
  })
}
