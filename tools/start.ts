import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDemo } from '#demo/load.ts'
import { demoSituations, identityOf } from '#demo/sign-in.ts'
import { readKeyRing } from '#shared/keys.ts'
import { serve } from '../src/main.ts'
import { PlainError } from '../src/plain-error.ts'
import { type Listening, listening, listeningRefusals } from '../src/settings.ts'
import { auditKeyFileIn, removeAuditKeyFileIn } from './audit/key-file.ts'
import { startFakeRegister } from './fake-register.ts'
import { removeIdentityProviderKeysIn, startIdentityProvider } from './identity-provider-process.ts'
import { keyFileIn, removeKeyFileIn } from './key-file.ts'
import { MigrationRefused, migrate } from './migrations.ts'
import { dataDir, type OpenDatabase, openDatabase, removeDatabase } from './open-database.ts'
import { askedToStop, run } from './run.ts'
import { forgetRunning, noteRunning } from './running.ts'

await run(async () => {
  const stop = askedToStop()
  const where = whereToListen()
  if (process.argv.includes('--fresh')) await beginAnew()
  const database = await openDatabase()
  try {
    await update(database)
    const keyFile = () => keyFileIn(dataDir)
    await fill(database, keyFile())
    const provider = await startIdentityProvider({ dataDir, origin: where.origin })
    const register = await startFakeRegister(join(dataDir, 'register.json'))
    const application = await serve({
      ...where,
      production: false,
      database: database.app,
      keyFile,
      auditKeyFile: auditKeyFileIn(dataDir),
      contact: 'hej@kronobarn.example',
      issuers: provider.issuers,
      situations: demoSituations,
      register: register.settings,
    })
    noteRunning(dataDir, where.origin)
    console.log(
      `\nKronobarn är igång: ${where.origin}\nDär väljer du ett barn i demolänet, och vem du vill vara.`,
    )
    console.log('Stanna med Ctrl+C.')
    await stop
    forgetRunning(dataDir)
    await application.stop()
    await provider.stop()
    register.stop()
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
  removeAuditKeyFileIn(dataDir)
  removeIdentityProviderKeysIn(dataDir)
}

/** The demo county, once. */
async function fill({ owner, app }: OpenDatabase, keyFile: string) {
  const world = { now: () => new Date(), newId: randomUUID, randomBytes, keys: readKeyRing(keyFile) }
  const begins = () => console.log('Läser in demolänet. Det tar ungefär en halv minut, bara första gången.')
  if (await loadDemo({ ...world, owner, app, identityOf, begins })) console.log('Demolänet är på plats.')
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
