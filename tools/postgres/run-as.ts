import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { PlainError } from '../../src/plain-error.ts'

/** PostgreSQL refuses to run as root, so root hands over to a user that owns nothing. */
export type RunAs = { uid: number; gid: number } | Record<string, never>

export const isRoot = process.getuid?.() === 0
export const nobody = { uid: 65534, gid: 65534 }

/** The user to run as: whoever owns the folder already, or nobody. */
export function runAsFor(folder: string): RunAs {
  if (!isRoot) return {}
  const owner = existsSync(folder) ? statSync(folder) : { uid: 0, gid: 0 }
  return owner.uid === 0 ? nobody : { uid: owner.uid, gid: owner.gid }
}

export function runSync(program: string, args: string[], options: SpawnSyncOptions) {
  // No PG… variable of the person who starts us may steer the server.
  const env = { PATH: process.env['PATH'], SYSTEMROOT: process.env['SYSTEMROOT'], LC_ALL: 'C', TZ: 'UTC' }
  return spawnSync(program, args, { encoding: 'utf8', env, ...options })
}

/** Root passes every gate, so it must ask as the other user. */
export function canReach(user: RunAs, path: string): boolean {
  return !isRoot || runSync('test', ['-r', path, '-a', '-x', path], { ...user, cwd: '/' }).status === 0
}

export function makeOwnFolder(user: RunAs, path: string) {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (isRoot && user.uid) chownSync(path, user.uid, user.gid)
  if (process.platform !== 'win32' && statSync(path).uid !== (user.uid ?? process.getuid?.())) {
    throw new PlainError(`Mappen ${path} tillhör en annan användare. Ta bort den och försök igen.`)
  }
}

/** A folder for temporary files that the user reaches, with a name short enough for a socket (107 bytes in all). */
export function temporaryFolder(user: RunAs): string {
  const fits = (path: string) => path.length < 60 && existsSync(path) && canReach(user, path)
  return [tmpdir(), '/tmp', '/var/tmp'].find(fits) ?? tmpdir()
}
