import { sql } from 'kysely'
import { queriesOn, type Trx } from '#shared/db.ts'
import { connect, type Sql } from '#shared/pool.ts'
import type { DatabaseOptions } from '../src/database-url.ts'

/**
 * The owner's own work in one transaction, with the row-level walls down for that transaction only: under FORCE the
 * owner sees nothing either. Only for data that is made up, and before anybody is let in after a restore. `copy` takes
 * what the queries cannot: COPY.
 */
export async function withoutWalls<T>(
  owner: DatabaseOptions,
  work: (trx: Trx, copy: Sql) => Promise<T>,
): Promise<T> {
  const pool = connect({ ...owner, max: 1 }) // one connection is one transaction
  const trx = queriesOn(pool) as Trx
  try {
    await sql`begin`.execute(trx)
    const tables = await walledTables(trx)
    await forceWalls(trx, tables, false)
    const done = await work(trx, pool)
    // A table with a check still to come cannot be altered.
    await sql`set constraints all immediate`.execute(trx)
    await forceWalls(trx, tables, true)
    await sql`commit`.execute(trx)
    return done
  } finally {
    await pool.end({ timeout: 5 })
  }
}

async function walledTables(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relforcerowsecurity order by oid`.execute(trx)
  return rows.map(({ name }) => name)
}

async function forceWalls(trx: Trx, tables: readonly string[], on: boolean) {
  const force = sql.raw(on ? 'force' : 'no force')
  for (const table of tables) await sql`alter table ${sql.id(table)} ${force} row level security`.execute(trx)
}
