import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import type { Day } from '#shared/dates.ts'
import { nameOf, personOf } from '#shared/person.ts'
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
  grown_up: boolean
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
export async function findKnownChild(work: Work, childId: string): Promise<KnownChild | undefined> {
  const { trx, actor } = work
  const { rows } = await sql<StandingRow>`
    select c.id, c.given_name, c.family_name, c.protection, c.provisional, c.born_on, c.expected_on,
      c.born_on is null and not c.provisional and is_grown_up(c.id) as grown_up, c.id = any (my_lead_children()) as leads, c.id = any (my_open_children()) as open,
      c.id = any (my_party_children('whole')) as whole, c.id = any (my_party_children('own')) as own,
      c.id = any (my_written_plans()) as writes, c.person_id is not distinct from me() as is_self,
      i_hold_the_function() as holds_function, m.id as matter_id, tenure_held_by(r.child_id, r.id) as lead_engagement_id
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
  const here = { ...childOf(row), grownUp: row.grown_up }
  const [child = here] = await knownToFamily(work, [here])
  return {
    child,
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

/** From here on the request is about all the children that the person knows: one of them may be the one described. */
export async function lookAmongAll({ trx }: Work): Promise<void> {
  await sql`select set_config('app.child', '', true)`.execute(trx)
}

/** About one child again. */
export async function lookAtOne({ trx }: Work, childId: string): Promise<void> {
  await sql`select set_config('app.child', ${childId}, true)`.execute(trx)
}

/** Which child a described one turned out to be, or a record has ended as. */
export async function findMerged({ trx }: Work, described: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('child')
    .select('merged_into')
    .where('id', '=', described)
    .executeTakeFirst()
  return row?.merged_into ?? undefined
}

const perPage = 50

/**
 * The children the person knows, by name, beginning after a child: a page, and the child to go on after if there are
 * more. The list of ids drives it, so that the county's other children are never read.
 */
export async function listMyChildren(
  work: Work,
  { name, after }: { name: string | undefined; after: string | undefined },
): Promise<{ children: Child[]; next: string | undefined }> {
  const { trx, actor } = work
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
  const isFamily = actor.kind === 'family'
  if (name && !isFamily) {
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
  const page = rows.slice(0, perPage).map(childOf)
  const children = isFamily ? byName(await knownToFamily(work, page), name) : page
  return { children, next: rows.length > perPage ? children.at(-1)?.id : undefined }
}

/** The family's few children, also those whose names the database does not know. */
const byName = (children: readonly Child[], name = ''): Child[] =>
  children
    .filter(({ person }) => nameOf(person).toLowerCase().includes(name.toLowerCase()))
    .sort((one, other) => nameOf(one.person).localeCompare(nameOf(other.person), 'sv'))

const isSealed = ({ person, bornOn, expectedOn, provisional }: Child) =>
  person.kind === 'protected' || !(bornOn || expectedOn || provisional)

/** A family knows its own child's name, and must not see that there is a mark: to them nothing is changed. */
export async function knownToFamily(work: Work, children: readonly Child[]): Promise<Child[]> {
  const hidden = work.actor.kind === 'family' ? children.filter(isSealed) : []
  if (hidden.length === 0) return [...children]
  const identities = await openIdentities(
    work,
    hidden.map(({ id }) => id),
  )
  return children.map((child) => {
    const known = identities.get(child.id)
    if (!known) return child
    const { givenName, familyName, ...born } = known
    const name = { given_name: givenName, family_name: familyName }
    return { ...child, ...born, person: personOf({ id: child.id, ...name, protection: 'none' }) }
  })
}

/** Who a protected child is, for those who may fetch the key: the group that is told, and its family. */
export const findIdentity = async (work: Work, childId: string): Promise<Identity | undefined> =>
  (await openIdentities(work, [childId])).get(childId)

/** Is the person one of those who are told who and where the child is? */
export async function isTold({ trx }: Work, childId: string): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`
    select ${childId}::uuid = any (my_shielded_children()) as told`.execute(trx)
  return rows[0]?.told ?? false
}

/**
 * Before something is made that leaves the screen: from here on this request reads as somebody who is not told where a
 * protected child is. Tells whether there is anything to hide.
 */
export async function veilWhatLeaves({ trx }: Work, childId: string): Promise<boolean> {
  const { rows } = await sql<{ hidden: boolean }>`
    select h.hidden, set_config('app.veiled', case when h.hidden then 'on' else '' end, true)
    from (select is_hidden(${childId}::uuid) as hidden) h`.execute(trx)
  return rows[0]?.hidden ?? false
}

/** The name, when the group asks for it. */
export async function findProtectedName(work: Work, childId: string): Promise<SealedText | undefined> {
  const identity = await findIdentity(work, childId)
  return identity && new SealedText(`${identity.givenName} ${identity.familyName}`)
}

const identityBody = z.object({
  givenName: z.string(),
  familyName: z.string(),
  bornOn: z.string().optional(),
  expectedOn: z.string().optional(),
})
export type Identity = {
  givenName: string
  familyName: string
  bornOn: Day | undefined
  expectedOn: Day | undefined
}

/** Names and birth dates that lie sealed, of those children whose key the person may fetch. */
async function openIdentities({ trx, box }: Work, ids: readonly string[]): Promise<Map<string, Identity>> {
  const { rows } = await sql<{ child_id: string; id: string; identity_sealed: Buffer }>`
    select k.child_id, k.id, c.identity_sealed from name_compartments(${[...ids]}::uuid[]) k
      join child c on c.id = k.child_id where c.identity_sealed is not null`.execute(trx)
  const opened = rows.map(async ({ child_id, id, identity_sealed }) => {
    const { givenName, familyName, bornOn, expectedOn } = (await box(id)).open(
      identityPlace(child_id),
      identity_sealed,
      identityBody,
    )
    return [child_id, { givenName, familyName, bornOn, expectedOn }] as const
  })
  return new Map(await Promise.all(opened))
}

/** Where a protected child's name and birth date lie; the key is that of the mark. */
export const identityPlace = (childId: string) => ({
  table: 'child',
  column: 'identity_sealed',
  row: childId,
  version: 1,
})

/** Where a number of the child lies, with the child's own key. */
export const numberPlace = (row: string) => ({
  table: 'child_identifier',
  column: 'value_sealed',
  row,
  version: 1,
})
