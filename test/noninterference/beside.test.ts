import { describe, expect, it } from 'vitest'
import { lisa } from '#test/world.ts'
import { opensBesideAdult } from '../../src/modules/audit/beside-adult.ts'
import { opensOnPaper } from '../../src/modules/audit/on-paper.ts'
import { addressesOf } from './addresses.ts'
import { leaks } from './compare.ts'
import type { County } from './county.ts'
import { happeningOf, secrets, worldOf } from './worlds.ts'

// The child's other doors, for every secret: the device that Maja has handed Lisa, and the paper to the meeting. Every
// other address leads to the door's first page (hand-over.test.ts, use-paper.test.ts), so that these are all that can tell.
const herself = [{ childId: lisa }, { selfId: lisa, paperMeetingId: undefined }] as const
const besideAdult = addressesOf((act) => opensBesideAdult(act, ...herself))
const onPaper = addressesOf((act) => opensOnPaper(act, ...herself))

const county: County = {
  petra: 'work',
  stigWorks: false,
  parts: { ali: 'whole', sofia: 'none', ingrid: 'own' },
  told: ['sara', 'jonas', 'lisaSelf'],
  barred: [],
  has: ['the plan', 'a meeting', 'Lisa says what helps, alone'],
}
const begun = secrets.filter((secret) => secret !== 'the matter opens')
/** Hers all the same: with her eID it is hidden only because Jonas may hold it. */
const isOnlyForJonas = (secret: string) =>
  [secret, ...(happeningOf(secret).needs ?? [])].some((name) => /Jonas must not know/.test(name))
/** Hers first, by every door: the others read it too when their day comes. docs/decisions/0041. */
const lisasFirst = 'what went well is Lisa’s first'
/** With a guardian who does not read the matter a paper that may lie at home ends. docs/decisions/0040. */
const endsIt = 'one more guardian'
/** Of the paper's own meeting alone. */
const otherMeeting = /at the meeting that Jonas|a meeting that Jonas/
const isHiddenFrom = (who: 'sara' | 'jonas' | 'lisaSelf' | 'lisaBeside') => (secret: string) =>
  !happeningOf(secret).noticedBy(who, county)

const leaked = async (secret: string, observer: 'lisaBeside' | 'homePaper' | 'ownPaper') => {
  const world = worldOf(secret, county, observer)
  return world ? leaks(world, { at: observer === 'lisaBeside' ? besideAdult : onPaper }) : []
}

describe('beside Maja, what is not for Lisa to know leaves no trace on her pages', () => {
  const hidden = begun
    .filter(isHiddenFrom('lisaSelf'))
    .filter(isHiddenFrom('lisaBeside'))
    .filter((secret) => !isOnlyForJonas(secret))
  it.for(hidden)('%s', { timeout: 120_000 }, async (secret) =>
    expect(await leaked(secret, 'lisaBeside')).toEqual([]),
  )

  it('and what is for her she reads there', async () =>
    expect(await leaked('an action that Jonas must not know of', 'lisaBeside')).not.toEqual([]))
})

describe('a paper that may lie at home tells nobody what one of the guardians must not know', () => {
  const hidden = begun
    .filter((secret) => (['sara', 'jonas', 'lisaSelf'] as const).some((who) => isHiddenFrom(who)(secret)))
    .filter((secret) => secret !== lisasFirst && secret !== endsIt)
  it.for(hidden)('%s', { timeout: 120_000 }, async (secret) =>
    expect(await leaked(secret, 'homePaper')).toEqual([]),
  )

  it('and what all of them know stands there', async () =>
    expect(await leaked('the plan', 'homePaper')).not.toEqual([]))
})

describe('a paper that Lisa has to herself tells nobody what she must not know, nor of another meeting', () => {
  const hidden = begun
    .filter(isHiddenFrom('lisaSelf'))
    .filter((secret) => !isOnlyForJonas(secret) || otherMeeting.test(secret))
  it.for(hidden)('%s', { timeout: 120_000 }, async (secret) =>
    expect(await leaked(secret, 'ownPaper')).toEqual([]),
  )

  it('and what only Jonas must not know stands there', async () =>
    expect(await leaked('an action that Jonas must not know of', 'ownPaper')).not.toEqual([]))
})
