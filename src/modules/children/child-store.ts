import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { personOf } from '#shared/person.ts'
import type { Child, KnownChild, Relation } from './child.ts'

type Row = {
  id: string
  given_name: string | null
  family_name: string | null
  protection: string
  provisional: boolean
  born_on: string | null
  expected_on: string | null
}

export const childOf = (row: Row): Child => ({
  id: row.id,
  person: personOf(row),
  bornOn: row.born_on ?? undefined,
  expectedOn: row.expected_on ?? undefined,
  provisional: row.provisional,
})

type StandingRow = Row & {
  leads: boolean
  open: boolean
  whole: boolean
  own: boolean
  writes: boolean
  is_self: boolean
  holds_function: boolean
  matter_id: string | null
  lead_engagement_id: string | null
}

/** The child, and what the person who asks is to it; undefined when it is not known to them. */
export async function findKnownChild({ trx, actor }: Work, childId: string): Promise<KnownChild | undefined> {
  const { rows } = await sql<StandingRow>`
    select c.id, c.given_name, c.family_name, c.protection, c.provisional, c.born_on, c.expected_on,
      c.id = any (my_lead_children()) as leads, c.id = any (my_open_children()) as open,
      c.id = any (my_party_children('whole')) as whole, c.id = any (my_party_children('own')) as own,
      c.id = any (my_written_plans()) as writes, c.person_id is not distinct from me() as is_self,
      i_hold_the_function() as holds_function, m.id as matter_id, r.engagement_id as lead_engagement_id
    from child c
      left join matter m on m.child_id = c.id and m.closed_at is null
      left join responsibility r on r.child_id = c.id and r.matter_id = m.id and r.kind = 'best_interests_lead'
        and r.during @> asked_at()
    where c.id = ${childId}`.execute(trx)
  const row = rows[0]
  if (!row) return undefined
  const relation: Relation =
    actor.kind === 'family'
      ? row.is_self
        ? 'self'
        : 'guardian'
      : row.leads
        ? 'lead'
        : row.whole || row.own
          ? 'party'
          : 'colleague'
  return {
    child: childOf(row),
    standing: {
      relation,
      open: actor.kind === 'staff' || row.open,
      part: row.leads || row.open || row.whole ? 'whole' : row.own ? 'own' : undefined,
      writesPlan: row.writes,
      isLeadInPerson: row.lead_engagement_id !== null && row.lead_engagement_id === actor.engagementId,
      holdsFunction: row.holds_function,
      matterId: row.matter_id ?? undefined,
    },
  }
}

const perPage = 50

/** The children the person knows, by name, from a name on. One more than a page, so that the caller sees if there are more. */
export async function listMyChildren(
  { trx }: Work,
  { name, after }: { name: string | undefined; after: string | undefined },
): Promise<{ children: Child[]; more: boolean }> {
  let query = trx
    .selectFrom('child')
    .select(['id', 'given_name', 'family_name', 'protection', 'provisional', 'born_on', 'expected_on'])
    .where('merged_into', 'is', null)
  if (name) {
    const whole = sql`given_name || ' ' || family_name`
    query = query.where(sql<boolean>`${whole} ilike ${`%${name.replace(/[\\%_]/g, '\\$&')}%`}`)
  }
  const order = sql`coalesce(given_name, '') || ' ' || coalesce(family_name, '') || ' ' || id`
  if (after) query = query.where(sql<boolean>`${order} collate "sv-SE-x-icu" > ${after}`)
  const rows = await query
    .orderBy(sql`${order} collate "sv-SE-x-icu"`)
    .limit(perPage + 1)
    .execute()
  return { children: rows.slice(0, perPage).map(childOf), more: rows.length > perPage }
}

/** The mark from which the next page of a list goes on. */
export const markOf = (child: Child): string =>
  `${child.person.kind === 'visible' ? child.person.name : ' '} ${child.id}`
