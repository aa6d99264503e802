import { audited, type Work } from '#modules/audit'
import type { Child } from '#modules/children'
import type { Asking, AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { idFrom } from '#shared/keys.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { breakGlassFor, findEmergencyChild } from '../break-glass-store.ts'
import type { Part } from '../plan.ts'
import { findLeads, findPartRows, findPlan, type Leads, openParts } from '../plan-store.ts'
import { type BreakGlassInput, wordsOf } from './break-glass.form.ts'

const atWork = ({ actor }: Work) => actor.kind === 'staff' && actor.engagementId !== undefined

export const openBreakGlass = (deps: Deps, asking: Asking): Promise<Result<'open', Hidden | Misplaced>> =>
  audited(
    deps,
    'break-glass.open-form',
    asking,
    async (work): Promise<Result<'open', Hidden>> => (atWork(work) ? ok('open') : refuse.notAllowed()),
  )

type Asked = Result<{ childId: string | undefined }, Hidden | Misplaced | Declined<undefined, FieldErrors>>

/**
 * Opens a plan in an emergency. Nothing is told of the child before the reason is written, and then only the plan, or
 * that there is none to show. Either way it is logged, and waits for the unit's reviewer from this moment.
 */
export function breakGlass(
  deps: Deps,
  asking: Asking,
  input: Result<BreakGlassInput, FieldErrors>,
): Promise<Asked> {
  return audited(deps, 'break-glass.open', asking, async (work): Promise<Asked> => {
    if (!atWork(work)) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(undefined, input.error)
    const { number, ground, why } = input.value
    const hashed = deps.keys.hash('identifier', number)
    // Until the clock strikes, what was opened before it is open still.
    const hour = work.at.toISOString().slice(0, 13)
    const asked = [work.actor.engagementId, hour, wordsOf(input.value)].join(' ')
    // The same words within the hour are one opening: in two tabs, or gone back to and sent again.
    const id = idFrom(deps.keys.hash('emergency', asked))
    const broken = await breakGlassFor(work, { id, number: hashed, ground, why })
    work.about(id)
    switch (broken.outcome) {
      case 'shown':
        work.shown([broken.childId])
        return ok({ childId: broken.childId })
      case 'nothing':
        return ok({ childId: undefined })
      case 'not-fresh':
        return refuse.stopped('not-fresh')
      case 'refused':
        return refuse.notAllowed()
      case 'over':
      case 'no-reviewer':
        return refuse.invalid(undefined, { form: sentences[broken.outcome] })
    }
  })
}

/** What one does instead. */
const sentences = {
  over: 'Du har redan öppnat så många planer som går på en dag. Ring 112 om det är fara, eller socialtjänsten i barnets kommun.',
  'no-reviewer':
    'Din verksamhet har ingen som granskar än, och då går det inte att öppna. Ring 112 om det är fara, eller socialtjänsten i barnets kommun.',
} as const

/** The plan as an emergency needs it: what to do, whom to call, who is responsible. Nothing that anybody has said. */
export type EmergencyPlan = { child: Child; until: Date; parts: readonly Part[]; leads: Leads; today: Day }

export function showEmergency(
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<EmergencyPlan, Hidden | Misplaced>> {
  return audited(deps, 'break-glass.show', asking, async (work): Promise<Result<EmergencyPlan, Hidden>> => {
    const found = await findEmergencyChild(work)
    if (!found) return refuse.notFound()
    const [plan, rows, leads] = await Promise.all([
      findPlan(work, asking.childId),
      findPartRows(work, asking.childId, 'now'),
      findLeads(work, asking.childId),
    ])
    if (!plan) return refuse.notFound()
    work.about(plan.id)
    return ok({
      ...found,
      parts: openParts(await work.box(asking.childId), rows),
      leads,
      today: work.today,
    })
  })
}
