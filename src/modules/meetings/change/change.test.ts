import { beforeEach, describe, expect, it } from 'vitest'
import { joined, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress, partyOf } from '#test/arrange-meeting.ts'
import {
  admin,
  as,
  auditRows,
  engagementOf,
  id,
  lisa,
  type Person,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = meetingAddress('change')
const shown = meetingAddress('show')
const pageOf = async (who: Person, path = shown) => (await as(who).get(path)).text()
const openTasks = () =>
  admin.selectFrom('task').select(['kind', 'engagement_id', 'due_on']).where('done_at', 'is', null).execute()
const another = { version: '1', day: '2026-12-10', time: '08:15', minutes: '45', place: 'På video <länk>' }

describe('a meeting is moved or called off', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['stig'] })
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await joined('ali', 'familjestod', 'whole')
    await callMeeting({ units: id('familjestod') })
    const { id: party, version } = await partyOf('ali')
    await as('ali').post(meetingAddress('answer'), { party, version: String(version), answer: 'coming' })
    await admin.deleteFrom('audit_event').execute()
  })

  it('another time: everybody sees it, and is asked again', async () => {
    expect((await as('maja').post(address, another)).status).toBe(303)
    expect(await auditRows()).toEqual([['maja', 'meeting.change', 'done', lisa]])
    for (const who of ['sara', 'ali', 'lisaSelf'] as const) {
      const page = await pageOf(who)
      for (const text of ['Torsdag 10 december klockan 08.15', 'På video &lt;länk&gt;', '45 minuter'])
        expect(page).toContain(text)
      expect(page).not.toContain('Granen')
    }
    expect((await partyOf('ali')).answer).toBeNull()
    expect(await openTasks()).toEqual([
      { kind: 'answer_invitation', engagement_id: engagementOf('ali'), due_on: '2026-11-27' },
    ])
  })

  it('another place only: the answers stand', async () => {
    const place = { ...another, day: '2026-12-08', time: '14.30', minutes: '60' }
    expect((await as('maja').post(address, place)).status).toBe(303)
    expect((await partyOf('ali')).answer).toBe('coming')
    expect(await openTasks()).toEqual([])
  })

  it('called off: nobody needs to come, and Maja is to find a new time', async () => {
    expect((await as('maja').post(address, { version: '1', act: 'cancel' })).status).toBe(303)
    for (const who of ['sara', 'ali', 'lisaSelf', 'maja'] as const) {
      const page = await pageOf(who)
      expect(page).toContain('Mötet är inställt.')
      expect(page).not.toContain('14.30')
    }
    expect(await openTasks()).toEqual([
      { kind: 'call_meeting', engagement_id: engagementOf('maja'), due_on: '2026-12-01' },
    ])
    expect((await as('maja').post(address, { version: '1', act: 'cancel' })).status).toBe(303)
    expect(await openTasks()).toHaveLength(1)
    expect((await as('sara').get(meetingAddress('answer'))).status).toBe(404)
    expect((await as('maja').get(meetingAddress('hold'))).status).toBe(404)
  })

  it('Stig moved it meanwhile: Maja sees both', async () => {
    await as('stig').post(address, another)
    const late = await as('maja').post(address, { ...another, place: 'Hemma hos Sara' })
    const page = await late.text()
    expect(late.status).toBe(409)
    for (const text of ['Hemma hos Sara', 'På video &lt;länk&gt;', 'Någon annan hann spara'])
      expect(page).toContain(text)
  })

  it('gives the form back when the time has been', async () => {
    const answer = await as('maja').post(address, { ...another, day: '2026-11-01' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('<a href="#day">Tiden har redan varit')
  })

  it('is hidden from everybody who does not carry the matter', async () => {
    for (const who of ['eva', 'petra', 'ali', 'sara', 'lisaSelf'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address, another)])
        expect([who, answer.status]).toEqual([who, 404])
    expect(await pageOf('sara')).toContain('14.30')
  })

  it('moves nothing when the log cannot be written', async () => {
    expect((await withoutAudit(() => as('maja').post(address, another))).status).toBe(503)
    expect(await pageOf('sara')).toContain('14.30')
    expect(await pageOf('sara')).toContain('Granen')
  })
})
