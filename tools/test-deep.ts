import { randomInt } from 'node:crypto'
import { runAll, toolWithin, vitest } from './checks/steps.ts'
import { run } from './run.ts'

// npm run test:deep: the long suites, with a seed of their own. ORACLE_SEED tries one again.
await run(async () => {
  process.env['ORACLE_SEED'] ??= String(randomInt(2 ** 31))
  process.env['ORACLE_WORLDS'] ??= '400'
  console.log(`ORACLE_SEED=${process.env['ORACLE_SEED']} ORACLE_WORLDS=${process.env['ORACLE_WORLDS']}`)
  await runAll([
    vitest('Många slumpade län mot oraklet', 'test/oracle'),
    // Its own table says how many of the faults were noticed, and which were not.
    toolWithin(30, 'Fel i reglerna märks', 'stryker', 'run'),
  ])
})
