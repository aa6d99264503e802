import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { connect } from '#shared/pool.ts'
import { cloneDatabase } from '#test/setup/database.ts'
import { verifyLog } from '#tools/audit/verify.ts'
import { migrate } from '#tools/migrations.ts'

const { admin } = await cloneDatabase()
const server = connect({ ...admin, max: 1 })
const older = { ...admin, database: `${admin.database}_older` }
const owner = { ...older, user: 'kb_owner' }
const folder = mkdtempSync(join(tmpdir(), 'kronobarn-older-'))
const release = (isPart: (name: string) => boolean) => {
  for (const name of readdirSync('migrations').filter(isPart))
    cpSync(`migrations/${name}`, join(folder, name))
  return migrate(owner, { folder })
}

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server`drop database if exists ${server(older.database)} with (force)`
  await server.end()
})

it('rows from before there was a chain wait for the sealer like all others, and hold', async () => {
  await server`create database ${server(older.database)} owner kb_owner`
  await release((name) => name < '0004')
  const sql = connect({ ...older, max: 1 })
  const [list, page, unsigned] = [randomUUID(), randomUUID(), randomUUID()]
  const someone = randomUUID()
  for (const [id, actor, object] of [
    [list, someone, null],
    [page, someone, randomUUID()],
    [unsigned, null, null],
  ] as const)
    await sql`insert into audit_event (child_id, id, at, actor_id, act, outcome, object_id, request_id, digest)
      values (${randomUUID()}, ${id}, '2026-11-24T11:00:00.120Z', ${actor}, 'child.show', 'done', ${object}, ${randomUUID()},
        sha256('as it was then'))`
  for (let child = 0; child < 5; child++)
    await sql`insert into audit_subject (child_id, event_id) values (${randomUUID()}, ${list})`

  await release(() => true)
  const log = connect({ ...owner, max: 1 })
  expect(await verifyLog(log, new Set())).toMatchObject({ faults: [], waiting: 3 })
  await sql`select seal_audit('2026-11-24T12:00:00Z', 100)`
  expect(await verifyLog(log, new Set())).toMatchObject({ faults: [], rows: 3, waiting: 0 })
  await Promise.all([log.end(), sql.end()])
})

const begunAnew = async () => {
  await server`drop database if exists ${server(older.database)} with (force)`
  await server`create database ${server(older.database)} owner kb_owner`
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
}

it('what an organisation had decided before its values were bound is bound as it stood', async () => {
  await begunAnew()
  await release((name) => name < '0021')
  const [sql, log, school] = [connect({ ...older, max: 1 }), connect({ ...owner, max: 1 }), randomUUID()]
  await sql`insert into authority (id, name, kind) values (${school}, 'Furuskolan', 'municipal_board')`
  await sql`insert into organisation_setting values (${school}, '2026-11-24T11:00:00.123456Z', true, 'best_interests_lead', 60,
    20, 3, ${'BUN "2026/84"\n\tå'}, 'kb_owner')`
  await sql`insert into organisation_setting values (${school}, '2026-11-24T12:00:00Z', false, 'best_interests_lead', 60, 20, 3,
    'BUN 2026/85', 'kb_owner')`
  await release(() => true)
  expect(await verifyLog(log, new Set())).toMatchObject({ faults: [], waiting: 2 })
  await sql`select seal_audit('2026-11-24T12:00:00Z', 100)`
  expect(await verifyLog(log, new Set())).toMatchObject({ faults: [], rows: 2, waiting: 0 })
  await sql`update organisation_setting set shows_names = true`
  expect((await verifyLog(log, new Set())).faults).toHaveLength(1)
  await Promise.all([log.end(), sql.end()])
})

it('a rule of the ladder that was put in before its values were bound is bound as it stood', async () => {
  await begunAnew()
  await release((name) => name < '0051')
  const [sql, log] = [connect({ ...older, max: 1 }), connect({ ...owner, max: 1 })]
  await sql`insert into ladder_rule values (${randomUUID()}, 'before_school', '2027-08-01', '{preschool,child_health}', 18,
    ${'SG "2027/3"\n\tå'}, '2026-11-24T11:00:00.12Z', 'kb_owner')`
  await release(() => true)
  expect(await verifyLog(log, new Set())).toMatchObject({ faults: [], waiting: 1 })
  await sql`select seal_audit('2026-11-24T12:00:00Z', 100)`
  expect(await verifyLog(log, new Set())).toMatchObject({ faults: [], rows: 1, waiting: 0 })
  await sql`update ladder_rule set until_age = 12 where valid_from = '2027-08-01'`
  expect((await verifyLog(log, new Set())).faults).toHaveLength(1)
  await Promise.all([log.end(), sql.end()])
})
