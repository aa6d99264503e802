import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endTool, startTool, until } from '#test/tool-process.ts'
import type { Killed } from '#tools/program-to-kill.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

/** The application in a process of its own, that is killed and started again at the same address. */
export async function programToKill(settings: Omit<Killed, 'port'>) {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'kronobarn-killed-'))
  const file = join(folder, 'settings.json')
  writeFileSync(file, JSON.stringify({ ...settings, port }), { mode: 0o600 })
  const origin = `http://127.0.0.1:${port}`
  let running: ChildProcess | undefined

  const isReady = () =>
    fetch(`${origin}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    )
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (running) await endTool(running, signal)
    running = undefined
  }
  return {
    start: async () => {
      running = startTool('program-to-kill', { args: [file] })
      await until('the program is ready', isReady, 30)
    },
    end,
    clear: async () => {
      await end('SIGKILL')
      rmSync(folder, { recursive: true })
    },
    /** Sends a form as a browser does, and answers with the status. Undefined: no answer came. */
    post: async (token: string, path: string, form: Readonly<Record<string, string>>) => {
      const headers = { Cookie: `__Host-kb-${port}=${token}` }
      const init = { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(form) } as const
      const answer = await fetch(`${origin}${path}`, init).catch(() => undefined)
      await answer?.arrayBuffer().catch(() => undefined)
      return answer?.status
    },
  }
}
