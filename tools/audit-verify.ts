import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readHeadKey } from '#modules/audit'
import { connect } from '#shared/pool.ts'
import { PlainError } from '../src/plain-error.ts'
import { auditKeyFileIn } from './audit/key-file.ts'
import { type Verified, verifyLog } from './audit/verify.ts'
import { readWitness } from './audit/witness-file.ts'
import { dataDir, openDatabase } from './open-database.ts'
import { run } from './run.ts'

// npm run audit:verify -- --witness huvuden.jsonl
await run(async () => {
  const { values } = parseArgs({ options: { witness: { type: 'string' }, key: { type: 'string' } } })
  const witnessed = values.witness ? readWitness(values.witness) : []
  const { owner, stop } = await openDatabase()
  const sql = connect({ ...owner, max: 1 })
  try {
    const begun = performance.now()
    const verified = await verifyLog(sql, trustedKeys(values.key), witnessed)
    tell(verified, (performance.now() - begun) / 1000)
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

function tell(verified: Verified, seconds: number) {
  const { faults, rows, chains, newestHead, waiting, oldestWaiting, longestWait } = verified
  const [first] = faults
  if (first) {
    const more = faults.length > 1 ? ` Dessutom ${faults.length - 1} fel till.` : ''
    throw new PlainError(`Loggen är inte hel. ${first.text}${more}`)
  }
  const signed = newestHead ? `huvud ${newestHead.number} från ${newestHead.madeAt}` : 'inget huvud ännu'
  const left = oldestWaiting
    ? `${waiting} rader väntar på att låsas, den äldsta sedan ${inWords((Date.now() - Date.parse(oldestWaiting)) / 1000)}`
    : 'ingen rad väntar'
  console.log(
    `Loggen är hel: ${rows} rader i ${chains} kedjor, ${signed}, ${left}. Längst väntade en rad ${inWords(longestWait)}. Läst på ${inWords(seconds)}: ${Math.round(rows / seconds)} rader i sekunden.`,
  )
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${seconds.toFixed(1)} s`
  const hours = seconds / 3600
  return hours < 48 ? `${hours.toFixed(1)} timmar` : `${Math.round(hours / 24)} dygn`
}
