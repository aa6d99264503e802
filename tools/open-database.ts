import type { DatabaseOptions } from '../src/database-url.ts'
import { databaseOptions } from '../src/database-url.ts'
import { startEmbedded } from './embedded-postgres.ts'

export type OpenDatabase = { owner: DatabaseOptions; app: DatabaseOptions; stop: () => Promise<void> }

/** The data folder of the embedded database. */
export const dataDir = process.env['KRONOBARN_DATA_DIR'] || '.data'

/** The database of DATABASE_URL and DATABASE_OWNER_URL, or the embedded one, started if nobody has. */
export async function openDatabase(): Promise<OpenDatabase> {
  const { DATABASE_URL: app, DATABASE_OWNER_URL: owner } = process.env
  if (!app && !owner) return startEmbedded({ dataDir, fsync: true })
  if (!app || !owner)
    throw new Error('Ange både DATABASE_URL (kör programmet) och DATABASE_OWNER_URL (äger tabellerna).')
  return { app: databaseOptions(app), owner: databaseOptions(owner), stop: async () => {} }
}
