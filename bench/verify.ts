import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestOf, readHeadKey, sealAudit, signHead } from '#modules/audit'
import { connect, Pool, type Sql } from '#shared/pool.ts'
import { newHeadKey } from '#tools/audit/key-file.ts'
import { verifyLog } from '#tools/audit/verify.ts'
import { startEmbedded } from '../tools/embedded-postgres.ts'
import { migrate } from '../tools/migrations.ts'

const rounds = 3
const aBatch = 5000
const idOf = (kind: string, number: number) =>
  `${kind}0000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

/** Writes a log of so many rows as the program does, seals it, and tells how many of them are verified in a second. */
export async function measureVerify(rows: number): Promise<number[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kronobarn-bench-'))
  const { owner, app, superuser, stop } = await startEmbedded({ dataDir, fsync: false })
  const key = readHeadKey(newHeadKey())
  const sql = connect({ ...superuser, max: 1 })
  const pool = new Pool({ ...app, max: 1 })
  const began = Date.now()
  try {
    await migrate(owner)
    for (let from = 0; from < rows; from += aBatch)
      await write(sql, from, Math.min(aBatch, rows - from), began)
    await sealAudit({ pool, now: () => new Date() })
    await signHead({ pool, now: () => new Date() }, key)
    await sql`vacuum analyze`
    const asOwner = connect({ ...owner, max: 1 })
    const figures: number[] = []
    for (let round = 0; round < rounds; round++) {
      const start = performance.now()
      const { faults, rows: seen } = await verifyLog(asOwner, key.trusted)
      if (faults.length > 0 || seen !== rows) throw new Error(`${seen} rows: ${faults[0]?.text}`)
      figures.push(Math.round((1000 * rows) / (performance.now() - start)))
    }
    await asOwner.end()
    return figures
  } finally {
    await Promise.all([sql.end(), pool.end()])
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Readings of ten thousand children by a thousand people, and each twentieth a list of eight. */
async function write(sql: Sql, from: number, count: number, began: number) {
  const lists: { child_id: string; event_id: string }[] = []
  const events = Array.from({ length: count }, (_, place) => {
    const turn = from + place
    const row = {
      child_id: idOf('c', turn % 10_000),
      id: idOf('e', turn),
      at: new Date(began - 86_400_000 + turn).toISOString(),
      actor_id: idOf('a', turn % 1000),
      engagement_id: null,
      act: 'plan.read',
      outcome: 'done',
      object_id: turn % 3 === 0 ? null : idOf('b', turn % 777),
      request_id: idOf('f', turn),
    }
    const children = turn % 20 === 0 ? Array.from({ length: 8 }, (_, child) => idOf('c', child * 7)) : []
    for (const child_id of children) lists.push({ child_id, event_id: row.id })
    return { ...row, digest: Buffer.from(digestOf(row, children), 'hex') }
  })
  await sql`insert into audit_event ${sql(events)}`
  await sql`insert into audit_subject ${sql(lists)}`
}
