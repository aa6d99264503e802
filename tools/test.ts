import { existsSync, readdirSync } from 'node:fs'
import { runAll, tool, vitest } from './checks/steps.ts'
import { ensureChromium } from './chromium.ts'

const browserJourneys =
  existsSync('e2e') &&
  readdirSync('e2e', { recursive: true }).some((file) => String(file).endsWith('.test.ts'))

if (browserJourneys) ensureChromium()

await runAll([
  tool('Typer', 'tsc'),
  tool('Form och stil', 'biome', 'ci', '--error-on-warnings'),
  tool('Ingenting oanvänt', 'knip'),
  tool('Tabellernas typer', 'node', 'tools/bootstrap.mjs', 'schema', '--check'),
  vitest('Regler, sidor och databas'),
  ...(browserJourneys ? [vitest('I webbläsaren', '--config', 'vitest.e2e.config.ts')] : []),
])
