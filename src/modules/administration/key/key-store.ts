import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { printedName } from '#shared/person.ts'

/** The key that the organisation's directory shows, as an administrator may know it: never the key itself. */
export type Key = {
  madeBy: string
  madeAt: Date
  expiresAt: Date
  /** Whoever made it administers nothing here any more: it goes before its time. */
  isLeftBehind: boolean
}

/** The one that has not been ended; it may be too old. */
export async function findKey({ trx }: Work, organisationId: string): Promise<Key | undefined> {
  const row = await trx
    .selectFrom('scim_key as k')
    .leftJoin('person_here as p', 'p.id', 'k.made_by')
    .select(['k.made_at', 'k.expires_at', 'p.given_name', 'p.family_name'])
    .select(sql<Date>`scim_key_until(k.id)`.as('until'))
    .where('k.authority_id', '=', organisationId)
    .where('k.ended_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      madeBy: printedName(row),
      madeAt: row.made_at,
      expiresAt: row.until,
      isLeftBehind: row.until < row.expires_at,
    }
  )
}

type NewKey = { id: string; organisationId: string; hash: string; until: Date }

/** False: this one has been made before. */
export async function makeKey({ trx }: Work, { id, organisationId, hash, until }: NewKey): Promise<boolean> {
  const { rows } = await sql<{ made: boolean }>`
    select make_scim_key(${id}::uuid, ${organisationId}::uuid, ${hash}, ${until.toISOString()}::timestamptz) as made`.execute(
    trx,
  )
  return rows[0]?.made ?? false
}

export async function endKey({ trx }: Work, organisationId: string): Promise<void> {
  await sql`select end_scim_key(${organisationId}::uuid)`.execute(trx)
}
