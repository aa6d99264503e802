import { workFromEnvironment } from '../src/main.ts'
import { askedToStop, run } from './run.ts'

await run(async () => {
  const stop = askedToStop()
  const running = await workFromEnvironment()
  console.log('Jobben sköts härifrån.')
  await stop
  await running.stop()
})
