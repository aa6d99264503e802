import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import type { DatabaseOptions } from '../src/database-url.ts'
import { PlainError } from '../src/plain-error.ts'
import { prepareQueue } from './postgres/queue.ts'
import { prepareRoles } from './postgres/roles.ts'

type Migration = { name: string; text: string; sha256: string }
/** `appLogin` is the role that DATABASE_URL logs in as. */
type Where = { folder?: string; appLogin?: string }

/** Brings the database up to date, forward only, and answers with what was done. Two at once are safe. */
export async function migrate(
  owner: DatabaseOptions,
  { folder = 'migrations', appLogin = 'kb_app' }: Where = {},
) {
  const sql = postgres({ ...owner, max: 1, max_lifetime: 0, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(717267)`
    await prepareRoles(sql, appLogin)
    await sql`create table if not exists public.schema_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null)`
    const pending = whatIsMissing(readMigrations(folder), await applied(sql))
    for (const migration of pending) await apply(sql, migration)
    await prepareQueue(sql, owner)
    return pending.map(({ name }) => name)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    })

const applied = (sql: postgres.Sql) =>
  sql<{ name: string; sha256: string }[]>`select name, sha256 from public.schema_migration order by name`

function whatIsMissing(migrations: Migration[], applied: { name: string; sha256: string }[]) {
  const files = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, sha256 } of applied) {
    const file = files.get(name)
    if (!file) throw new MigrationRefused(`Databasen har fått ${name}, men filen saknas här.`)
    if (file.sha256 !== sha256) throw new MigrationRefused(`${name} har ändrats sedan databasen fick den.`)
  }
  const newest = applied.at(-1)?.name ?? ''
  const pending = migrations.filter(({ name }) => !applied.some((done) => done.name === name))
  const late = pending.find(({ name }) => name < newest)
  if (late) throw new MigrationRefused(`${late.name} kom till efter ${newest}. Ge den ett högre nummer.`)
  return pending
}

/** The files and the database tell different stories; nothing was changed. */
export class MigrationRefused extends PlainError {}

async function apply(sql: postgres.Sql, { name, text, sha256 }: Migration) {
  try {
    await sql.begin(async (trx) => {
      await trx.unsafe(text).simple()
      await trx`insert into public.schema_migration values (${name}, ${sha256}, ${new Date()})`
    })
  } catch (error) {
    throw new PlainError(`${name}: ${describe(error, text)}`, { cause: error })
  }
}

function describe(error: unknown, text: string) {
  if (!(error instanceof postgres.PostgresError)) return String(error)
  const line = text.slice(0, Number(error.position ?? 0)).split('\n').length
  return `${error.message} (${error.position ? `rad ${line}, ` : ''}${error.code})${error.where ? `\n${error.where}` : ''}`
}
