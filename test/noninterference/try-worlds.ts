import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { leaks, seen } from './compare.ts'
import { secrets, worldsWith } from './worlds.ts'

// How many random worlds, and which: `npm run test:deep` tries more of them, with a seed of its own.
const worlds = Number(process.env['NONINTERFERENCE_WORLDS'] ?? 50)
const seed = Number(process.env['ORACLE_SEED'] ?? 20261124)
/**
 * Every page is read for every secret. That every form is sent empty too takes as long again: for one secret in three, and for
 * all of them in `npm run test:deep`. 0, 1 or 2 says which third.
 */
const third = process.env['NONINTERFERENCE_FORMS'] ?? '0'
const sendsForms = (secret: string) => third === 'all' || secrets.indexOf(secret) % 3 === Number(third)
/** Each secret once at least: of nothing tried nothing is said. */
const runsOf = (secret: string) => Math.max(1, Math.ceil((worlds - secrets.indexOf(secret)) / secrets.length))

/** Every other secret; two files share them. */
export const tryWorlds = (half: 'first' | 'second') =>
  describe('a world with a secret looks like one without it, to everybody who must not know', () => {
    const mine = secrets.filter((_, place) => (place % 2 === 0) === (half === 'first'))

    it.for(mine)('%s', { timeout: 3_600_000 }, async (secret) => {
      await fc.assert(
        fc.asyncProperty(worldsWith(secret), async (world) => {
          expect(await leaks(world, { forms: sendsForms(secret) })).toEqual([])
        }),
        { seed, numRuns: runsOf(secret) },
      )
    })

    afterAll(() =>
      console.log(`${seen.worlds} worlds, ${seen.requests} requests; NONINTERFERENCE_FORMS=${third}`),
    )
  })
