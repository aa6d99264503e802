import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { sql } from 'kysely'
import { createApp } from '#app'
import { readHeadKey } from '#modules/audit'
import type { Deps, Trx } from '#shared/db.ts'
import { readKeyRing } from '#shared/keys.ts'
import { type DatabaseOptions, Pool } from '#shared/pool.ts'
import { Vault } from '#shared/vault.ts'
import { newHeadKey } from '#tools/audit/key-file.ts'
import type { DatabaseOptions as Reached } from '../src/database-url.ts'
import { keepSealing } from '../src/sealing.ts'
import type { Seeded } from '../tools/scale/seed.ts'
import { withoutWalls } from '../tools/without-walls.ts'
import { PlainVault } from './plain.ts'
import { type Recording, recordingPool } from './recording.ts'
import { type Request, type Role, roles } from './scenarios.ts'

export const cookieName = 'kb-bench'
export const tokenOf = (role: Role) => `bench ${role}`
export const cookieOf = (role: Role) => `${cookieName}=${encodeURIComponent(tokenOf(role))}`

export const benchKeys = () =>
  JSON.stringify({
    current: 1,
    keys: { 1: Buffer.alloc(32, 7).toString('base64') },
    hash: Buffer.alloc(32, 8).toString('base64'),
  })

export function depsWith(pool: Deps['pool'], newId: () => string = randomUUID, plain = false) {
  const world = { now: () => new Date(), newId, randomBytes, keys: readKeyRing(benchKeys()) }
  return { ...world, pool, vault: plain ? new PlainVault(world) : new Vault(world) }
}

/** The application as it runs for real, in a process of its own; answers with its port. */
export async function serveForBench(database: DatabaseOptions, plain: boolean): Promise<number> {
  const deps = depsWith(new Pool({ ...database, max: 16 }), randomUUID, plain)
  const app = createApp(deps, { cookieName, demo: false })
  keepSealing(deps, readHeadKey(newHeadKey()))
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

export async function signInForBench(owner: Reached, seeded: Seeded): Promise<void> {
  const now = new Date()
  await withoutWalls(owner, async (trx) => {
    await trx
      .insertInto('session')
      .values(
        roles.map((role) => ({
          token_hash: createHash('sha256').update(tokenOf(role)).digest('hex'),
          id: randomUUID(),
          person_id: seeded[role].personId,
          kind: 'staff' as const,
          engagement_id: seeded[role].engagementId,
          issuer: 'bench',
          authenticated_at: now,
          idle_minutes: 1000,
          last_seen_at: now,
          ends_at: new Date(now.getTime() + 86_400_000),
        })),
      )
      .execute()
    await manyChildrenADay(
      trx,
      roles.map((role) => seeded[role].engagementId),
      now,
    )
  })
}

/** One who is measured opens the children of a year in minutes, and has said why as often as that takes. */
const manyChildrenADay = (trx: Trx, engagements: readonly string[], at: Date) =>
  sql`
    insert into look_up_reason (person_id, id, engagement_id, unit_id, body, at)
    select e.person_id, md5(e.id || n::text)::uuid, e.id, e.unit_id, '', ${at.toISOString()}::timestamptz
    from engagement e cross join generate_series(1, 100) n
    where e.id in (${sql.join(engagements)})`.execute(trx)

/** What is asked of the database for each request, and the ids that were made on the way. */
export async function record(
  database: DatabaseOptions,
  role: Role,
  requests: readonly ((newId: () => string) => Request)[],
): Promise<{ recordings: Recording[]; made: string[] }> {
  const pool = new Pool({ ...database, max: 2 })
  const made: string[] = []
  const newId = () => {
    const id = randomUUID()
    made.push(id)
    return id
  }
  const recorded = recordingPool(pool)
  const app = createApp(depsWith(recorded.pool, newId), { cookieName, demo: false })
  const ask = async (request: Request) => {
    const { method, path, form } = request
    const answer = await app.request(path, {
      method,
      headers: { cookie: cookieOf(role) },
      ...(form && { body: new URLSearchParams(form) }),
    })
    await answer.text()
    if (answer.status >= 400) throw new Error(`${method} ${path} answered ${answer.status}`)
  }
  const recordings: Recording[] = []
  for (const request of requests) {
    // Once to unwrap the keys that a running application has at hand, once for the record.
    await ask(request(newId))
    recorded.take()
    await ask(request(newId))
    recordings.push(recorded.take())
  }
  await pool.end()
  return { recordings, made }
}
