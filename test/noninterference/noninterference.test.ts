import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { leaks, seen } from './compare.ts'
import { secrets, worldsOpenWith, worldsWith } from './worlds.ts'

// How many random worlds, and which: `npm run test:deep` tries more of them, with a seed of its own.
const worlds = Number(process.env['NONINTERFERENCE_WORLDS'] ?? 50)
const seed = Number(process.env['ORACLE_SEED'] ?? 20261124)
const runsOf = (secret: string) => Math.ceil((worlds - secrets.indexOf(secret)) / secrets.length)

describe('a world with a secret looks like one without it, to everybody who must not know', () => {
  it.for(secrets)('%s', { timeout: 3_600_000 }, async (secret) => {
    await fc.assert(
      fc.asyncProperty(worldsWith(secret), async (world) => {
        expect(await leaks(world)).toEqual([])
      }),
      { seed, numRuns: runsOf(secret) },
    )
  })

  // A secret that nobody notices would prove nothing.
  it.runIf(worlds > 50).for(secrets)('%s: those who may know do notice', async (secret) => {
    let noticed = 0
    await fc.assert(
      fc.asyncProperty(worldsOpenWith(secret), async (world) => {
        noticed += (await leaks(world)).length
      }),
      { seed, numRuns: 4 },
    )
    expect(noticed).toBeGreaterThan(0)
  })

  afterAll(() => console.log(`${seen.worlds} worlds, ${seen.requests} requests`))
})
