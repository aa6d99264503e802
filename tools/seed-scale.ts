import { randomBytes, randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readKeyRing } from '#shared/keys.ts'
import { connect } from '#shared/pool.ts'
import { Vault } from '#shared/vault.ts'
import { PlainError } from '../src/plain-error.ts'
import { keyFileIn } from './key-file.ts'
import { migrate } from './migrations.ts'
import { dataDir, openDatabase } from './open-database.ts'
import { run } from './run.ts'
import { seed } from './scale/seed.ts'

// npm run seed:scale -- --children 50000 --json ids.json
await run(async () => {
  const { values } = parseArgs({ options: { children: { type: 'string' }, json: { type: 'string' } } })
  const children = Number(values.children)
  if (!Number.isInteger(children) || children < 1)
    throw new PlainError('Ange hur många barn: npm run seed:scale -- --children 2000')
  const { owner, app, stop } = await openDatabase()
  try {
    await migrate(owner, { appLogin: app.user })
    const world = {
      now: () => new Date(),
      newId: randomUUID,
      randomBytes,
      keys: readKeyRing(keyFileIn(dataDir)),
    }
    const seeded = await seed({ owner, children, deps: { ...world, vault: new Vault(world) } })
    await gatherStatistics(owner)
    const json = JSON.stringify(seeded)
    if (values.json) writeFileSync(values.json, `${json}\n`)
    console.log(json)
  } finally {
    await stop()
  }
})

/** So that the first questions are planned as the thousandth. */
async function gatherStatistics(owner: Parameters<typeof connect>[0]) {
  const sql = connect({ ...owner, max: 1 })
  await sql`vacuum analyze`.finally(() => sql.end())
}
