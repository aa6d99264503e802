import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress } from '#test/arrange-meeting.ts'
import { as, lisa, type Person, world } from '#test/world.ts'

const pageOf = async (who: Person, path = meetingAddress('show')) => (await as(who).get(path)).text()
const toChild = 'Vi hjälps åt så att morgnarna blir lugna.\nMaja ringer dig på torsdag.'
const noted = { version: '0', outcome: 'own_support', reason: 'Skolan räcker till.', toChild }

describe('what was decided, as it is said to Lisa', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'lisaSelf')
    await callMeeting()
  })

  it('is the first she reads of the meeting, and her own page leads there', async () => {
    expect((await as('maja').post(meetingAddress('hold'), noted)).status).toBe(303)
    const page = await pageOf('lisaSelf')
    expect(page).toMatch(
      /Det här kom vi fram till[\s\S]{0,200}<h3>Det viktigaste<\/h3><p class="prewrap">(<span[^>]*>)?Vi hjälps åt/,
    )
    expect(await pageOf('lisaSelf', paths.child.to({ childId: lisa }))).toMatch(
      new RegExp(`href="${meetingAddress('show')}">.*<b>Det här kom vi fram till på mötet</b>`),
    )
    for (const who of ['maja', 'sara'] as const)
      expect(await pageOf(who)).toContain('<h3>Så säger vi det till Lisa</h3>')
  })

  it('is kept as a version with the rest, and met again in the form', async () => {
    await as('maja').post(meetingAddress('hold'), { ...noted, act: 'save' })
    expect(await pageOf('maja', meetingAddress('hold'))).toContain('Maja ringer dig på torsdag.')
    const other = { ...noted, version: '1', act: 'save', toChild: 'Vi ses igen.' }
    await as('maja').post(meetingAddress('hold'), other)
    expect(await pageOf('maja', meetingAddress('hold'))).toContain('Vi ses igen.')
  })

  it('is not for Jonas, who has not been told', async () => {
    await as('maja').post(meetingAddress('hold'), noted)
    expect((await as('jonas').get(meetingAddress('show'))).status).toBe(404)
  })
})
