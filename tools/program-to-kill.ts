import { readFileSync } from 'node:fs'
import { serve } from '../src/main.ts'
import type { Settings } from '../src/settings.ts'
import { askedToStop, run } from './run.ts'

/** What is written in the file that it is started with. */
export type Killed = Pick<Settings, 'database' | 'register' | 'auditKeyFile'> & {
  port: number
  keyFile: string
}

// The application with its jobs, in a process that a test may kill at any moment (test/kills).
await run(async () => {
  const { port, keyFile, ...told } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Killed
  const stop = askedToStop()
  const running = await serve({
    ...told,
    ...{ production: false, host: 'localhost', port, tls: undefined, origin: `http://localhost:${port}` },
    ...{ keyFile: () => keyFile, contact: '', issuers: [] },
  })
  await stop
  await running.stop()
})
