import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, joined, openMatter, tellFamily } from '#test/arrange.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  lisa,
  nils,
  unknownChild,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = paths.meeting.call.to({ childId: lisa })
const meetingId = '11111111-1111-4111-8111-111111111111'
const said = {
  submission: meetingId,
  purpose: 'Vi vill att morgnarna blir <lugna>.',
  day: '2026-12-08',
  time: '14.30',
  minutes: '60',
  place: 'Furuskolan, rum Granen',
  child: 'ja',
  guardians: [id('sara'), id('jonas')],
}
const shown = paths.meeting.show.to({ childId: lisa, meetingId })
const parties = () =>
  admin.selectFrom('meeting_party').select(['unit_id', 'person_id', 'is_child', 'answer']).execute()
const waiting = () =>
  admin
    .selectFrom('task')
    .select(['kind', 'engagement_id', 'due_on', 'about_id'])
    .where('done_at', 'is', null)
    .execute()

describe('a meeting is called', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
  })

  it('Maja asks Lisa, Sara and Jonas to come, and each of them sees it', async () => {
    const answer = await as('maja').post(address, said)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, shown])
    expect(await auditRows()).toEqual([['maja', 'meeting.call', 'done', lisa]])
    for (const who of ['maja', 'sara', 'jonas', 'lisaSelf'] as const) {
      const page = await (await as(who).get(shown)).text()
      expect(page).toContain('Tisdag 8 december klockan 14.30')
      expect(page).toContain('Furuskolan, rum Granen')
      expect(page).toContain('Vi vill att morgnarna blir &lt;lugna&gt;.')
    }
    for (const who of ['sofia', 'petra', 'eva', 'karin', 'ali'] as const)
      expect([who, (await as(who).get(shown)).status]).toEqual([who, 404])
    expect((await admin.selectFrom('plan_event').select('kind').execute()).map((e) => e.kind)).toEqual([
      'meeting_called',
    ])
  })
})
