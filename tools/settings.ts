import { randomUUID } from 'node:crypto'
import { connect } from '#shared/pool.ts'
import { PlainError } from '../src/plain-error.ts'
import { openDatabase } from './open-database.ts'
import { run } from './run.ts'
import { decideRung, ladderHowTo, listLadder, tellRung } from './settings/ladder.ts'
import { decide, howTo, listSettings, newest, readChanges, tell } from './settings/settings.ts'

// npm run settings -- list | history | decide ORGANISATION "DECISION" namn=ja barn=60 | ladder [STAGE WHO AGE DAY "SOURCE"]
const [command = '', ...words] = process.argv.slice(2)
const [organisation = '', decision = '', ...changes] = words

await run(async () => {
  const { owner, stop } = await openDatabase()
  const sql = connect({ ...owner, max: 1 })
  const does = { sql, now: () => new Date(), newId: randomUUID }
  const putIn = 'Det gäller från och med den dagen, och står i loggen.'
  try {
    if (command === 'ladder' && words.length > 0) {
      await decideRung(does, words)
      console.log(putIn)
    } else if (command === 'ladder') for (const one of await listLadder(does)) console.log(tellRung(one))
    else if (command === 'list') print(newest(await listSettings({ sql })))
    else if (command === 'history') print((await listSettings({ sql })).filter((one) => one.added_at))
    else if (command === 'decide' && organisation && decision.trim() && !decision.includes('=')) {
      await decide(does, organisation, readChanges(changes), decision)
      console.log('Det gäller från och med nu, och står i loggen.')
    } else
      throw new PlainError(
        `Välj list, history, decide "ORGANISATION" "BESLUT" följt av ett eller flera av ${howTo}, eller ladder: ${ladderHowTo}`,
      )
  } finally {
    await sql.end()
    await stop()
  }
})

function print(all: Parameters<typeof tell>[0][]) {
  for (const one of all) console.log(tell(one))
}
