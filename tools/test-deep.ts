import { randomInt } from 'node:crypto'
import { runAll, toolWithin, vitest } from './checks/steps.ts'
import { run } from './run.ts'

// npm run test:deep: the long suites, with a seed of their own. ORACLE_SEED tries one again. About, on two cores that do little
// else: the oracle 15 minutes, worlds 25 and the times of answers 10, races 10, who is accountable 10, kills 5, a county 90, faults in
// the rules 30. Each prints its figures.
await run(async () => {
  const seed = process.env['ORACLE_SEED'] ?? String(randomInt(2 ** 31))
  process.env['ORACLE_SEED'] = seed
  process.env['ORACLE_WORLDS'] ??= '400'
  process.env['NONINTERFERENCE_WORLDS'] ??= '1000'
  process.env['NONINTERFERENCE_FORMS'] ??= 'all'
  process.env['TIMING_REQUESTS'] ??= '2000'
  process.env['RACES'] ??= '2000'
  process.env['ACCOUNTABLE_STORIES'] ??= '600'
  process.env['HANDOVER_RUNS'] ??= '200'
  process.env['KILLS'] ??= '25'
  for (const name of [
    'ORACLE_SEED',
    'ORACLE_WORLDS',
    'NONINTERFERENCE_WORLDS',
    'NONINTERFERENCE_FORMS',
    'TIMING_REQUESTS',
    'RACES',
    'ACCOUNTABLE_STORIES',
    'HANDOVER_RUNS',
    'KILLS',
  ])
    console.log(`${name}=${process.env[name]}`)
  const figures = '--silent=false'
  await runAll([
    vitest('Många slumpade län mot oraklet', 'test/oracle', figures),
    // One file at a time: the times of answers are compared.
    vitest('Världar med och utan en hemlighet', 'test/noninterference', '--no-file-parallelism', figures),
    vitest(
      'Kapplöpning mot det som dras tillbaka, och överlämningar i alla ordningar',
      'test/races',
      figures,
    ),
    vitest('Slumpade berättelser om vem som har ansvaret', 'test/accountable', figures),
    vitest('Programmet dödas mitt i det det gör', 'test/kills', figures),
    toolWithin(
      120,
      'Ett simulerat län i tjugo år',
      'node',
      'tools/bootstrap.mjs',
      'simulate',
      '--children',
      '100000',
      '--seed',
      seed,
    ),
    // Its own table says how many of the faults were noticed, and which were not.
    toolWithin(60, 'Fel i reglerna märks', 'stryker', 'run'),
  ])
})
