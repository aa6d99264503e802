import { sql } from 'kysely'
import { admin, deps } from '#test/world.ts'

/** Who has been BBA for a child, one after another with not a moment between, up to now. */
export async function leadsInTurn(childId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; follows: boolean; isNow: boolean }>`
    select p.given_name as name,
      lower(r.during) is not distinct from coalesce(lag(upper(r.during)) over turn, m.opened_at) as follows,
      r.during @> ${deps.now()}::timestamptz as "isNow"
    from matter m
      join responsibility r on r.child_id = m.child_id and r.matter_id = m.id and r.kind = 'best_interests_lead'
      join engagement e on e.id = r.engagement_id join person p on p.id = e.person_id
    where m.child_id = ${childId} and m.closed_at is null
    window turn as (order by lower(r.during)) order by lower(r.during)`.execute(admin)
  if (!rows.every(({ follows }) => follows) || !rows.at(-1)?.isNow)
    throw new Error('a moment without anybody')
  return rows.map(({ name }) => name)
}

/** Who is accountable for a child now, whoever is written down. */
export async function accountableNow(childId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select p.given_name as name from engagement e join person p on p.id = e.person_id
    where e.id = accountable_engagement(${childId}, ${deps.now()})`.execute(admin)
  return rows[0]?.name
}
