import { randomInt } from 'node:crypto'
import { runAll, toolWithin, vitest } from './checks/steps.ts'
import { run } from './run.ts'

// npm run test:deep: the long suites, with a seed of their own. ORACLE_SEED tries one again.
await run(async () => {
  process.env['ORACLE_SEED'] ??= String(randomInt(2 ** 31))
  process.env['ORACLE_WORLDS'] ??= '400'
  process.env['NONINTERFERENCE_WORLDS'] ??= '1000'
  process.env['TIMING_REQUESTS'] ??= '2000'
  process.env['RACES'] ??= '2000'
  console.log(`ORACLE_SEED=${process.env['ORACLE_SEED']} ORACLE_WORLDS=${process.env['ORACLE_WORLDS']}`)
  await runAll([
    vitest('Många slumpade län mot oraklet', 'test/oracle'),
    // One file at a time: the times of answers are compared.
    vitest('Världar med och utan en hemlighet', 'test/noninterference', '--no-file-parallelism'),
    vitest('Kapplöpning mot det som dras tillbaka', 'test/races'),
    // Its own table says how many of the faults were noticed, and which were not.
    toolWithin(30, 'Fel i reglerna märks', 'stryker', 'run'),
  ])
})
