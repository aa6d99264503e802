import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#modules/audit'
import { isOpen } from './directory-store.ts'
import type { Missing, OnMap, Place, Wanted } from './map.ts'

/** Whether the newest text is the unit's own. */
const ownText = sql`select not n.proposal as own from unit_entry n where n.unit_id = u.id order by n.version desc limit 1`

const lacks: Readonly<Record<Missing, RawBuilder<unknown>>> = {
  text: sql`e.own is null`,
  'own-text': sql`not e.own`,
  receiver: sql`not exists (select from unit_function f where f.unit_id = u.id
    and f.kind in ('best_interests_lead', 'reception'))`,
}

/** Each municipality, with how many of those who are there for its children have told what they do. */
export async function countPlaces({ trx }: Work): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select m.code, m.name, count(*)::int as units, count(*) filter (where e.own)::int as told,
      count(*) filter (where not e.own)::int as proposed, count(*) filter (where e.own is null)::int as silent
    from municipality m join unit_serves v on v.municipality_code = m.code join unit_directory u on u.id = v.unit_id
      left join lateral (${ownText}) e on true
    where ${isOpen}
    group by m.code, m.name order by m.name collate "sv-SE-x-icu"`.execute(trx)
  return rows
}

/** Those where something is missing, one page at a time, and how many there are in all. */
export async function listMissing(
  { trx }: Work,
  { municipality, missing, page }: Wanted,
  size: number,
): Promise<{ found: OnMap[]; total: number }> {
  const code = municipality ?? null
  const { rows } = await sql<OnMap & { total: number }>`
    select u.id, u.name, u.kind, count(*) over ()::int as total
    from unit_directory u left join lateral (${ownText}) e on true
    where ${isOpen} and ${lacks[missing]}
      and (${code}::text is null
        or exists (select from unit_serves v where v.unit_id = u.id and v.municipality_code = ${code}::text))
    order by u.name collate "sv-SE-x-icu", u.id limit ${size} offset ${(page - 1) * size}`.execute(trx)
  return { found: rows.map(({ total, ...unit }) => unit), total: rows[0]?.total ?? 0 }
}
