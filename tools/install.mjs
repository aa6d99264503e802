// Installs the packages when the lockfile says other than what lies in node_modules.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const marker = 'node_modules/.kronobarn-lock'
const lock = '.cache/installing'
const production = process.env.NODE_ENV === 'production'

export async function install() {
  if (isInstalled()) return
  await alone(() => {
    if (!isInstalled()) npmCi()
  })
}

function isInstalled() {
  const lockfile = readFileSync('package-lock.json')
  const hash = createHash('sha256').update(lockfile).digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return true
  if (!hasPackagesOf(JSON.parse(lockfile))) return false
  writeFileSync(marker, hash)
  return true
}

/** Someone may have installed by hand; npm notes what it put there in a lockfile of its own. */
function hasPackagesOf(lockfile) {
  const note = 'node_modules/.package-lock.json'
  if (!existsSync(note)) return false
  const there = JSON.parse(readFileSync(note, 'utf8')).packages
  return Object.entries(lockfile.packages).every(
    ([path, wanted]) =>
      path === '' ||
      there[path]?.version === wanted.version ||
      (!there[path] && (wanted.optional || (production && (wanted.dev || wanted.devOptional)))),
  )
}

function npmCi() {
  console.error('Installerar paketen. Det tar en liten stund första gången.')
  const npm = process.env.npm_execpath
  const [program, before] = npm ? [process.execPath, [npm]] : ['npm', []]
  const { status } = spawnSync(program, [...before, 'ci', '--include=optional', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && !npm,
  })
  if (status !== 0) {
    console.error('Paketen gick inte att installera. Se ovan, och försök igen.')
    process.exit(1)
  }
  writeFileSync(marker, createHash('sha256').update(readFileSync('package-lock.json')).digest('hex'))
}

/** Two starts in a fresh checkout: one installs, the other waits. */
async function alone(work) {
  mkdirSync('.cache', { recursive: true })
  while (!take()) await sleep(300)
  try {
    work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isAlive(holder())) rmSync(lock, { force: true })
    return false
  }
}

function holder() {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid) {
  if (!pid) return true // just made, or just gone: look again
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
