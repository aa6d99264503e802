import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { addMonths, addWorkingDays, swedishDay, swedishMoment } from '#shared/dates.ts'
import type { Extract } from './extract.ts'

/** A stand-in steps in when nobody has answered in two weeks. */
const standInAfterWorkingDays = 10

/** The secrecy units that the one who asks knows of, the one that carries first. */
export async function findKeepers({ trx }: Work, childId: string): Promise<string[]> {
  const { rows } = await sql<{ wall: string }>`
    select k.secrecy_unit_id as wall from extract_keepers(${childId}) k
    order by k.carries desc, k.secrecy_unit_id`.execute(trx)
  return rows.map(({ wall }) => wall)
}

/** Asks one of them, within a month as the regulation says. Asked already: once is enough. */
export async function askKeeper(
  { trx, today, newId }: Work,
  childId: string,
  { wall, requestId }: { wall: string; requestId: string },
): Promise<void> {
  const escalates = swedishMoment(addWorkingDays(today, standInAfterWorkingDays), '07:00')
  await sql`
    select ask_for_extract(${childId}, ${wall}, ${requestId}, ${addMonths(today, 1)}::date,
      ${escalates.toISOString()}::timestamptz, ${sql.val([newId(), newId(), newId()])}::uuid[])`.execute(trx)
}

/** What the person has asked for about this child, the latest first, and of one day by the units' names. */
export async function findMyExtracts({ trx, actor }: Work, childId: string): Promise<Extract[]> {
  const rows = await trx
    .selectFrom('extract_request as r')
    .leftJoin('unit_here as u', 'u.id', 'r.unit_id')
    .select(['r.id', 'r.secrecy_unit_id', 'r.asked_at', 'r.due_on', 'r.answered_at', 'u.name'])
    .where('r.child_id', '=', childId)
    .where('r.asked_by', '=', actor.personId)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.carries', 'desc')
    .orderBy(sql`u.name collate "sv-SE-x-icu"`)
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    secrecyUnitId: row.secrecy_unit_id,
    unit: row.name ?? undefined,
    askedOn: swedishDay(row.asked_at),
    dueOn: row.due_on,
    isAnswered: row.answered_at !== null,
  }))
}
