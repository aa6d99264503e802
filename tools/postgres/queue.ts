import { PgBoss } from 'pg-boss'
import type postgres from 'postgres'
import type { DatabaseOptions } from '../../src/database-url.ts'
import { queueOptions } from '../../src/job-queue.ts'
import { PlainError } from '../../src/plain-error.ts'

/**
 * The tables of the queue of jobs, in a schema of their own, as the release of pg-boss that the program uses wants them.
 * The application works with what lies in them, and changes nothing else there.
 */
export async function prepareQueue(sql: postgres.Sql, owner: DatabaseOptions): Promise<void> {
  await makeSchema(sql)
  const boss = new PgBoss({ ...queueOptions(owner), migrate: true, supervise: false, schedule: false })
  const faults: unknown[] = []
  boss.on('error', (error) => void faults.push(error))
  try {
    await boss.start()
  } finally {
    await boss.stop({ graceful: false })
  }
  if (faults.length > 0) throw faults[0]
  await sql.unsafe(`
    grant usage on schema jobs to kb_app;
    grant select, insert, update, delete on all tables in schema jobs to kb_app`)
}

async function makeSchema(sql: postgres.Sql) {
  const [there] = await sql`select from pg_namespace where nspname = 'jobs'`
  if (there) return
  try {
    await sql`create schema jobs`
  } catch (error) {
    const [me] = await sql<{ name: string }[]>`select quote_ident(current_user) as name`
    throw new PlainError(
      `Databasen låter oss inte göra schemat för jobb. Be den som sköter servern att köra:\n  create schema jobs authorization ${me?.name};`,
      { cause: error },
    )
  }
}
