import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { connect } from '#shared/pool.ts'
import { endTool, startTool, until } from '#test/tool-process.ts'
import { admin, as, lisa, ownerOptions, world } from '#test/world.ts'
import { ask, overview, tell } from './jobs/overview.ts'

const app = { ...ownerOptions, user: 'kb_app' }
const owner = connect({ ...ownerOptions, max: 1 })
const folder = mkdtempSync(join(tmpdir(), 'kronobarn-worker-'))
const workers = new Set<ChildProcess>()

/** A real process: npm run worker. */
function startWorker(): ChildProcess {
  const { host, port, user, password = '', database } = app
  const address = `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  const env = { DATABASE_URL: address, KRONOBARN_KEY_FILE: join(folder, 'keys.json') }
  const worker = startTool('worker', { env })
  workers.add(worker)
  return worker
}

async function end(worker: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') {
  workers.delete(worker)
  await endTool(worker, signal)
}

const count = async (rows: Promise<readonly unknown[]>) => (await rows).length
const drafts = () => count(admin.selectFrom('draft').select('form').execute())
const outcomes = async () => {
  const rows = await admin
    .selectFrom('audit_event')
    .select(['outcome'])
    .where('act', '=', 'job.drafts')
    .orderBy('at')
    .execute()
  return rows.map(({ outcome }) => outcome)
}

describe('those who do the jobs', () => {
  beforeAll(async () => {
    const key = () => randomBytes(32).toString('base64')
    const text = JSON.stringify({ current: 1, keys: { 1: key() }, hash: key() })
    writeFileSync(join(folder, 'keys.json'), text, { mode: 0o600 })
    await world()
  })
  afterAll(async () => {
    await Promise.all([...workers].map((worker) => end(worker, 'SIGKILL')))
    await owner.end()
    rmSync(folder, { recursive: true })
  })

  it('one is killed in the middle of a job: two others, started after it, do it once, and the log says all of it', async () => {
    const about = paths.noticing.notice.to({ childId: lisa })
    await as('petra').post(`${paths.draft.to({})}?for=${about}`, { sentence: 'Lisa sitter själv.' })
    await admin.updateTable('draft').set({ expires_at: '2020-01-01T00:00:00Z' }).execute()

    const begun = startWorker()
    await until(
      'the queue is there',
      async () => (await count(owner`select from jobs.schedule where name = 'drafts'`)) > 0,
    )
    const busy = await admin.startTransaction().execute()
    await busy.selectFrom('draft').select('form').forUpdate().execute()
    expect(await ask(app, 'drafts')).toBe(true)
    expect(await ask(app, 'drafts')).toBe(false)
    await until('the job waits for the row', async () => {
      const waiting = sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(admin)
      return (await waiting).rows.length > 0
    })
    await end(begun, 'SIGKILL')
    await busy.rollback().execute()
    expect([await drafts(), await outcomes()]).toEqual([1, []])

    const two = [startWorker(), startWorker()]
    await until('the draft is gone', async () => (await drafts()) === 0)
    await until(
      'the queue knows',
      async () => (await overview(owner, ownerOptions))[0]?.state === 'completed',
    )
    expect(await outcomes()).toEqual(['interrupted', 'done'])
    await Promise.all(two.map((worker) => end(worker, 'SIGTERM')))

    const [standing] = await overview(owner, ownerOptions)
    expect(standing).toMatchObject({ name: 'drafts', done: 1, failures: 0, active: false })
    expect(standing && tell(standing)).toMatch(/^drafts: senast .*, gjorde 1; nästa .* 03:20; misslyckade 0$/)
  }, 150_000)
})
