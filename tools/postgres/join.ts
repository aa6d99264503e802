import { realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import type { DatabaseOptions } from '../../src/database-url.ts'
import { PlainError } from '../../src/plain-error.ts'
import { forgetOther, initialise, isServer, lastWords, readPid, type Server, start, stop } from './server.ts'

/** Everyone who uses the server holds this lock shared; who can take it alone was the last and turns off the light. */
const inUse = 717_265
const patience = 60_000
const unreachable = 10_000

type Joined = { superuser: DatabaseOptions; leave: () => Promise<void> }

/** Joins the running server of the folder, whoever started it, or starts it; and again whenever it goes down. */
export async function keepRunning(server: Server): Promise<Joined> {
  let left = false
  const joinAgain = async () => {
    if (!left) joined = await joinOrStart(server, joinAgain)
  }
  let joined = await joinOrStart(server, joinAgain)
  const leave = async () => {
    left = true
    await joined.leave()
  }
  return { superuser: joined.superuser, leave }
}

async function joinOrStart(server: Server, onLost: () => void): Promise<Joined> {
  initialise(server)
  const begun = performance.now()
  for (let waited = 0; waited < patience; waited = performance.now() - begun) {
    const joined = await tryJoin(server, onLost)
    if (joined) return joined
    if (!isRunning(server)) {
      forgetOther(server)
      if (!(await start(server))) await sleep(300)
    } else if (waited > unreachable) {
      stop(server) // it runs, but its socket is gone
    } else {
      await sleep(100)
    }
  }
  throw new PlainError(`Databasen i ${server.folder} startar inte.\n${lastWords(server)}`)
}

export const isRunning = (server: Server) => {
  const pid = readPid(server)?.pid
  return pid !== undefined && isServer(server, pid)
}

export async function stopUnlessInUse(server: Server) {
  const joined = await tryJoin(server)
  await joined?.leave()
}

async function tryJoin(server: Server, onLost = () => {}): Promise<Joined | undefined> {
  const superuser = isRunning(server) ? readPid(server)?.superuser : undefined
  if (!superuser) return undefined
  let joined = false
  const sql = postgres({
    ...superuser,
    max: 1,
    max_lifetime: 0,
    connect_timeout: 5,
    onclose: () => joined && onLost(),
  })
  try {
    const [row] = await sql<{ folder: string }[]>`
      select current_setting('data_directory') as folder, pg_advisory_lock_shared(${inUse})`
    if (row && realpathSync(row.folder) === realpathSync(join(server.folder, 'data'))) {
      joined = true
      return { superuser, leave: () => leave(server, sql) }
    }
  } catch {
    // Starting, stopping or gone: the caller looks again.
  }
  await sql.end({ timeout: 1 })
  return undefined
}

async function leave(server: Server, sql: postgres.Sql) {
  try {
    const [row] = await sql<{ last: boolean }[]>`
      select pg_advisory_unlock_shared(${inUse}), pg_try_advisory_lock(${inUse}) as last`
    if (row?.last) {
      stop(server)
      if (server.sockets) rmSync(server.sockets, { recursive: true, force: true })
    }
  } catch {
    // The server is gone already.
  }
  await sql.end({ timeout: 1 })
}
