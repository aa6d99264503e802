import type { Work } from '#modules/audit'
import { addTask } from '#modules/tasks'
import { addWorkingDays, swedishDay } from '#shared/dates.ts'
import type { NewPart } from './plan-change-store.ts'
import type { Leads } from './plan-store.ts'

/** So long a unit has to say whether it goes along with the plan. */
const agreeWithin = 5

/** Asks the contacts that are new in the plan whether their unit goes along with it. */
export async function askToAgree(
  work: Work,
  childId: string,
  contacts: readonly (NewPart | undefined)[],
): Promise<void> {
  for (const contact of contacts) {
    if (!contact?.engagementId || contact.unitId === work.actor.unitId) continue
    await addTask(work, {
      childId,
      kind: 'agree_to_plan',
      engagementId: contact.engagementId,
      aboutId: contact.unitId,
      dueOn: addWorkingDays(work.today, agreeWithin),
    })
  }
}

type Waiting = { childId: string; planId: string; at: Date }

/** The next follow-up waits for the BBA and for the one who leads the collaboration. */
export async function awaitFollowUp(work: Work, leads: Leads, waiting: Waiting): Promise<void> {
  const responsible = [leads.bba, leads.collaboration].flatMap((lead) => lead?.engagementId ?? [])
  for (const engagementId of new Set(responsible)) await awaitFollowUpOf(work, { ...waiting, engagementId })
}

export const awaitFollowUpOf = (
  work: Work,
  { childId, planId, at, engagementId }: Waiting & { engagementId: string },
): Promise<void> =>
  addTask(work, { childId, kind: 'follow_up', engagementId, aboutId: planId, dueOn: swedishDay(at) })
