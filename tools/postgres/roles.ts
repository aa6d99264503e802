import postgres from 'postgres'
import { PlainError } from '../../src/plain-error.ts'

/** Roles that log in nowhere. Whoever migrates must be a member of them. */
export const ownersRoles = ['kb_rules', 'kb_audit', 'kb_retention'] as const

/**
 * kb_app runs the application and owns nothing; kb_rules owns the functions that say who is asking; kb_audit reads the
 * log to verify it and kb_retention drops what has expired of it; kb_owner is who usually migrates. Roles belong to the
 * whole server.
 */
export async function prepareRoles(sql: postgres.Sql, appLogin: string) {
  const make = await missingRoles(sql)
  for (const statement of make) await orSayWhoCan(sql, statement, make)
  const grants = await missingGrants(sql, appLogin)
  for (const statement of grants) await orSayWhoCan(sql, statement, grants)
}

async function missingRoles(sql: postgres.Sql) {
  const there = new Set((await sql`select rolname from pg_roles`).map((role) => role['rolname']))
  const wanted = [
    ['kb_app', 'login'],
    ['kb_owner', 'nologin'],
    ...ownersRoles.map((role) => [role, 'nologin']),
  ]
  return wanted.flatMap(([role, kind]) => (there.has(role) ? [] : [`create role ${role} ${kind}`]))
}

async function missingGrants(sql: postgres.Sql, appLogin: string) {
  const [row] = await sql<{ lacks: string[]; me: string; loginLacks: string | null }[]>`
    select quote_ident(current_user) as me,
      array(select role from unnest(${[...ownersRoles]}::text[]) role
        where not pg_has_role(role, case when current_setting('server_version_num')::int < 160000
          then 'MEMBER' else 'SET' end)) as lacks,
      (select quote_ident(rolname) from pg_roles
        where rolname = ${appLogin} and not pg_has_role(oid, 'kb_app', 'MEMBER')) as "loginLacks"`
  return [
    ...(row?.lacks ?? []).map((role) => `grant ${role} to ${row?.me}`),
    ...(row?.loginLacks ? [`grant kb_app to ${row.loginLacks}`] : []),
  ]
}

async function orSayWhoCan(sql: postgres.Sql, statement: string, all: string[]) {
  try {
    await sql.unsafe(statement)
  } catch (error) {
    const code = error instanceof postgres.PostgresError ? error.code : ''
    if (code === '42710' || code === '23505') return // another database on the server was migrated meanwhile
    if (code !== '42501') throw error
    const list = all.map((one) => `  ${one};`).join('\n')
    throw new PlainError(`Databasen låter oss inte göra detta. Be den som sköter servern att köra:\n${list}`)
  }
}
