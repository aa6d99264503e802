import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { Pool } from '#shared/pool.ts'
import { cloneDatabase } from '#test/setup/database.ts'

const { app } = await cloneDatabase()
const pool = new Pool({ ...app, max: 2, max_lifetime: 0.03 })
afterAll(() => pool.end())

async function visit() {
  const line = await pool.reserve()
  await line.open('select pg_sleep(0.001)')
  line.release()
}

it('whoever waits for a connection gets one, however old the connections grow', async () => {
  for (let turn = 0; turn < 300; turn++) {
    const all = Promise.all([visit(), visit(), visit()])
    expect(await Promise.race([all, setTimeout(20_000, 'nobody came', { ref: false })])).not.toBe(
      'nobody came',
    )
    await setTimeout(turn % 5)
  }
}, 60_000)
