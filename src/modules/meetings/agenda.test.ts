import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress } from '#test/arrange-meeting.ts'
import { as, id, lisa, type Person, world } from '#test/world.ts'

const wheel = paths.wheel.own.to({ childId: lisa })
const saying = paths.wheel.addStatement.to({ childId: lisa })
const pageOf = async (who: Person, of: 'show' | 'hold' = 'show') =>
  (await as(who).get(meetingAddress(of))).text()
const differs = /<h3>2\. Ni ser olika på Hemmet<\/h3>/

describe('where the voices see differently', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await callMeeting()
    await as('maja').post(saying, {
      voice: `guardian:${id('sara')}`,
      area: 'home',
      working: 'Vi har det lugnt.',
    })
  })

  it('is the first question after Lisa, for those who may read both', async () => {
    await as('lisaSelf').post(wheel, { area: 'home', hard: 'sound', readers: 'meeting' })
    for (const page of [await pageOf('maja'), await pageOf('maja', 'hold')]) {
      expect(page).toMatch(differs)
      expect(page).toContain('Det är bråk hemma.')
    }
    for (const who of ['sara', 'jonas', 'lisaSelf'] as const) expect(await pageOf(who)).not.toMatch(differs)
  })

  it('gives no hint of what Lisa has written for Maja alone', async () => {
    await as('lisaSelf').post(wheel, { area: 'home', hard: 'sound' })
    for (const of of ['show', 'hold'] as const) expect(await pageOf('maja', of)).not.toMatch(differs)
  })

  it('is no question when they say the same', async () => {
    await as('lisaSelf').post(wheel, { area: 'home', good: 'sound', readers: 'everyone' })
    expect(await pageOf('maja')).not.toMatch(differs)
  })
})
