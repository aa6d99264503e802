import { readFileSync } from 'node:fs'
import { serve } from '../src/main.ts'
import { PlainError } from '../src/plain-error.ts'
import { type Listening, listening, listeningRefusals } from '../src/settings.ts'
import { keyFileIn, removeKeyFileIn } from './key-file.ts'
import { MigrationRefused, migrate } from './migrations.ts'
import { dataDir, type OpenDatabase, openDatabase, removeDatabase } from './open-database.ts'
import { askedToStop, run } from './run.ts'

await run(async () => {
  const stop = askedToStop()
  const where = whereToListen()
  if (process.argv.includes('--fresh')) await beginAnew()
  const database = await openDatabase()
  try {
    await update(database)
    const keyFile = keyFileIn(dataDir)
    // The demo county is loaded here, once, and the demo identity provider is started beside the application.
    const application = await serve({ ...where, production: false, database: database.app, keyFile })
    console.log(`\nKronobarn är igång: ${where.origin}\nStanna med Ctrl+C.`)
    await stop
    await application.stop()
  } finally {
    await database.stop()
  }
})

function whereToListen(): Listening {
  const refusals = listeningRefusals(process.env)
  if (refusals.length > 0) throw new PlainError(refusals.join('\n'))
  return listening(process.env, (path) => readFileSync(path, 'utf8'))
}

async function beginAnew() {
  await removeDatabase()
  removeKeyFileIn(dataDir)
}

async function update({ owner, app }: OpenDatabase) {
  try {
    const done = await migrate(owner, { appLogin: app.user })
    if (done.length > 0) console.log(`Databasen är i ordning: ${done.join(', ')}.`)
  } catch (error) {
    if (!(error instanceof MigrationRefused)) throw error
    throw new PlainError(`${error.message}\nBörja om från början med: npm start -- --fresh`)
  }
}
