import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { othersRead, readBy } from '#modules/tasks'

/**
 * Somebody in the family has said something: it waits for the BBA to be read, and then for the stand-in too.
 * `toldTo`: it was said to the adult beside the child alone, and waits for nobody else. Twice is once.
 */
export async function tellLead(work: Work, childId: string, aboutId: string, toldTo?: string) {
  const { trx, today, newId } = work
  const dueOn = readBy(today)
  const told = toldTo
    ? sql`select tell_adult_of_statement(${childId}, ${aboutId}, ${dueOn}::date, ${newId()}::uuid)`
    : sql`select tell_lead_of_statement(${childId}, ${aboutId}, ${dueOn}::date,
        ${othersRead(today).toISOString()}::timestamptz, ${[newId(), newId()]}::uuid[])`
  await told.execute(trx)
}
