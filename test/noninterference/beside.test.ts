import { describe, expect, it } from 'vitest'
import { leaks } from './compare.ts'
import type { County } from './county.ts'
import { happeningOf, secrets, worldOf } from './worlds.ts'

// Lisa with the device that Maja has handed her, for every secret. Every other address leads to her first page
// (hand-over.test.ts), so that these are all that can tell her anything.
const childsPages = /^\/barn\/[^/]+\/(min-sida|min-plan|skriv|mitt-hjul|hur-var-det\/.*|hjulet\/.*\/lasare)$/

const county: County = {
  petra: 'work',
  stigWorks: false,
  parts: { ali: 'whole', sofia: 'none', ingrid: 'own' },
  told: ['sara', 'jonas', 'lisaSelf'],
  barred: [],
  has: ['the plan', 'a meeting', 'Lisa says what helps, alone'],
}
/** Hers all the same: with her eID it is hidden only because Jonas may hold it. */
const hiddenForJonas = /Jonas must not know/

const hidden = secrets.filter(
  (secret) =>
    secret !== 'the matter opens' &&
    !hiddenForJonas.test(secret) &&
    !happeningOf(secret).noticedBy('lisaSelf', county),
)

describe('beside Maja, what is not for Lisa to know leaves no trace on her pages', () => {
  it.for(hidden)('%s', { timeout: 120_000 }, async (secret) => {
    const world = worldOf(secret, county, 'lisaBeside')
    if (world) expect(await leaks(world, childsPages)).toEqual([])
  })

  it('and what is for her she reads there', async () => {
    const world = worldOf('an action that Jonas must not know of', county, 'lisaBeside')
    expect(world && (await leaks(world, childsPages))).not.toEqual([])
  })
})
