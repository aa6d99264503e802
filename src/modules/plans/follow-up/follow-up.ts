import { audited, type Work } from '#modules/audit'
import { addEvent } from '#modules/responsibility'
import { type Ending, findEnding } from '#modules/sharing'
import type { AskingOfChild } from '#shared/asking.ts'
import { addDays, swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { bodyAsText } from '#shared/sealed.ts'
import type { Asked } from '../agreement.ts'
import { findFamilyToAsk } from '../agreement-store.ts'
import {
  addAnswers,
  findHeldRows,
  findHelpedRows,
  findPlannedFollowUp,
  finishFollowUp,
  type HeldFollowUp,
  type HelpedAnswer,
  holdFollowUp,
  type NewAnswer,
  openHeld,
  openHelped,
  planFollowUp,
} from '../follow-up-store.ts'
import { type Action, isOver, ofKind, stateOn } from '../plan.ts'
import { type OpenedPlan, openPlan } from '../plan-access.ts'
import { type NewPart, savePlan, setFollowUp } from '../plan-change-store.ts'
import { mayAnswerHelped, mayWritePlan } from '../plan-policy.ts'
import { findLeads, type Leads } from '../plan-store.ts'
import { awaitFollowUp } from '../tasks-access.ts'
import type { HeldInput } from './follow-up.form.ts'

/**
 * What one goes through: the actions that are not over, what has been said before, and whom to ask. `holds`: notes the
 * whole follow-up; otherwise somebody in the family answers for themselves.
 */
export type FollowUpForm = OpenedPlan & {
  holds: boolean
  occasionId: string | undefined
  actions: readonly Action[]
  helped: readonly HelpedAnswer[]
  family: readonly Asked[]
  leads: Leads
  /** What the family has said yes to that ends before long: the follow-up is a good moment to ask again. */
  ending: readonly Ending[]
  today: string
}

/** Until the next follow-up, about. */
const renewalDays = 90

type Opened = Result<FollowUpForm, Hidden | Misplaced>
type Declines = Hidden | Misplaced | Declined<FollowUpForm, FieldErrors>
export type AfterFollowUp = 'again' | 'end' | 'answered'

export const openFollowUp = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'plan.open-follow-up', asking, (work) => openForm(work, asking.childId))

async function openForm(work: Work, childId: string): Promise<Result<FollowUpForm, Hidden>> {
  const may = (standing: Parameters<typeof mayWritePlan>[0]) =>
    mayWritePlan(standing) || mayAnswerHelped(standing)
  const [opened, occasionId, rows, leads] = await Promise.all([
    openPlan(work, childId, may),
    findPlannedFollowUp(work, childId),
    findHelpedRows(work, childId),
    findLeads(work, childId),
  ])
  if (!opened.ok) return opened
  const { known, plan, parts } = opened.value
  if (plan.endedAt) return refuse.notFound()
  const holds = mayWritePlan(known.standing)
  const family = holds ? await findFamilyToAsk(work, childId) : []
  const { ending } = holds
    ? await findEnding(work, { childId, until: addDays(work.today, renewalDays) })
    : { ending: [] }
  const actions = ofKind(parts, 'action').filter(({ state }) => !isOver(state))
  const helped = openHelped(await work.box(childId), rows)
  return ok({ ...opened.value, holds, occasionId, actions, helped, family, leads, ending, today: work.today })
}

/** Notes a follow-up: how far each action has come, what has been said, and when one meets again. */
export function holdPlanFollowUp(
  deps: Deps,
  asking: AskingOfChild,
  read: {
    held: (form: FollowUpForm) => Result<HeldInput, FieldErrors>
    own: (form: FollowUpForm) => Result<readonly Omit<NewAnswer, 'voice'>[], FieldErrors>
  },
): Promise<Result<AfterFollowUp, Declines>> {
  return audited(deps, 'plan.follow-up', asking, async (work): Promise<Result<AfterFollowUp, Declines>> => {
    const form = await openForm(work, asking.childId)
    if (!form.ok) return form
    if (!form.value.holds) {
      const input = read.own(form.value)
      return input.ok ? answer(work, form.value, input.value) : refuse.invalid(form.value, input.error)
    }
    const input = read.held(form.value)
    return input.ok ? hold(work, form.value, input.value) : refuse.invalid(form.value, input.error)
  })
}

async function hold(
  work: Work,
  form: FollowUpForm,
  input: HeldInput,
): Promise<Result<AfterFollowUp, Declines>> {
  const { known, plan, occasionId, leads } = form
  const { submission, version, heldOn, words, nextWords, next, followUpOn, followUpTime } = input
  const occasion = { childId: known.child.id, planId: plan.id, id: occasionId ?? submission }
  if (heldOn > work.today) return refuse.invalid(form, { heldOn: 'Dagen har inte varit än' })
  if (followUpOn && followUpOn <= heldOn)
    return refuse.invalid(form, { followUpOn: 'Välj en dag efter den här gången' })
  if (await isNoted(work, occasion.childId, input)) return ok(next)
  if (plan.version === undefined) return refuse.notAllowed()
  const at = { childId: occasion.childId, plan: { id: plan.id, version: plan.version }, seenVersion: version }
  if (!(await savePlan(work, at, { written: changedStates(work, form, input) }))) return refuse.conflict(form)
  if (!occasionId) await planFollowUp(work, occasion)
  await holdFollowUp(work, occasion, { heldOn, words, next: nextWords })
  await addAnswers(work, occasion, input.answers)
  await addEvent(work, {
    childId: occasion.childId,
    matterId: plan.matterId,
    kind: 'followed_up',
    aboutId: occasion.id,
  })
  await finishFollowUp(work, occasion.childId)
  if (next === 'end' || !followUpOn) return ok('end')

  const followUpAt = swedishMoment(followUpOn, followUpTime)
  await setFollowUp(work, { childId: occasion.childId, planId: plan.id, at: followUpAt })
  await planFollowUp(work, { ...occasion, id: work.newId() })
  await awaitFollowUp(work, leads, { childId: occasion.childId, planId: plan.id, at: followUpAt })
  return ok('again')
}

/** The same form, sent twice. Somebody else's words about the same occasion are another matter. */
async function isNoted(
  work: Work,
  childId: string,
  { occasion, submission, heldOn, words, nextWords }: HeldInput,
) {
  const all = openHeld(await work.box(childId), await findHeldRows(work, childId))
  const held = all.find(({ id }) => id === occasion || id === submission)
  const said = (one: Omit<HeldFollowUp, 'id'>) =>
    bodyAsText([one.heldOn, one.words ?? null, one.next ?? null])
  return held !== undefined && said(held) === said({ heldOn, words, next: nextWords })
}

function changedStates({ today }: Work, { actions }: FollowUpForm, { states }: HeldInput): NewPart[] {
  return actions.flatMap((action): NewPart[] => {
    const state = states.get(action.id)
    if (!state || state === stateOn(action, today)) return []
    const { id, madeAt, goalId, areas, unit, engagementId, startsOn, endsOn, body } = action
    return [
      {
        id,
        madeAt,
        kind: 'action',
        goalId,
        areas,
        unitId: unit?.id,
        engagementId,
        startsOn,
        endsOn,
        state,
        body,
      },
    ]
  })
}

/** Somebody in the family answers for themselves. The same again is no new answer. */
async function answer(
  work: Work,
  form: FollowUpForm,
  answers: readonly Omit<NewAnswer, 'voice'>[],
): Promise<Result<AfterFollowUp, Declines>> {
  const { known, plan, occasionId, helped } = form
  if (!occasionId) return refuse.notAllowed()
  const voice = known.standing.relation === 'self' ? 'child' : 'guardian'
  const news = answers.filter(({ partId, helped: answered, words }) => {
    const last = helped.find((one) => one.partId === partId && one.mine && one.occasionId === occasionId)
    return last?.helped !== answered || bodyAsText({ words: last?.words }) !== bodyAsText({ words })
  })
  const occasion = { childId: known.child.id, planId: plan.id, id: occasionId }
  const personId = work.actor.personId
  await addAnswers(
    work,
    occasion,
    news.map((one) => ({ ...one, voice, personId })),
  )
  return ok('answered')
}
