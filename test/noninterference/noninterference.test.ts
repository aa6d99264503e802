import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { untried } from './addresses.ts'
import { leaks, seen } from './compare.ts'
import { secrets, worldsWith } from './worlds.ts'

// How many random worlds, and which: `npm run test:deep` tries more of them, with a seed of its own.
const worlds = Number(process.env['NONINTERFERENCE_WORLDS'] ?? 50)
const seed = Number(process.env['ORACLE_SEED'] ?? 20261124)
const runsOf = (secret: string) => Math.ceil((worlds - secrets.indexOf(secret)) / secrets.length)

describe('a world with a secret looks like one without it, to everybody who must not know', () => {
  it('tries every address with the ids there are', () => expect(untried).toEqual([]))

  it.for(secrets)('%s', { timeout: 3_600_000 }, async (secret) => {
    await fc.assert(
      fc.asyncProperty(worldsWith(secret), async (world) => {
        expect(await leaks(world)).toEqual([])
      }),
      { seed, numRuns: runsOf(secret) },
    )
  })

  afterAll(() => console.log(`${seen.worlds} worlds, ${seen.requests} requests`))
})
