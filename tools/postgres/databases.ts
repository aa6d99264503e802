import postgres from 'postgres'
import type { DatabaseOptions } from '../../src/database-url.ts'
import { ownersRoles } from './roles.ts'

export type Databases = { superuser: DatabaseOptions; owner: DatabaseOptions; app: DatabaseOptions }

/** A database that kb_owner owns, with the roles it needs, on a server where we are superuser. */
export async function prepareDatabase(superuser: DatabaseOptions, database: string): Promise<Databases> {
  const sql = postgres({ ...superuser, max: 1, onnotice: () => {} })
  try {
    // One at a time: CREATE DATABASE has no "if not exists" and takes no part in a transaction.
    await sql`select pg_advisory_lock(717266)`
    await makeRole(sql, 'kb_owner', 'login', superuser.password)
    await makeRole(sql, 'kb_app', 'login', superuser.password)
    for (const role of ownersRoles) await makeRole(sql, role, 'nologin role kb_owner')
    const [there] = await sql`select from pg_database where datname = ${database}`
    if (!there) await sql`create database ${sql(database)} owner kb_owner`
  } finally {
    await sql.end()
  }
  const of = (user: string) => ({ ...superuser, user, database })
  return { superuser: of(superuser.user), owner: of('kb_owner'), app: of('kb_app') }
}

async function makeRole(sql: postgres.Sql, role: string, kind: string, password?: string) {
  const [{ statement } = {}] = await sql<{ statement: string }[]>`
    select format('create role %I %s', ${role}::text, ${kind}::text)
      || coalesce(format(' password %L', nullif(${password ?? ''}, '')), '') as statement
    where not exists (select from pg_roles where rolname = ${role})`
  if (statement) await sql.unsafe(statement)
}
