import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import type { DatabaseOptions } from '../../src/database-url.ts'

/**
 * Ends what a module began when it was imported, which is with the file. Files that share a worker import it once, so
 * that it lives as long as the worker; the run's end takes what is left.
 */
export function whenDone(end: () => Promise<unknown>) {
  if (!inject('sharesWorker')) afterAll(end)
}

/**
 * A migrated database of the test file's own, or of the files that share a worker. To be called at the top of a
 * module, so that the file's last act can throw it away.
 */
export async function cloneDatabase(): Promise<{ app: DatabaseOptions; admin: DatabaseOptions }> {
  const { superuser, app, template } = inject('database')
  const database = `${template}_${randomUUID().slice(0, 8)}`
  const server = postgres({ ...superuser, max: 1, onnotice: () => {} })
  await server`create database ${server(database)} template ${server(template)} owner kb_owner`
  whenDone(async () => {
    await server`drop database ${server(database)} with (force)`
    await server.end()
  })
  return { app: { ...app, database }, admin: { ...superuser, database } }
}
