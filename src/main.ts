import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { createServer as createSecureServer } from 'node:https'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { type AppOptions, createApp } from '#app'
import { readHeadKey } from '#modules/audit'
import { checkAtSignIn, type PopulationRegister, registerAt } from '#modules/interop'
import type { Deps } from '#shared/db.ts'
import { connect, Pool } from '#shared/pool.ts'
import { Vault } from '#shared/vault.ts'
import { roleRefusals } from './database-role.ts'
import { keepWorking } from './job-queue.ts'
import { jobsOf } from './jobs.ts'
import { keyRefusals, keyRingOf } from './key-source.ts'
import { PlainError } from './plain-error.ts'
import { keepSealing } from './sealing.ts'
import {
  productionRefusals,
  productionSettings,
  type Settings,
  type WorkerSettings,
  workerRefusals,
  workerSettings,
} from './settings.ts'

export type Running = { stop: () => Promise<void> }

/** Production: what the environment says, or a list of what is wrong with it. */
export async function serveFromEnvironment(): Promise<Running> {
  unlessRefused(productionRefusals(process.env, read, isOpenToOthers))
  const settings = productionSettings(process.env, read)
  await unlessUnsafe(settings)
  return serve(settings)
}

/** Only the jobs, in a process of their own. */
export async function workFromEnvironment(): Promise<Running> {
  unlessRefused(workerRefusals(process.env, read, isOpenToOthers))
  const settings = workerSettings(process.env, read)
  await unlessUnsafe(settings)
  const deps = worldOf(settings)
  const working = keepWorking(deps, settings.database, jobsOf(settings))
  return {
    stop: async () => {
      await working.stop()
      await deps.pool.end()
    },
  }
}

async function unlessUnsafe({ database, keyFile }: WorkerSettings) {
  const pool = connect({ ...database, max: 1 })
  const role = await roleRefusals(pool).finally(() => pool.end())
  unlessRefused([...role, ...(await keyRefusals(keyRingOf(keyFile, read), randomBytes))])
}

const read = (path: string) => readFileSync(path, 'utf8')
/** Windows has no such bits, and says that everybody may. */
const isOpenToOthers = (path: string) => process.platform !== 'win32' && (modeOf(path) & 0o077) !== 0
const modeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.mode ?? 0

function unlessRefused(refusals: readonly string[]) {
  const list = refusals.map((sentence) => `\n- ${sentence}`)
  if (list.length > 0) throw new PlainError(`Kronobarn startar inte:${list.join('')}`)
}

/** Builds the application from the outside world and listens. */
export async function serve(settings: Settings): Promise<Running> {
  const deps = worldOf(settings)
  const headKey = readHeadKey(settings.auditKeyFile)
  const register = settings.register && registerAt(settings.register)
  const { fetch } = createApp(deps, optionsOf(settings, deps, register))
  const server = createAdaptorServer({ fetch, ...secured(settings) })
  await listen(server, settings)
  const sealing = keepSealing(deps, headKey)
  const working = settings.jobsApart ? undefined : keepWorking(deps, settings.database, jobsOf(settings))
  return {
    stop: async () => {
      await close(server)
      await working?.stop()
      await sealing.stop()
      await deps.pool.end()
    },
  }
}

function worldOf({ database, keyFile, production }: WorkerSettings): Deps {
  const world = { now: () => new Date(), newId: randomUUID, randomBytes, keys: keyRingOf(keyFile, read) }
  // Whoever tries the demo reads nothing there.
  const tell = production && { tell: (line: string) => void process.stdout.write(`${line}\n`) }
  return { ...world, pool: new Pool(database), vault: new Vault(world), ...tell }
}

/** Ports of one machine share their cookies: each development server has a name of its own. */
const optionsOf = (
  { production, port, origin, contact, issuers, channels, situations }: Settings,
  deps: Deps,
  register: PopulationRegister | undefined,
): AppOptions => ({
  cookieName: production ? '__Host-kb' : `__Host-kb-${port}`,
  demo: !production,
  contact,
  signIn: {
    ...{ origin, issuers },
    ...(register && { recheck: (number: string) => checkAtSignIn(deps, register, number) }),
  },
  ...(channels && { channels }),
  ...(situations && { situations }),
})

const secured = ({ tls }: Settings) => (tls ? { createServer: createSecureServer, serverOptions: tls } : {})

function listen(server: ServerType, { host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(isTaken(error) ? taken(port) : error))
    // The name may mean ::1 to some and 127.0.0.1 to others; browsers try both.
    server.listen(port, host === 'localhost' ? '127.0.0.1' : host, resolve)
  })
}

const isTaken = (error: Error) => 'code' in error && error.code === 'EADDRINUSE'
const taken = (port: number) =>
  new PlainError(`Port ${port} används redan. Stanna det som kör där, eller välj en annan port med PORT.`)

/** Lets the requests under way end, but waits for no browser that just keeps its connection. */
function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if (!('closeIdleConnections' in server)) return
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  })
}
