import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { PlainError } from '../src/plain-error.ts'

const system = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
)

/** The machine's own browser, or the one that Playwright fetched. */
const findChromium = () => [...system, chromium.executablePath()].find((path) => existsSync(path))

/** Where Chromium is; fetched first where there is none. */
export function ensureChromium(): string {
  const found = findChromium() ?? fetchChromium()
  if (found) return found
  throw new PlainError('Ingen webbläsare. Installera Chromium, till exempel med: apt-get install chromium')
}

function fetchChromium() {
  console.log('Hämtar Chromium till webbläsarproven.')
  attempt('playwright-core', 'install', 'chromium')
  if (!findChromium() && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    attempt('apt-get', 'update')
    attempt('apt-get', 'install', '-y', '--no-install-recommends', 'chromium')
  }
  return findChromium()
}

const attempt = (program: string, ...args: string[]) =>
  spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 5 * 60_000 })
