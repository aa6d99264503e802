import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { type Child, childOf } from '#modules/children'

/** Children whom the person knows in daily work and whose name is among the words, the likeliest first. */
export async function findNamed({ trx, actor }: Work, words: readonly string[]): Promise<Child[]> {
  if (words.length === 0) return []
  const named = sql<number>`cardinality(array(
    select unnest(string_to_array(lower(c.given_name || ' ' || c.family_name), ' ')) intersect select unnest(${[...words]}::text[])))`
  const rows = await trx
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
    .where('c.provisional', '=', false)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('assignment as a')
          .select('a.id')
          .whereRef('a.child_id', '=', 'c.id')
          .where('a.engagement_id', '=', actor.engagementId ?? null)
          .where(
            sql<boolean>`a.valid_from <= asked_at() and (a.valid_to is null or a.valid_to > asked_at())`,
          ),
      ),
    )
    .where(named, '>', 0)
    .orderBy(named, 'desc')
    .orderBy(sql`(c.given_name || ' ' || c.family_name || ' ' || c.id) collate "sv-SE-x-icu"`)
    .limit(6)
    .execute()
  return rows.map(childOf)
}

/** A child that the person knows, by id; undefined otherwise, and for one that is only described. */
export async function findMine({ trx }: Work, childId: string): Promise<Child | undefined> {
  const row = await trx
    .selectFrom('child')
    .select(['id', 'given_name', 'family_name', 'protection', 'provisional', 'born_on', 'expected_on'])
    .where('id', '=', childId)
    .where('provisional', '=', false)
    .executeTakeFirst()
  return row && childOf(row)
}

/** The described child turns out to be new here, and gets a name. */
export async function becomeReal(
  { trx, today }: Work,
  childId: string,
  { givenName, familyName, born }: { givenName: string; familyName: string; born: string },
): Promise<void> {
  await trx
    .updateTable('child')
    .set({
      given_name: givenName,
      family_name: familyName,
      provisional: false,
      ...(born <= today ? { born_on: born } : { expected_on: born }),
    })
    .where('id', '=', childId)
    .execute()
}

/** Where the child goes, once; whatever is no school or preschool is left out. */
export async function placeChild({ trx, newId }: Work, childId: string, unitId: string): Promise<void> {
  await sql`select place_child(${childId}, ${newId()}, ${unitId})`.execute(trx)
}

export async function mergeInto({ trx }: Work, described: string, childId: string): Promise<void> {
  await trx.updateTable('child').set({ merged_into: childId }).where('id', '=', described).execute()
}

/** The noticing in its place under the child it was about, read already. */
export async function addHandling(
  { trx, at, actor }: Work,
  moved: { childId: string; itemId: string; matterId: string | undefined },
): Promise<void> {
  if (!actor.unitId) throw new Error('only staff receive')
  await trx
    .insertInto('noticing_handling')
    .values({
      child_id: moved.childId,
      item_id: moved.itemId,
      matter_id: moved.matterId ?? null,
      unit_id: actor.unitId,
      opened_at: at,
    })
    .execute()
}

/** The child's open matter in my own secrecy unit. */
export async function findOpenMatter({ trx }: Work, childId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('matter')
    .select('id')
    .where('child_id', '=', childId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}
