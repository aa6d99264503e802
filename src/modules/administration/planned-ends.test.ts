import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter } from '#test/arrange.ts'
import { appointed } from '#test/arrange-organisation.ts'
import { admin, as, engagementOf, id, world } from '#test/world.ts'

type Who = 'maja' | 'stig' | 'petra'
/** One of those who administer notes somebody's last day. */
const lastDayOf = async (who: Who, day: string, by: Who = 'maja') => {
  const end = paths.organisation.endPerson.to({ engagementId: engagementOf(who) })
  const answer = await as(by).post(end, { when: 'later', day })
  return [answer.status, /id="fel".*?<li>([^<]+)/s.exec(await answer.text())?.[1]]
}
const done = [303, undefined]
const refused = [422, expect.stringMatching(/Det måste finnas någon hos er|Det finns barn med pågående stöd/)]

beforeEach(async () => {
  await world()
  await openMatter()
  for (const who of ['maja', 'stig'] as const) await appointed(who)
})

it('the first who takes what nobody has leaves in March, and so the second cannot already leave in February', async () => {
  for (const who of ['stig', 'petra'] as const) await appointed(who, 'fallback_lead')
  expect(await lastDayOf('petra', '2027-03-31')).toEqual(done)
  expect(await lastDayOf('stig', '2027-02-28')).toEqual(refused)
  expect(await lastDayOf('stig', '2027-04-30')).toEqual(refused)
})

it('somebody who is employed until March is nobody to leave the rest to', async () => {
  await appointed('petra', 'fallback_lead')
  await appointed('stig', 'fallback_lead')
  await admin
    .updateTable('engagement')
    .set({ valid_to: '2027-03-31' })
    .where('id', '=', engagementOf('petra'))
    .execute()
  expect(await lastDayOf('stig', '2027-02-28')).toEqual(refused)
})

it('nobody has that task: Stig, who stands in, cannot leave before Maja does', async () => {
  await appointed('petra')
  expect(await lastDayOf('maja', '2027-03-31', 'petra')).toEqual(done)
  expect(await lastDayOf('stig', '2027-04-30', 'petra')).toEqual(refused)
  expect(await lastDayOf('stig', '2027-02-28', 'petra')).toEqual(refused)
})

describe('Maja takes what nobody else has; Petra is BBA, and Stig holds the function', () => {
  const mine = [422, expect.stringContaining('Då skulle du själv få ansvaret')]
  beforeEach(async () => {
    await sql`delete from authority_function`.execute(admin)
    for (const kind of ['local_administrator', 'fallback_lead'] as const) await appointed('maja', kind)
    await sql`update responsibility set engagement_id = ${engagementOf('petra')}`.execute(admin)
    await sql`update unit_function set holder_engagement_id = ${engagementOf('stig')},
      stand_in_engagement_id = ${engagementOf('stig')} where unit_id = ${id('furuskolan')}`.execute(admin)
  })

  it('she does not come by the children by ending first Petra and then Stig', async () => {
    expect(await lastDayOf('petra', '2026-12-31')).toEqual(done)
    expect(await lastDayOf('stig', '2027-01-31')).toEqual(mine)
  })

  it('nor by ending first Stig, later on, and then Petra before that', async () => {
    expect(await lastDayOf('stig', '2027-01-31')).toEqual(done)
    expect(await lastDayOf('petra', '2026-12-31')).toEqual(mine)
  })
})
