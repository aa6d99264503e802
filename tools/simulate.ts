import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { PlainError } from '../src/plain-error.ts'
import { migrate } from './migrations.ts'
import { prepareDatabase } from './postgres/databases.ts'
import { run } from './run.ts'
import type { Figures } from './simulate/figures.ts'
import { inWords } from './simulate/in-words.ts'
import { simulate } from './simulate/simulate.ts'
import { startThrowAway } from './throw-away-postgres.ts'

const defaults = { years: '20', children: '2000', seed: '1' } as const
/** As many of all children as get an open matter some time before they are grown. */
const share = 0.05
/** A county that goes wrong is looked for among fewer children, so many times. */
const halvings = 4

// npm run simulate -- --years 20 --children 2000 --seed 1 --json figures.json
await run(async () => {
  const asked = parseArgs({
    options: {
      years: { type: 'string' },
      children: { type: 'string' },
      seed: { type: 'string' },
      json: { type: 'string' },
    },
  }).values
  const { years, children, seed } = { ...defaults, ...asked }
  const wanted = { years: Number(years), children: Number(children), seed: Number(seed), share }
  if (!(wanted.years > 0 && wanted.children >= 1 && Number.isInteger(wanted.seed)))
    throw new PlainError(
      'Ange år, barn och frö som tal: npm run simulate -- --years 20 --children 2000 --seed 1',
    )
  const server = await startThrowAway()
  // What the program calls a fault is counted among the figures instead.
  const told = console.error
  console.error = () => {}
  let databases = 0
  const live = async (of: typeof wanted): Promise<Figures> => {
    const { owner, app, superuser } = await prepareDatabase(server.superuser, `kb_simulated_${++databases}`)
    await migrate(owner)
    return simulate({ ...of, database: { app, superuser }, tell })
  }
  try {
    const begun = performance.now()
    const figures = await live(wanted)
    const seconds = Math.round((performance.now() - begun) / 1000)
    console.log(inWords(wanted, figures, seconds))
    if (asked.json) writeFileSync(asked.json, `${JSON.stringify({ ...wanted, seconds, ...figures })}\n`)
    if (figures.violations.length === 0) return
    process.exitCode = 1
    console.log(await smallest(wanted, live))
  } finally {
    console.error = told
    await server.stop()
  }
})

/** The smallest county that still goes wrong, with the same seed. */
async function smallest<W extends { children: number; seed: number }>(
  wanted: W,
  live: (of: W) => Promise<Figures>,
): Promise<string> {
  let found = wanted
  for (let n = 0; n < halvings; n++) {
    const fewer = { ...found, children: Math.floor(found.children / 2) }
    if (fewer.children < 1 || (await live(fewer)).violations.length === 0) break
    found = fewer
  }
  return `Minsta län där det också händer: --children ${found.children} --seed ${found.seed}`
}

function tell(day: string, { childDays, violations }: Figures) {
  if (day.endsWith('-12-31')) console.log(`${day}: ${childDays} barndagar, ${violations.length} fel`)
}
