import { existsSync, readdirSync } from 'node:fs'
import { runAll, tool, vitest } from './checks/steps.ts'
import { ensureChromium } from './chromium.ts'

const hasJourneys =
  existsSync('e2e') &&
  readdirSync('e2e', { recursive: true }).some((file) => String(file).endsWith('.test.ts'))

const rules = vitest('Regler, sidor och databas')

const everything = [
  tool('Typer', 'tsc'),
  tool('Form och stil', 'biome', 'ci', '--error-on-warnings'),
  tool('Ingenting oanvänt', 'knip'),
  tool('Tabellernas typer', 'node', 'tools/bootstrap.mjs', 'schema', '--check'),
  rules,
  ...(hasJourneys ? [vitest('I webbläsaren', '--config', 'vitest.e2e.config.ts')] : []),
]

// With --database only what a database can change: the way to try another PostgreSQL through TEST_DATABASE_URL.
const onlyDatabase = process.argv.includes('--database')
if (hasJourneys && !onlyDatabase) ensureChromium()
await runAll(onlyDatabase ? [rules] : everything)
