import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

type More = { args?: readonly string[]; env?: Readonly<Record<string, string>> }

/** A real process, as `npm run <name>` starts it. */
export const startTool = (name: string, { args = [], env = {} }: More = {}): ChildProcess =>
  spawn(process.execPath, ['tools/bootstrap.mjs', name, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
    // With all that it started: nobody of them gets to clear away.
    detached: true,
  })

export async function endTool(tool: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') {
  const gone = once(tool, 'exit')
  if (tool.pid) process.kill(-tool.pid, signal)
  await gone
}

export async function until(what: string, holds: () => Promise<boolean>, pause = 200) {
  const begun = performance.now()
  while (!(await holds())) {
    if (performance.now() - begun > 90_000) throw new Error(`never: ${what}`)
    await sleep(pause)
  }
}
