import { audited } from '#modules/audit'
import { addEvent } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import { swedishDay, swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { bodyAsText } from '#shared/sealed.ts'
import { findPlannedFollowUp, finishFollowUp, planFollowUp } from '../follow-up-store.ts'
import { ofKind } from '../plan.ts'
import { type OpenPlan, openPlanToWrite } from '../plan-access.ts'
import { type NewPart, type Saving, savePlan, setFollowUp } from '../plan-change-store.ts'
import { findLeads } from '../plan-store.ts'
import { awaitFollowUp } from '../tasks-access.ts'
import type { OtherInput } from './other.form.ts'

type Opened = Result<OpenPlan, Hidden | Misplaced>
type Saved = Result<'saved', Hidden | Misplaced | Declined<OpenPlan, FieldErrors>>

export const openOther = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'plan.open-other', asking, (work) => openPlanToWrite(work, asking.childId))

/** The day of the next follow-up, what to do if it gets worse, and the plans that this one refers to. */
export function saveOther(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<OtherInput, FieldErrors>,
): Promise<Saved> {
  return audited(deps, 'plan.save-other', asking, async (work): Promise<Saved> => {
    const { childId } = asking
    const form = await openPlanToWrite(work, childId)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { plan } = form.value
    const followUpAt = swedishMoment(input.value.followUpOn, input.value.followUpTime)
    const moved = followUpAt.getTime() !== plan.followUpAt?.getTime()
    if (moved && swedishDay(followUpAt) < work.today)
      return refuse.invalid(form.value, { followUpOn: 'Dagen har redan varit. Välj i dag eller senare.' })

    const saving = changes(form.value, input.value, work.newId)
    const ids = [...saving.written.map(({ id }) => id), ...(saving.ended ?? [])]
    if (!moved && ids.length === 0) return ok('saved')
    const at = { childId, plan, seenVersion: input.value.version }
    if (!(await savePlan(work, at, saving))) return refuse.conflict(form.value)
    for (const aboutId of ids)
      await addEvent(work, { childId, matterId: plan.matterId, kind: 'plan_changed', aboutId })
    if (!moved) return ok('saved')

    await setFollowUp(work, { childId, planId: plan.id, at: followUpAt })
    if (!(await findPlannedFollowUp(work, childId)))
      await planFollowUp(work, { childId, planId: plan.id, id: work.newId() })
    await finishFollowUp(work, childId)
    const leads = await findLeads(work, childId)
    await awaitFollowUp(work, leads, { childId, planId: plan.id, at: followUpAt })
    return ok('saved')
  })
}

/** What is new, reworded and gone. A line that stands as it stood is left alone. */
function changes({ parts }: OpenPlan, { ifWorse, references }: OtherInput, newId: () => string): Saving {
  const [worse] = ofKind(parts, 'if_worse')
  const before = ofKind(parts, 'reference')
  const says = (body: object) => bodyAsText(body)
  const kept = before.filter(({ body }) => references.some((what) => says({ what }) === says(body)))
  const added = references.filter((what) => before.every(({ body }) => says({ what }) !== says(body)))
  const sameWorse = ifWorse && worse && says({ text: ifWorse }) === says(worse.body)
  const written: NewPart[] = added.map((what) => ({ id: newId(), kind: 'reference', body: { what } }))
  if (ifWorse && !sameWorse)
    written.push({
      id: worse?.id ?? newId(),
      madeAt: worse?.madeAt,
      kind: 'if_worse',
      body: { text: ifWorse },
    })
  const ended = before.filter((part) => !kept.includes(part)).map(({ id }) => id)
  if (!ifWorse && worse) ended.push(worse.id)
  return { written, ended }
}
