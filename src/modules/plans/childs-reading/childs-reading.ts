import { audited, type Work } from '#modules/audit'
import { type Bright, findBright } from '#modules/bright'
import { findNext, type Next } from '#modules/childs-door'
import { findObjections, type Objection } from '#modules/objections'
import { listEvents, type PlanEvent } from '#modules/timeline'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import { type Deps, isAtDoor } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import {
  addAnswers,
  findHelpedRows,
  findPlannedFollowUp,
  type HelpedAnswer,
  openHelped,
} from '../follow-up-store.ts'
import { type Action, isOver, ofKind, stateOn } from '../plan.ts'
import { type OpenedPlan, openPlan } from '../plan-access.ts'
import { mayReadWholePlan } from '../plan-policy.ts'
import { findLeads, type Leads } from '../plan-store.ts'
import type { ChildsAnswer } from './childs-reading.form.ts'

/** The same plan in pictures and few words. `asks`: one action that the child has not been asked about yet. */
export type ChildsReading = OpenedPlan & {
  leads: Leads
  helped: readonly HelpedAnswer[]
  bright: readonly Bright[]
  next: Next | undefined
  asks: Action | undefined
  /** Those it can be asked about, and answer again. */
  canAsk: readonly Action[]
  events: readonly PlanEvent[]
  objections: readonly Objection[]
  occasionId: string | undefined
  today: Day
  isChild: boolean
  /** It is at one of its own doors, beside an adult or with a paper. */
  isHanded: boolean
  isOnPaper: boolean
}

type Opened = Result<ChildsReading, Hidden | Misplaced>
type Answered = Result<'thanks', Hidden | Misplaced | Declined<ChildsReading, FieldErrors>>

/** `wanted`: the action that the child chose to answer about. */
export const openChildsReading = (
  deps: Deps,
  asking: AskingOfChild,
  wanted: string | undefined,
): Promise<Opened> =>
  audited(deps, 'plan.childs-reading', asking, (work) => read(work, asking.childId, wanted))

async function read(work: Work, childId: string, wanted?: string): Promise<Result<ChildsReading, Hidden>> {
  const [opened, leads, rows, occasionId, objections, bright, next] = await Promise.all([
    openPlan(work, childId, mayReadWholePlan, 'news'),
    findLeads(work, childId),
    findHelpedRows(work, childId),
    findPlannedFollowUp(work, childId),
    findObjections(work, childId),
    findBright(work, childId),
    findNext(work, childId),
  ])
  if (!opened.ok) return opened
  const { known, plan, parts } = opened.value
  const events = plan.lookedAt ? await listEvents(work, childId, plan.lookedAt) : []
  const isChild = known.standing.relation === 'self'
  const isHanded = isAtDoor(work.actor)
  const isOnPaper = work.actor.paperMeetingId !== undefined
  const helped = openHelped(await work.box(childId), rows)
  const answered = (action: Action) =>
    helped.some((one) => one.mine && one.occasionId === occasionId && one.partId === action.id)
  const going = ofKind(parts, 'action').filter(
    (action) => !isOver(action.state) && stateOn(action, work.today) === 'ongoing',
  )
  const mayAnswer = isChild && occasionId !== undefined && !plan.endedAt
  const canAsk = mayAnswer ? going : []
  const asks = canAsk.find(({ id }) => id === wanted) ?? canAsk.find((action) => !answered(action))
  return ok({
    ...opened.value,
    ...{
      leads,
      helped,
      asks,
      canAsk,
      occasionId,
      events,
      objections,
      bright,
      next,
      isChild,
      isHanded,
      isOnPaper,
    },
    today: work.today,
  })
}

/** The child says with one press whether something helps. */
export function answerAsChild(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<ChildsAnswer, FieldErrors>,
): Promise<Answered> {
  return audited(deps, 'plan.child-answers', asking, async (work): Promise<Answered> => {
    const reading = await read(work, asking.childId)
    if (!reading.ok) return reading
    const { isChild, occasionId, plan, parts, helped } = reading.value
    if (!isChild) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(reading.value, input.error)
    const { partId, helped: answer } = input.value
    const known = ofKind(parts, 'action').some(({ id }) => id === partId)
    if (!known || occasionId === undefined || plan.endedAt) return refuse.notFound()
    const before = helped.find((one) => one.mine && one.occasionId === occasionId && one.partId === partId)
    if (before?.helped === answer) return ok('thanks')
    const occasion = { childId: asking.childId, planId: plan.id, id: occasionId }
    await addAnswers(work, occasion, [
      { partId, voice: 'child', personId: work.actor.personId, helped: answer },
    ])
    return ok('thanks')
  })
}
