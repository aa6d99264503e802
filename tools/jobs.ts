import { connect } from '#shared/pool.ts'
import { PlainError } from '../src/plain-error.ts'
import { ask, overview, tell } from './jobs/overview.ts'
import { openDatabase } from './open-database.ts'
import { run } from './run.ts'

// npm run jobs [-- ask NAME]
const [command = 'list', name = ''] = process.argv.slice(2)

await run(async () => {
  const { owner, app, stop } = await openDatabase()
  const sql = connect({ ...owner, max: 1 })
  try {
    if (command === 'list') for (const one of await overview(sql, owner)) console.log(tell(one))
    else if (command === 'ask')
      console.log((await ask(app, name)) ? 'Det görs så snart någon är ledig.' : 'Det står redan på tur.')
    else throw new PlainError('Skriv inget, så listas jobben, eller ask följt av namnet på ett jobb.')
  } finally {
    await sql.end()
    await stop()
  }
})
