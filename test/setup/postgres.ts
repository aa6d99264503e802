import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '#tools/migrations.ts'
import { prepareDatabase } from '#tools/postgres/databases.ts'
import { startThrowAway } from '#tools/throw-away-postgres.ts'
import { type DatabaseOptions, databaseOptions } from '../../src/database-url.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { superuser: DatabaseOptions; app: DatabaseOptions; template: string }
    /** The files of this project share a worker, with all that the first of them imported. */
    sharesWorker?: true
  }
}

/**
 * A migrated template that each test file clones, on a throw-away PostgreSQL or, to prove that we run on any, on the
 * server of TEST_DATABASE_URL (its superuser).
 */
export default async function setup(project: TestProject) {
  const url = process.env['TEST_DATABASE_URL']
  const server = url ? { superuser: databaseOptions(url), stop: async () => {} } : await startThrowAway()
  const admin = postgres({ ...server.superuser, max: 1, max_lifetime: 0, onnotice: () => {} })
  await sweep(admin)
  // The run's number is locked as long as we live: who can lock it may clear away what we leave.
  const run = process.pid
  await admin`select pg_advisory_lock(${lockSpace}, ${run})`
  const template = `kb_test_${run}`
  const { owner, app } = await prepareDatabase(server.superuser, template)
  await migrate(owner)
  await admin`alter database ${admin(template)} allow_connections false`
  project.provide('database', { superuser: server.superuser, app, template })

  return async () => {
    if (url) await drop(admin, run)
    await admin.end()
    await server.stop()
  }
}

const lockSpace = 717_268

/** Databases of runs that were killed before they could clear away. */
async function sweep(admin: postgres.Sql) {
  const runs = await admin<{ run: number }[]>`
    select distinct split_part(datname, '_', 3)::int as run from pg_database where datname ~ '^kb_test_[0-9]+'`
  for (const { run } of runs) {
    const [row] = await admin<{ dead: boolean }[]>`select pg_try_advisory_lock(${lockSpace}, ${run}) as dead`
    if (!row?.dead) continue
    await drop(admin, run)
    await admin`select pg_advisory_unlock(${lockSpace}, ${run})`
  }
}

async function drop(admin: postgres.Sql, run: number) {
  const databases = await admin<{ name: string }[]>`
    select datname as name from pg_database where datname ~ ${`^kb_test_${run}(_|$)`}`
  for (const { name } of databases) await admin`drop database if exists ${admin(name)} with (force)`
}
