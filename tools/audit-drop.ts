import { randomUUID } from 'node:crypto'
import { connect } from '#shared/pool.ts'
import { PlainError } from '../src/plain-error.ts'
import { openDatabase } from './open-database.ts'
import { run } from './run.ts'

// npm run audit:drop -- 2021-03: takes away a month of the log that is older than five years.
await run(async () => {
  const month = process.argv[2] ?? ''
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw new PlainError('Ange en månad: npm run audit:drop -- 2021-03')
  const { owner, stop } = await openDatabase()
  const sql = connect({ ...owner, max: 1 })
  try {
    const gone = await sql.begin(async (trx) => {
      await trx`set local role kb_retention`
      const [row] = await trx<{ gone: string }[]>`
        select drop_audit_month(${`${month}-01`}, ${new Date().toISOString()}, ${randomUUID()}) as gone`
      return row?.gone ?? '0'
    })
    console.log(`${gone} rader från ${month} är borttagna. Kedjan har kvar deras avtryck.`)
  } catch (error) {
    throw isTooYoung(error)
      ? new PlainError(`Loggen för ${month} ska finnas kvar: den är yngre än fem år.`)
      : error
  } finally {
    await sql.end()
    await stop()
  }
})

function isTooYoung(error: unknown) {
  return error instanceof Error && error.message.includes('five years')
}
