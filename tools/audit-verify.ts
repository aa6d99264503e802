import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Head, readHeadKey } from '#modules/audit'
import { connect } from '#shared/pool.ts'
import { PlainError } from '../src/plain-error.ts'
import { auditKeyFileIn } from './audit/key-file.ts'
import { type Verified, verifyLog } from './audit/verify.ts'
import { dataDir, openDatabase } from './open-database.ts'
import { run } from './run.ts'

// npm run audit:verify -- --witness huvuden.jsonl
await run(async () => {
  const { values } = parseArgs({ options: { witness: { type: 'string' }, key: { type: 'string' } } })
  const witnessed = values.witness ? readWitness(values.witness) : []
  const { owner, stop } = await openDatabase()
  const sql = connect({ ...owner, max: 1 })
  try {
    tell(await verifyLog(sql, trustedKeys(values.key), witnessed))
  } finally {
    await sql.end()
    await stop()
  }
})

/** The public keys that heads may be signed with: from the file that is named, or the program's own. */
function trustedKeys(named: string | undefined): ReadonlySet<string> {
  if (named) return new Set(readFileSync(named, 'utf8').split(/\s+/).filter(Boolean))
  const file = process.env['KRONOBARN_AUDIT_KEY_FILE']
  return readHeadKey(file ? readFileSync(file, 'utf8') : auditKeyFileIn(dataDir)).trusted
}

function readWitness(file: string): Head[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
    return lines.flatMap((line) => witness.parse(JSON.parse(line)).heads)
  } catch {
    throw new PlainError(`${file} går inte att läsa som sparade huvuden (/loggens-huvuden.json).`)
  }
}
const head = z.object({
  number: z.int(),
  madeAt: z.string(),
  previous: z.string(),
  root: z.string(),
  key: z.string(),
  signature: z.string(),
})
const witness = z.object({ heads: z.array(head) })

function tell({ faults, rows, chains, newestHead, waiting, oldestWaiting, longestWait }: Verified) {
  const [first] = faults
  if (first) {
    const more = faults.length > 1 ? ` Dessutom ${faults.length - 1} fel till.` : ''
    throw new PlainError(`Loggen är inte hel. ${first.text}${more}`)
  }
  const signed = newestHead ? `huvud ${newestHead.number} från ${newestHead.madeAt}` : 'inget huvud ännu'
  const left = oldestWaiting
    ? `${waiting} rader väntar på att låsas, den äldsta sedan ${ageOf(oldestWaiting)} s`
    : 'ingen rad väntar'
  console.log(
    `Loggen är hel: ${rows} rader i ${chains} kedjor, ${signed}, ${left}. Längsta väntan: ${longestWait.toFixed(1)} s.`,
  )
}

const ageOf = (at: string) => ((Date.now() - Date.parse(at)) / 1000).toFixed(1)
