import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import type { DatabaseOptions } from '../../src/database-url.ts'

/**
 * A migrated database of the test file's own, gone when the file is done. To be called at the top of a module, so
 * that the file's last act can throw it away.
 */
export async function cloneDatabase(): Promise<{ app: DatabaseOptions; admin: DatabaseOptions }> {
  const { superuser, app, template } = inject('database')
  const database = `${template}_${randomUUID().slice(0, 8)}`
  const server = postgres({ ...superuser, max: 1, onnotice: () => {} })
  await server`create database ${server(database)} template ${server(template)} owner kb_owner`
  afterAll(async () => {
    await server`drop database ${server(database)} with (force)`
    await server.end()
  })
  return { app: { ...app, database }, admin: { ...superuser, database } }
}
