import { sql } from 'kysely'
import type { Trx } from '#shared/db.ts'

/** Lets the references be checked all at once when the work is done, which takes half the time. */
export async function checkedAfterwards<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ table: string; name: string; definition: string }>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(trx)
  for (const { table, name } of rows)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`.execute(trx)
  const done = await work()
  await sql`set constraints all immediate`.execute(trx)
  for (const { table, name, definition } of rows)
    await sql`alter table ${sql.table(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(
      trx,
    )
  return done
}
