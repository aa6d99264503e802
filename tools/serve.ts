import { serveFromEnvironment } from '../src/main.ts'
import { askedToStop, run } from './run.ts'

await run(async () => {
  const stop = askedToStop()
  const running = await serveFromEnvironment()
  console.log('Kronobarn är igång.')
  await stop
  await running.stop()
})
