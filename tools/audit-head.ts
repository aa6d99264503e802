import { readFileSync } from 'node:fs'
import { readHeadKey, signHead } from '#modules/audit'
import { Pool } from '#shared/pool.ts'
import { auditKeyFileIn } from './audit/key-file.ts'
import { dataDir, openDatabase } from './open-database.ts'
import { run } from './run.ts'

// npm run audit:head: seals what waits and signs a head now, without waiting for the minute.
await run(async () => {
  const file = process.env['KRONOBARN_AUDIT_KEY_FILE']
  const key = readHeadKey(file ? readFileSync(file, 'utf8') : auditKeyFileIn(dataDir))
  const { app, stop } = await openDatabase()
  const pool = new Pool({ ...app, max: 1 })
  try {
    console.log(JSON.stringify({ heads: [await signHead({ pool, now: () => new Date() }, key)] }))
  } finally {
    await pool.end()
    await stop()
  }
})
