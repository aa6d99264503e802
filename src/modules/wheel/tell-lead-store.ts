import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { addTask, othersRead, readBy } from '#modules/tasks'

/**
 * Somebody in the family has said something: it waits for the BBA to be read, and then for the stand-in too.
 * `toldTo`: it was said to one adult alone, and waits for nobody else.
 */
export async function tellLead(work: Work, childId: string, aboutId: string, toldTo?: string) {
  const { trx, today, newId } = work
  const dueOn = readBy(today)
  if (toldTo) {
    await addTask(work, { childId, kind: 'read_statement', engagementId: toldTo, aboutId, dueOn })
    return
  }
  await sql`select tell_lead_of_statement(${childId}, ${aboutId}, ${dueOn}::date,
    ${othersRead(today).toISOString()}::timestamptz, ${[newId(), newId()]}::uuid[])`.execute(trx)
}
