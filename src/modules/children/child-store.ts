import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { personOf } from '#shared/person.ts'
import { SealedText } from '#shared/sealed.ts'
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

/**
 * The children the person knows, by name, beginning after a child: a page, and the child to go on after if there are
 * more. The list of ids drives it, so that the county's other children are never read.
 */
export async function listMyChildren(
  { trx }: Work,
  { name, after }: { name: string | undefined; after: string | undefined },
): Promise<{ children: Child[]; next: string | undefined }> {
  const order = sql`(coalesce(c.given_name, '') || ' ' || coalesce(c.family_name, '') || ' ' || c.id) collate "sv-SE-x-icu"`
  let query = trx
    .selectFrom('child as c')
    .select([
      'c.id',
      'c.given_name',
      'c.family_name',
      'c.protection',
      'c.provisional',
      'c.born_on',
      'c.expected_on',
    ])
    .where(sql<boolean>`c.id = any ((select my_children())::uuid[])`)
    .where('c.provisional', '=', false)
  if (name) {
    const pattern = `%${name.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(sql<boolean>`c.given_name || ' ' || c.family_name ilike ${pattern}`)
  }
  if (after)
    query = query.where(
      sql<boolean>`${order} > (select ${order} from child c where c.id = ${after} and not c.provisional)`,
    )
  const rows = await query
    .orderBy(order)
    .limit(perPage + 1)
    .execute()
  const children = rows.slice(0, perPage).map(childOf)
  return { children, next: rows.length > perPage ? children.at(-1)?.id : undefined }
}

/** The name of a protected child, for those who carry the matter and ask for it. */
export async function findProtectedName(
  { trx, box }: Work,
  childId: string,
): Promise<SealedText | undefined> {
  const row = await trx
    .selectFrom('child')
    .select('identity_sealed')
    .where('id', '=', childId)
    .executeTakeFirst()
  if (!row?.identity_sealed) return undefined
  const place = { table: 'child', column: 'identity_sealed', row: childId, version: 1 }
  const { givenName, familyName } = (await box(childId)).open(place, row.identity_sealed, identityBody)
  return new SealedText(`${givenName} ${familyName}`)
}
const identityBody = z.object({ givenName: z.string(), familyName: z.string() })
