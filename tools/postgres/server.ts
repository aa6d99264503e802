import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { DatabaseOptions } from '../../src/database-url.ts'
import { makeOwnFolder, type RunAs, runSync } from './run-as.ts'

/** One PostgreSQL on disk: `data`, `log` and `password` in a folder of its own. */
export type Server = {
  folder: string
  binaries: string
  user: RunAs
  /** Where its unix socket lies, or null where there are none: then loopback and a password. */
  sockets: string | null
  fsync: boolean
}

const data = (server: Server) => join(server.folder, 'data')
const passwordFile = (server: Server) => join(server.folder, 'password')

export function initialise(server: Server) {
  if (existsSync(data(server))) return
  makeOwnFolder(server.user, server.folder)
  makePassword(server)
  const half = `${data(server)}.${process.pid}`
  makeOwnFolder(server.user, half)
  // Code point order unless a query says otherwise: Swedish order is asked for by name, as on any server.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8']
  const access = ['--auth-local=trust', '--auth-host=scram-sha-256', `--pwfile=${passwordFile(server)}`]
  run(server, 'initdb', ['-D', half, '-U', 'postgres', ...locale, ...access, ...(server.fsync ? [] : ['-N'])])
  try {
    renameSync(half, data(server))
  } catch (error) {
    rmSync(half, { recursive: true })
    if (!existsSync(data(server))) throw error // unless another start was first
  }
}

function makePassword(server: Server) {
  const file = passwordFile(server)
  if (existsSync(file)) return
  writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (server.user.uid) chownSync(file, server.user.uid, server.user.gid)
}

/** Starts and waits until it answers; false when it did not, for instance because another start was first. */
export async function start(server: Server): Promise<boolean> {
  if (server.sockets) makeOwnFolder(server.user, server.sockets)
  const settings = {
    // A statement or a row may hold what is said about a child: neither goes to the log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    listen_addresses: server.sockets ? "''" : '127.0.0.1',
    unix_socket_directories: server.sockets ?? "''",
    port: server.sockets ? 5432 : await freePort(),
    ...(server.fsync ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const log = join(server.folder, 'log')
  rmSync(log, { force: true })
  const args = ['start', '-w', '-D', data(server), '-l', log, '-o', options.join(' ')]
  return pgCtl(server, args).status === 0
}

export const stop = (server: Server) => pgCtl(server, ['stop', '-w', '-m', 'fast', '-D', data(server)])

const pgCtl = (server: Server, args: string[]) =>
  runSync(join(server.binaries, 'bin', 'pg_ctl'), args, {
    ...server.user,
    cwd: server.folder,
    stdio: 'ignore',
  })

function run(server: Server, program: string, args: string[]) {
  const options = { ...server.user, cwd: server.folder }
  const { status, stderr, error } = runSync(join(server.binaries, 'bin', program), args, options)
  if (status !== 0) throw new Error(`${program}: ${stderr}`, { cause: error })
}

/** What the running server wrote about itself: its process and how to reach it. */
export function readPid(server: Server): { pid: number; superuser: DatabaseOptions } | undefined {
  const file = join(data(server), 'postmaster.pid')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const [pid, , , port, sockets] = lines
  if (!pid || !port) return undefined
  return {
    pid: Number(pid),
    superuser: {
      host: sockets || '127.0.0.1',
      port: Number(port),
      user: 'postgres',
      database: 'postgres',
      password: readFileSync(passwordFile(server), 'utf8'),
    },
  }
}

/** Whether the process is the server of this folder: after a crash its number may belong to another. */
export const isServer = (server: Server, pid: number) =>
  exists(pid) && (process.platform !== 'linux' || workingFolder(pid) === data(server))

/** PostgreSQL clears away what a crash left, but is afraid of a living process with the old number. */
export function forgetOther(server: Server) {
  const pid = readPid(server)?.pid
  if (pid && exists(pid) && !isServer(server, pid))
    rmSync(join(data(server), 'postmaster.pid'), { force: true })
}

function exists(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function workingFolder(pid: number) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

export const lastWords = (server: Server) => {
  const log = join(server.folder, 'log')
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-8).join('\n') : ''
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
