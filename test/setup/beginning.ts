import type postgres from 'postgres'

/**
 * Every table as it stands when `arrange` is done, again at each call: what was arranged the first time is kept and put
 * back, which is far quicker than to arrange it once more.
 */
export async function beginning(
  admin: postgres.Sql,
  arrange: () => Promise<void>,
): Promise<() => Promise<void>> {
  const tables = await admin<{ name: string }[]>`
    select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ('schema_migration', 'ladder_rule', 'reading_act')`
  const empty = tables.map(({ name }) => `delete from ${name}`)
  // One transaction, in which no trigger has a say: nothing happens, it is only as it was.
  const atOnce = (statements: readonly string[]) =>
    admin.unsafe(['set local session_replication_role = replica', ...statements].join(';\n')).simple()
  let arranged: readonly string[] | undefined
  return async () => {
    await atOnce([...empty, ...(arranged ?? [])])
    if (arranged) return
    await arrange()
    arranged = (await Promise.all(tables.map(({ name }) => asInsert(admin, name)))).flat()
  }
}

/** One statement that puts the rows of a table back; none for an empty one. */
async function asInsert(admin: postgres.Sql, table: string): Promise<string[]> {
  const [row] = await admin.unsafe<{ all: string | null }[]>(
    `select quote_literal(jsonb_agg(t)::text) as all from ${table} t`,
  )
  return row?.all
    ? [`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${row.all})`]
    : []
}
