import { type DatabaseOptions, databaseOptions } from '../src/database-url.ts'
import { PlainError } from '../src/plain-error.ts'
import { removeEmbedded, startEmbedded } from './embedded-postgres.ts'

export type OpenDatabase = { owner: DatabaseOptions; app: DatabaseOptions; stop: () => Promise<void> }

/** Where the embedded database and the keys of development lie. */
export const dataDir = process.env['KRONOBARN_DATA_DIR'] || '.data'

const { DATABASE_URL: app, DATABASE_OWNER_URL: owner } = process.env

/** The database of DATABASE_URL and DATABASE_OWNER_URL, or the embedded one, started if nobody has. */
export async function openDatabase(): Promise<OpenDatabase> {
  if (!app && !owner) return startEmbedded({ dataDir, fsync: true })
  if (!app || !owner) {
    throw new PlainError(
      'Ange både DATABASE_URL, som kör programmet, och DATABASE_OWNER_URL, som äger tabellerna.',
    )
  }
  return { app: databaseOptions(app), owner: databaseOptions(owner), stop: async () => {} }
}

/** Only our own: a database that somebody else gave us an address to is theirs to empty. */
export async function removeDatabase() {
  if (app || owner)
    throw new PlainError(
      '--fresh tömmer bara den inbyggda databasen. Ta bort DATABASE_URL, eller töm den själv.',
    )
  await removeEmbedded(dataDir)
}
