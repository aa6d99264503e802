import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { swedishClock, swedishDay } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import type { Entry } from './entry.ts'

type Row = {
  disclosure_id: string
  at: Date
  direction: Entry['direction']
  kind: Entry['kind']
  from_name: string
  to_name: string | null
  legal_ground: string
  given_name: string | null
  family_name: string | null
}

/** Does the person review the log, and with it the register, of an organisation? */
export async function isRegistrar({ trx }: Work): Promise<boolean> {
  const { rows } = await sql`select from my_review_units() limit 1`.execute(trx)
  return rows.length > 0
}

/** The register of the person's organisation for a year, the latest first. */
export async function findEntries({ trx }: Work, year: number): Promise<Entry[]> {
  const { rows } = await sql<Row>`
    select r.disclosure_id, r.at, r.direction, r.kind, s.name as from_name, u.name as to_name, r.legal_ground,
      p.given_name, p.family_name
    from register_entry r
      join secrecy_unit s on s.id = r.from_secrecy_unit_id
      left join unit_here u on u.id = r.to_unit_id
      left join person_here p on p.id = r.by_person_id
    where r.at >= make_timestamptz(${year}::int, 1, 1, 0, 0, 0, 'Europe/Stockholm')
      and r.at < make_timestamptz(${year + 1}::int, 1, 1, 0, 0, 0, 'Europe/Stockholm')
    order by r.at desc, r.disclosure_id, r.direction`.execute(trx)
  return rows.map((row) => ({
    id: row.disclosure_id,
    day: swedishDay(row.at),
    clock: swedishClock(row.at),
    direction: row.direction,
    kind: row.kind,
    from: row.from_name,
    to: row.to_name ?? undefined,
    ground: row.legal_ground,
    by: row.given_name ? printedName(row) : undefined,
  }))
}
