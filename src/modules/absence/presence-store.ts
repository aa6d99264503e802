import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { Day } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'

/** What the list of tasks says of who is there. */
export type Presence = {
  /** The last day that the person is noted as away, where they act now. */
  awayUntil: Day | undefined
  /** The unit where the person notes who is away. */
  rosterUnitId: string | undefined
  /** The person takes what nobody who is there holds. */
  takes: boolean
  /** Those who leave soon, or have left, and still hold something. */
  leaving: readonly { name: string; lastDay: Day }[]
}

type Row = { away_until: Day | null; roster: string | null; takes: boolean }

export async function findPresence({ trx, today }: Work): Promise<Presence> {
  const { rows } = await sql<Row>`
    select (select a.to_day from absence a where a.engagement_id = my_engagement() and a.ended_at is null
        and ${today}::date between a.from_day and a.to_day) as away_until,
      (select r.unit from unnest(my_rosters()) r (unit) where r.unit = my_unit() limit 1) as roster,
      my_unit() in (select unnest(my_rosters())) or cardinality(my_authorities('fallback_lead')) > 0 as takes`.execute(
    trx,
  )
  const leaving = await sql<{ last_day: Day; given_name: string | null; family_name: string | null }>`
    select l.last_day, p.given_name, p.family_name from leaving_soon() l
      join engagement_here e on e.id = l.engagement_id join person_here p on p.id = e.person_id
    order by l.last_day, e.id`.execute(trx)
  const [row] = rows
  return {
    awayUntil: row?.away_until ?? undefined,
    rosterUnitId: row?.roster ?? undefined,
    takes: row?.takes ?? false,
    leaving: leaving.rows.map((one) => ({ name: printedName(one), lastDay: one.last_day })),
  }
}
