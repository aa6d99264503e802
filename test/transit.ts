import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll } from 'vitest'
import type { TransitAddress } from '#shared/transit-keys.ts'

/** Starts the tests' key service; to be called at the top of a test file. */
export async function transitServer(): Promise<TransitAddress & { stop: () => void }> {
  const server = spawn(process.execPath, ['test/transit-server.ts'], { stdio: ['pipe', 'pipe', 'inherit'] })
  afterAll(() => void server.kill())
  for await (const port of createInterface({ input: server.stdout }))
    return {
      url: `http://127.0.0.1:${port}`,
      mount: 'transit',
      key: 'kronobarn',
      token: () => 's.test',
      stop: () => void server.kill(),
    }
  throw new Error('the key service did not start')
}
