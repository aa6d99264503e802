import { migrate } from './migrations.ts'
import { openDatabase } from './open-database.ts'
import { run } from './run.ts'

await run(async () => {
  const { owner, app, stop } = await openDatabase()
  try {
    const done = await migrate(owner, { appLogin: app.user })
    console.log(done.length > 0 ? `Klart: ${done.join(', ')}.` : 'Databasen är redan i ordning.')
  } finally {
    await stop()
  }
})
