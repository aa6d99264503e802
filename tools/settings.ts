import { randomUUID } from 'node:crypto'
import { connect } from '#shared/pool.ts'
import { PlainError } from '../src/plain-error.ts'
import { openDatabase } from './open-database.ts'
import { run } from './run.ts'
import { begunHowTo, decideBegun, listBegun, tellBegun } from './settings/begun.ts'
import { decideRung, ladderHowTo, listLadder, tellRung } from './settings/ladder.ts'
import { decide, howTo, listSettings, newest, readChanges, tell } from './settings/settings.ts'

// npm run settings -- list | history | decide ORGANISATION "DECISION" namn=ja barn=60 | ladder [STAGE WHO AGE DAY "SOURCE"] | begun [PLACE "DECISION" fragor=nej]
const [command = '', ...words] = process.argv.slice(2)
const [organisation = '', decision = '', ...changes] = words

await run(async () => {
  const { owner, stop } = await openDatabase()
  const sql = connect({ ...owner, max: 1 })
  const does = { sql, now: () => new Date(), newId: randomUUID }
  const fromThatDay = 'Det gäller från och med den dagen, och står i loggen.'
  const fromNow = 'Det gäller från och med nu, och står i loggen.'
  try {
    if (command === 'ladder' && words.length > 0) {
      await decideRung(does, words)
      console.log(fromThatDay)
    } else if (command === 'ladder') for (const one of await listLadder(does)) console.log(tellRung(one))
    else if (command === 'begun' && words.length > 0) {
      await decideBegun(does, words)
      console.log(fromNow)
    } else if (command === 'begun') for (const one of await listBegun(does)) console.log(tellBegun(one))
    else if (command === 'list') print(newest(await listSettings({ sql })))
    else if (command === 'history') print((await listSettings({ sql })).filter((one) => one.added_at))
    else if (command === 'decide' && organisation && decision.trim() && !decision.includes('=')) {
      await decide(does, organisation, readChanges(changes), decision)
      console.log(fromNow)
    } else
      throw new PlainError(
        `Välj list, history, decide "ORGANISATION" "BESLUT" följt av ett eller flera av ${howTo}, ladder: ${ladderHowTo}, eller begun: ${begunHowTo}`,
      )
  } finally {
    await sql.end()
    await stop()
  }
})

function print(all: Parameters<typeof tell>[0][]) {
  for (const one of all) console.log(tell(one))
}
