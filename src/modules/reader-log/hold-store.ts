import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import type { Day } from '#shared/dates.ts'
import { sealedText } from '#shared/sealed.ts'
import type { Hold } from './reading.ts'

const placeOf = (row: string) => ({ table: 'reading_hold', column: 'body', row, version: 1 })
const words = z.object({ why: sealedText })

/** What the unit of the one who asks holds back about the child, the earliest day to think again first. */
export async function listHolds({ trx, box }: Work, childId: string): Promise<Hold[]> {
  const rows = await trx
    .selectFrom('reading_hold')
    .select(['id', 'from_day', 'to_day', 'ground', 'body', 'reconsider_on'])
    .where('child_id', '=', childId)
    .where('ended_at', 'is', null)
    .orderBy('reconsider_on')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const childs = await box(childId)
  return rows.map((row) => ({
    id: row.id,
    from: row.from_day,
    to: row.to_day ?? undefined,
    ground: row.ground,
    why: childs.open(placeOf(row.id), row.body, words).why,
    reconsiderOn: row.reconsider_on,
  }))
}

/** Holds back lines of the unit, from the next request on. Sent twice it is one. */
export async function addHold(
  { trx, box, newId }: Work,
  childId: string,
  hold: Hold,
  escalatesAt: Date,
): Promise<boolean> {
  const body = (await box(childId)).seal(placeOf(hold.id), { why: hold.why })
  const day = (of: Day | undefined) => sql`${of ?? null}::date`
  const { rows } = await sql<{ done: boolean }>`
    select hold_readings(${childId}, ${hold.id}, ${day(hold.from)}, ${day(hold.to)}, ${hold.ground}::reading_hold_ground,
      ${body}, ${day(hold.reconsiderOn)}, ${escalatesAt.toISOString()}::timestamptz,
      ${[newId(), newId(), newId()]}::uuid[]) as done`.execute(trx)
  return rows[0]?.done ?? false
}

/** The family sees the lines again. False when there is none of that id to end. */
export async function endHold({ trx }: Work, childId: string, holdId: string): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean
  }>`select end_reading_hold(${childId}, ${holdId}) as done`.execute(trx)
  return rows[0]?.done ?? false
}
