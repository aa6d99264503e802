import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError } from '../src/plain-error.ts'
import { postgresBinaries, sharedState } from './postgres/binaries.ts'
import { type Databases, prepareDatabase } from './postgres/databases.ts'
import { isRunning, keepRunning, stopUnlessInUse } from './postgres/join.ts'
import { canReach, isRoot, nobody, runAsFor, temporaryFolder } from './postgres/run-as.ts'
import type { Server } from './postgres/server.ts'

type Where = { dataDir: string; fsync: boolean }
export type Embedded = Databases & { stop: () => Promise<void> }

/**
 * A real PostgreSQL for one machine, with its data under the folder. Whoever comes second joins the running server,
 * also one that a killed process left behind; the last to stop stops it. If it goes down meanwhile it is started again.
 */
export async function startEmbedded({ dataDir, fsync }: Where): Promise<Embedded> {
  const { superuser, leave } = await keepRunning(serverOf(dataDir, fsync))
  return { ...(await prepareDatabase(superuser, 'kronobarn')), stop: leave }
}

/** Throws away everything in the database; refuses while somebody else uses it. */
export async function removeEmbedded(dataDir: string) {
  const server = serverOf(dataDir, true)
  await stopUnlessInUse(server)
  if (isRunning(server))
    throw new PlainError(`Databasen i ${dataDir} används av en annan Kronobarn. Stanna den först.`)
  for (const path of [server.folder, server.sockets, pointerIn(dataDir)]) {
    if (path) rmSync(path, { recursive: true, force: true })
  }
}

function serverOf(dataDir: string, fsync: boolean): Server {
  mkdirSync(dataDir, { recursive: true })
  const folder = folderFor(realpathSync(dataDir))
  const user = runAsFor(folder)
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const sockets = process.platform === 'win32' ? null : join(temporaryFolder(user), `kronobarn-${name}`)
  return { folder, binaries: postgresBinaries(user), user, sockets, fsync }
}

const pointerIn = (dataDir: string) => join(dataDir, 'postgres-folder')

/** In the data folder, unless root hides that from the user that PostgreSQL runs as: then the folder says where. */
function folderFor(dataDir: string): string {
  const here = join(dataDir, 'postgres')
  const pointer = pointerIn(dataDir)
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim()
  if (!isRoot || existsSync(here) || canReach(nobody, dataDir)) return here
  const elsewhere = join(sharedState(), `data-${randomBytes(6).toString('hex')}`)
  writeFileSync(pointer, elsewhere, { flag: 'wx' })
  return elsewhere
}
