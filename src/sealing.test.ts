import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { readHeadKey } from '#modules/audit'
import { paths } from '#shared/paths.ts'
import { admin, as, deps, lisa, noon, world } from '#test/world.ts'
import { newHeadKey } from '#tools/audit/key-file.ts'
import { keepSealing } from './sealing.ts'

const key = readHeadKey(newHeadKey())
const child = paths.child.to({ childId: lisa })
const count = async (table: string) => {
  const { rows } = await sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(table)}`.execute(
    admin,
  )
  return rows[0]?.rows
}

describe('while the program runs', () => {
  beforeEach(() => world())

  it('rows are linked by themselves, a head is signed, and nothing waits when it has stopped', async () => {
    const sealing = keepSealing(deps, key)
    await as('maja').get(child)
    await expect.poll(() => count('audit_link')).toBe(1)
    await expect.poll(() => count('audit_head')).toBe(1)
    await as('maja').get(child)
    await sealing.stop()
    expect(await count('audit_waiting')).toBe(0)
    expect(await count('audit_head')).toBe(1)
  })

  it('two programs sign one head a minute between them, also when nothing happens', async () => {
    let now = noon.getTime()
    const clock = { pool: deps.pool, now: () => new Date(now) }
    const turn = async () => {
      const programs = [keepSealing(clock, key), keepSealing(clock, key)]
      for (const program of programs) await program.stop()
    }
    await turn()
    expect(await count('audit_head')).toBe(1)
    now += 59_000
    await turn()
    expect(await count('audit_head')).toBe(1)
    now += 1000
    await turn()
    expect(await count('audit_head')).toBe(2)
  })

  it('a database that is gone takes nothing with it: the rows are linked when it is back', async () => {
    await as('maja').get(child)
    let isThere = false
    const reserve = () => (isThere ? deps.pool.reserve() : Promise.reject(new Error('gone')))
    const sealing = keepSealing({ ...deps, pool: { ...deps.pool, reserve } }, key)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(await count('audit_waiting')).toBe(1)
    isThere = true
    await expect.poll(() => count('audit_waiting')).toBe(0)
    await sealing.stop()
  })
})
