import { sql } from 'kysely'
import type { Sql } from '#shared/pool.ts'
import { admin, deps } from '#test/world.ts'
import { copyOfKeys } from '#tools/keys/copy.ts'

const tables = await sql<{ name: string }>`select relname as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migration'`.execute(
  admin,
)
const names = tables.rows.map(({ name }) => name)

/** A copy of everything in the database, keys too, as an ordinary back-up has it. */
export async function backUp() {
  await sql`drop schema if exists back_up cascade`.execute(admin)
  await sql`create schema back_up`.execute(admin)
  for (const name of names)
    await sql`create table back_up.${sql.id(name)} as table ${sql.id(name)}`.execute(admin)
}

/** Puts that copy back over everything that has happened since. */
export async function putBack() {
  await admin.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`truncate ${sql.join(names.map((name) => sql.id(name)))}`.execute(trx)
    for (const name of names) {
      const columns = await sql<{ name: string }>`select attname as name from pg_attribute
        where attrelid = ${`public.${name}`}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
        trx,
      )
      const list = sql.join(columns.rows.map((column) => sql.id(column.name)))
      await sql`insert into ${sql.id(name)} (${list}) overriding system value
        select ${list} from back_up.${sql.id(name)}`.execute(trx)
    }
  })
}

export async function newestCopyOfKeys(owner: Sql): Promise<string[]> {
  const lines = []
  for await (const line of copyOfKeys(owner, deps.now())) lines.push(line)
  return lines
}
export async function* each(lines: readonly string[]) {
  yield* lines
}
