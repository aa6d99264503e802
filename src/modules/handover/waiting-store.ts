import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { alone } from '#shared/pool.ts'
import type { Unanswered } from './handover.ts'

/** The offer that is the person's to see to, if nobody has answered it. */
export async function findUnanswered(
  { trx }: Work,
  childId: string,
  id: string,
): Promise<Unanswered | undefined> {
  const { rows } = await sql<{ from_unit: string; to_unit: string; offered_at: Date }>`
    select f.name as from_unit, t.name as to_unit, o.offered_at
    from unanswered_offer(${childId}, ${id}) o
      join unit_here f on f.id = o.from_unit_id
      join unit_here t on t.id = o.to_unit_id`.execute(trx)
  const [row] = rows
  return row && { id, from: row.from_unit, to: row.to_unit, offeredOn: swedishDay(row.offered_at) }
}

export type Lapsed = { childId: string; handoverId: string }

/** The offers that have waited too long, and that nobody more has been told of. */
export const findLapsed = ({ pool, now }: Deps): Promise<Lapsed[]> =>
  alone({ pool }, async (line) => {
    const rows = await line.unsafe('select * from public.lapsed_offers($1::text::timestamptz)', [
      now().toISOString(),
    ])
    return (rows as { child_id: string; handover_id: string }[]).map((row) => ({
      childId: row.child_id,
      handoverId: row.handover_id,
    }))
  })

/** Tells the receiver's organisation, once. False when it has been told, or somebody has answered meanwhile. */
export const tellOfLapsed = ({ pool, now, newId }: Deps, lapsed: Lapsed, due: Day): Promise<boolean> =>
  alone({ pool }, async (line) => {
    const rows = await line.unsafe(
      'select public.lapse_offer($1, $2, $3::text::timestamptz, $4::text::date, array[$5, $6]::uuid[]) as told',
      [lapsed.childId, lapsed.handoverId, now().toISOString(), due, newId(), newId()],
    )
    return (rows as { told: boolean }[])[0]?.told ?? false
  })
