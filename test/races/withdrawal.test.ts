import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrangeRace } from './arrange-race.ts'
import { run } from './race.ts'
import { revocations } from './revocations.ts'

// How many random interleavings, and which: `npm run test:deep` tries more of them, with a seed of its own.
const races = Number(process.env['RACES'] ?? 500)
const seed = Number(process.env['ORACLE_SEED'] ?? 20261124)

const anyRace = fc.record({
  steps: fc.array(fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
  seed: fc.nat(),
})

let interleavings = 0
afterAll(() => console.log(`${interleavings} interleavings`))

describe('from the moment a right has ended nothing more is read or written on it', () => {
  beforeAll(arrangeRace)

  it.for(revocations.map(({ name }) => name))('%s', { timeout: 3_600_000 }, async (name) => {
    const [revocation] = revocations.filter((one) => one.name === name)
    if (!revocation) throw new Error(name)
    await fc.assert(
      fc.asyncProperty(anyRace, async (race) => {
        interleavings++
        expect(await run({ revocation, ...race })).toEqual([])
      }),
      { seed, numRuns: Math.ceil(races / revocations.length) },
    )
  })
})
