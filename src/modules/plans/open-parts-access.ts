import type { Work } from '#modules/audit'
import { contactName } from './changes.parts.tsx'
import { asPerson } from './plan.parts.tsx'
import { type Action, type Goal, isOver, ofKind } from './plan.ts'
import { findPartRows, findPlan, openParts } from './plan-store.ts'

export type OpenParts = {
  goals: readonly Goal[]
  /** Those that are not over; an action under a goal lies in the goal's areas. */
  actions: readonly Action[]
}

/** Whom one calls on each place, while the plan goes on. */
export async function findContacts(work: Work, childId: string) {
  const plan = await findPlan(work, childId)
  if (!plan || plan.endedAt) return []
  const parts = openParts(await work.box(childId), await findPartRows(work, childId, 'now'))
  return ofKind(parts, 'contact').map((contact) => ({
    ...asPerson(contact),
    who: () => contactName(contact),
  }))
}

/** What goes on in the plan that the unit keeps: for a hand-over. Nothing when there is none, or it has ended. */
export async function findOpenParts(work: Work, childId: string): Promise<OpenParts> {
  const plan = await findPlan(work, childId)
  if (!plan || plan.endedAt) return { goals: [], actions: [] }
  const parts = openParts(await work.box(childId), await findPartRows(work, childId, 'now'))
  const goals = ofKind(parts, 'goal')
  const areasOf = ({ goalId, areas }: Action) => goals.find(({ id }) => id === goalId)?.areas ?? areas
  const actions = ofKind(parts, 'action')
    .filter(({ state }) => !isOver(state))
    .map((action) => ({ ...action, areas: areasOf(action) }))
  return { goals, actions }
}
