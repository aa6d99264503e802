import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseOptions } from '../src/database-url.ts'
import { type Embedded, removeEmbedded, startEmbedded } from './embedded-postgres.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'kronobarn-embedded-'))
const startHere = () => startEmbedded({ dataDir, fsync: true })

async function ask(who: DatabaseOptions, query: string) {
  const sql = postgres({ ...who, max: 1, onnotice: () => {} })
  try {
    return (await sql.unsafe(query)).map((row) => Object.values(row)[0])
  } finally {
    await sql.end()
  }
}

describe('the embedded database', () => {
  let database: Embedded
  const words = ({ owner }: Embedded) => ask(owner, 'select word from kept')

  beforeAll(async () => {
    database = await startHere()
    await ask(database.owner, "create table kept (word text); insert into kept values ('sparat')")
  })
  afterAll(() => rmSync(dataDir, { recursive: true }))

  it('comes up again, with what was saved, when it is killed', async () => {
    const [pid] = await ask(
      database.superuser,
      "select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)",
    )
    process.kill(Number(pid), 'SIGKILL')
    await expect.poll(() => words(database).catch(String), { timeout: 20_000 }).toEqual(['sparat'])
  })

  it('runs until the last one leaves, and is not thrown away before', async () => {
    const second = await startHere()
    await database.stop()
    expect(await words(second)).toEqual(['sparat'])
    await expect(removeEmbedded(dataDir)).rejects.toThrow('används av en annan Kronobarn')
    await second.stop()
    await expect(words(second)).rejects.toThrow()
  })

  it('keeps what was saved until it is thrown away', async () => {
    const again = await startHere()
    expect(await words(again)).toEqual(['sparat'])
    await again.stop()
    await removeEmbedded(dataDir)
    const anew = await startHere()
    await expect(words(anew)).rejects.toThrow('relation "kept" does not exist')
    await anew.stop()
    await removeEmbedded(dataDir)
  })
})
