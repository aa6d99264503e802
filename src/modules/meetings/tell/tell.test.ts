import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { joined, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress, partyOf } from '#test/arrange-meeting.ts'
import { admin, as, auditRows, id, lisa, withoutAudit, world } from '#test/world.ts'

const address = paths.meeting.told.to({ childId: lisa })
const tasks = paths.tasks.to({})
const waiting = () => admin.selectFrom('task').select('kind').where('done_at', 'is', null).execute()

describe('somebody tells Lisa what they agreed on', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await joined('ingrid', 'gaddan', 'own')
    await callMeeting({ units: id('gaddan') })
    await as('maja').post(meetingAddress('hold'), {
      version: '0',
      outcome: 'close',
      reason: 'Det räcker så.',
      tellsWho: (await partyOf('ingrid')).id,
      tellsOn: '2026-12-08',
    })
    await admin.deleteFrom('audit_event').execute()
  })

  it('Ingrid finds it on her list, tells Lisa, and notes that she has', async () => {
    expect(await (await as('ingrid').get(tasks)).text()).toContain(address)
    const page = await (await as('ingrid').get(address)).text()
    expect(page).toContain('Du är den som berättar för Lisa')
    expect(page).not.toContain('Det räcker så')
    const told = await as('ingrid').post(address)
    expect([told.status, told.headers.get('location')]).toEqual([303, tasks])
    expect(await waiting()).toEqual([])
    expect((await auditRows()).slice(1)).toEqual([
      ['ingrid', 'meeting.open-told', 'done', lisa],
      ['ingrid', 'meeting.told-child', 'done', lisa],
    ])
  })

  it('it is hers alone to note, and others find nothing', async () => {
    for (const who of ['maja', 'eva', 'sofia', 'petra', 'sara'] as const)
      expect([who, (await as(who).get(address)).status]).toEqual([who, 404])
    for (const who of ['maja', 'eva', 'sara'] as const) await as(who).post(address)
    expect(await waiting()).toEqual([{ kind: 'tell_child' }])
    expect((await withoutAudit(() => as('ingrid').post(address))).status).toBe(503)
    expect(await waiting()).toEqual([{ kind: 'tell_child' }])
  })
})
