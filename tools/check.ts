import { runAll, tool, vitest } from './checks/steps.ts'

await runAll([
  tool('Typer', 'tsc'),
  tool('Form och stil', 'biome', 'ci', '--error-on-warnings'),
  vitest('Regler, sidor och databas'),
])
