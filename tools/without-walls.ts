import { sql } from 'kysely'
import { connect, queriesOn, type Trx } from '#shared/db.ts'
import type { DatabaseOptions } from '../src/database-url.ts'

/**
 * The owner's own work in one transaction, with the row-level walls down for that transaction only: under FORCE the
 * owner sees nothing either. Only for data that is made up.
 */
export async function withoutWalls<T>(owner: DatabaseOptions, work: (trx: Trx) => Promise<T>): Promise<T> {
  const db = queriesOn(connect({ ...owner, max: 1 }))
  try {
    return await db.transaction().execute(async (inside) => {
      const trx = inside as unknown as Trx
      const tables = await walledTables(trx)
      await forceWalls(trx, tables, false)
      const done = await work(trx)
      // A table with a check still to come cannot be altered.
      await sql`set constraints all immediate`.execute(trx)
      await forceWalls(trx, tables, true)
      return done
    })
  } finally {
    await db.destroy()
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
