import { randomUUID } from 'node:crypto'
import { connect } from '#shared/pool.ts'
import { PlainError } from '../src/plain-error.ts'
import { openDatabase } from './open-database.ts'
import { run } from './run.ts'
import { decide, howTo, listSettings, newest, readChanges, tell } from './settings/settings.ts'

// npm run settings -- list | history | decide ORGANISATION "DECISION" namn=ja barn=60
const [command = '', organisation = '', decision = '', ...changes] = process.argv.slice(2)

await run(async () => {
  const { owner, stop } = await openDatabase()
  const sql = connect({ ...owner, max: 1 })
  try {
    if (command === 'list') print(newest(await listSettings({ sql })))
    else if (command === 'history') print((await listSettings({ sql })).filter((one) => one.added_at))
    else if (command === 'decide' && organisation && decision.trim() && !decision.includes('=')) {
      await decide(
        { sql, now: () => new Date(), newId: randomUUID },
        organisation,
        readChanges(changes),
        decision,
      )
      console.log('Det gäller från och med nu, och står i loggen.')
    } else
      throw new PlainError(
        `Välj list, history eller decide "ORGANISATION" "BESLUT" följt av ett eller flera av: ${howTo}`,
      )
  } finally {
    await sql.end()
    await stop()
  }
})

function print(all: Parameters<typeof tell>[0][]) {
  for (const one of all) console.log(tell(one))
}
