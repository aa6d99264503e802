import { sql } from 'kysely'
import type { UnsignedWork } from '#modules/audit'
import type { Query } from './query.ts'
import type { User } from './user.ts'
import type { Wanted } from './wanted.ts'

type Row = {
  id: string
  user_name: string
  external_id: string | null
  given_name: string | null
  family_name: string | null
  title: string
  phone: string | null
  unit_name: string
  active: boolean
  made_at: Date
  changed_at: Date
}

const userOf = (row: Row): User => ({
  id: row.id,
  userName: row.user_name,
  externalId: row.external_id ?? undefined,
  givenName: row.given_name ?? undefined,
  familyName: row.family_name ?? undefined,
  title: row.title,
  phone: row.phone ?? undefined,
  unit: row.unit_name,
  active: row.active,
  madeAt: row.made_at,
  changedAt: row.changed_at,
})

/** The key's id, which the log names; undefined: it is nobody's, has been ended or is too old. */
export async function findKey({ trx }: UnsignedWork, token: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select scim_key_of(${token}) as id`.execute(trx)
  return rows[0]?.id ?? undefined
}

/** A page of the users of the key's organisation, and how many there are in all. */
export async function listUsers({ trx }: UnsignedWork, token: string, query: Query) {
  const { userName, externalId, start, count } = query
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from scim_users(${token}, null, ${userName ?? null}, ${externalId ?? null})`.execute(
    trx,
  )
  const { rows } = await sql<Row>`
    select * from scim_users(${token}, null, ${userName ?? null}, ${externalId ?? null})
    order by made_at, id offset ${start - 1} limit ${count}`.execute(trx)
  return { total: counted[0]?.total ?? 0, users: rows.map(userOf) }
}

export async function findUser({ trx }: UnsignedWork, token: string, id: string): Promise<User | undefined> {
  const { rows } = await sql<Row>`select * from scim_users(${token}, ${id}::uuid, null, null)`.execute(trx)
  return rows[0] && userOf(rows[0])
}

/** The same, held until the request is over: what is read is what is changed. */
export async function holdUser(work: UnsignedWork, token: string, id: string): Promise<User | undefined> {
  await sql`select scim_hold(${token}, ${id}::uuid)`.execute(work.trx)
  return findUser(work, token, id)
}

type Key = { version: number; wrapped: Buffer }
type Ids = { id: string; personId: string }

/** What the database said: 'done', or why not. */
export async function addUser(work: UnsignedWork, token: string, ids: Ids, user: Wanted, key: Key) {
  const { trx, newId } = work
  const { rows } = await sql<{ said: string }>`
    select scim_add(${token}, ${ids.id}::uuid, ${ids.personId}::uuid, ${newId()}::uuid, ${user.userName},
      ${user.externalId ?? null}, ${user.givenName}, ${user.familyName}, ${user.unit ?? null}, ${user.title},
      ${user.phone ?? null}, ${user.active}, ${key.version}::int, ${key.wrapped}::bytea) as said`.execute(trx)
  return rows[0]?.said ?? 'not-found'
}

export async function changeUser({ trx, newId }: UnsignedWork, token: string, id: string, user: Wanted) {
  const { rows } = await sql<{ said: string }>`
    select scim_change(${token}, ${id}::uuid, ${newId()}::uuid, ${user.userName}, ${user.externalId ?? null},
      ${user.givenName}, ${user.familyName}, ${user.unit ?? null}, ${user.title}, ${user.phone ?? null},
      ${user.active}) as said`.execute(trx)
  return rows[0]?.said ?? 'not-found'
}

export async function endUser({ trx }: UnsignedWork, token: string, id: string): Promise<string> {
  const { rows } = await sql<{ said: string }>`select scim_end(${token}, ${id}::uuid) as said`.execute(trx)
  return rows[0]?.said ?? 'not-found'
}
