import type { Work } from '#modules/audit'
import type { Responsible } from '#modules/responsibility'
import { addTask } from '#modules/tasks'
import { addWorkingDays, type Day } from '#shared/dates.ts'

/** When the BBA has read what the family writes today. */
export const readBy = (today: Day): Day => addWorkingDays(today, 2)

/** Somebody in the family has said something: it waits for the BBA to be read. */
export async function tellLead(work: Work, childId: string, aboutId: string, { engagementId }: Responsible) {
  await addTask(work, { childId, kind: 'read_statement', engagementId, aboutId, dueOn: readBy(work.today) })
}
