import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import {
  admin,
  as,
  auditRows,
  engagementOf,
  id,
  lisa,
  unknownChild,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = paths.wheel.start.to({ childId: lisa })
const wheel = paths.wheel.show.to({ childId: lisa })
const gathered = () => admin.selectFrom('gathering').selectAll().execute()
const waiting = () =>
  admin.selectFrom('task').select(['kind', 'engagement_id']).where('done_at', 'is', null).execute()

describe('the BBA takes up the areas that matter', () => {
  beforeEach(() => world())

  it('Maja talks with the family first; until then the page shows the way there', async () => {
    await openMatter()
    const page = await (await as('maja').get(address)).text()
    expect(page).toContain(`href="${paths.family.talk.to({ childId: lisa })}"`)
    const answer = await as('maja').post(address, { areas: 'learning' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Prata med familjen först')
    expect(await gathered()).toEqual([])
  })

  it('and then chooses two, and more later; nothing that was there goes', async () => {
    await openMatter()
    await tellFamily('sara')
    const begun = await as('maja').post(address, { areas: ['home', 'learning'] })
    expect([begun.status, begun.headers.get('location')]).toEqual([303, wheel])
    expect(await waiting()).toEqual([{ kind: 'analyse', engagement_id: engagementOf('maja') }])
    await as('maja').post(address, { areas: ['health', 'home'] })
    expect((await gathered()).map(({ areas }) => areas)).toEqual([['health', 'learning', 'home']])
    const events = await admin.selectFrom('plan_event').select('kind').execute()
    expect(events).toEqual([{ kind: 'gathering_started' }])
    const page = await (await as('maja').get(wheel)).text()
    expect(page).toContain('Inte med den här gången: Trygghet, Utveckling, Omsorg och Relationer.')
    expect(await auditRows()).toEqual([
      ['maja', 'wheel.start', 'done', lisa],
      ['maja', 'wheel.start', 'done', lisa],
      ['maja', 'wheel.show', 'done', lisa],
    ])
  })

  it('sent twice, it has begun once', async () => {
    await openMatter()
    await tellFamily('sara')
    const form = { areas: 'learning', submission: id('a form') }
    for (let time = 0; time < 2; time++) expect((await as('maja').post(address, form)).status).toBe(303)
    expect(await gathered()).toHaveLength(1)
    expect(await waiting()).toHaveLength(1)
  })

  it('an area must be chosen', async () => {
    await openMatter()
    await tellFamily('sara')
    const answer = await as('maja').post(address, {})
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('<a href="#areas">Välj minst ett område')
  })

  it('is hidden from everybody else, and from Maja when nothing is going on', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    const expectHidden = async (who: Parameters<typeof as>[0], child = lisa) => {
      const there = paths.wheel.start.to({ childId: child })
      for (const answer of [await as(who).get(there), await as(who).post(there, { areas: 'home' })])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    }
    await expectHidden('maja')
    await openMatter()
    await tellFamily('sara')
    for (const who of ['petra', 'sofia', 'eva', 'sara', 'jonas', 'lisaSelf'] as const) await expectHidden(who)
    await expectHidden('maja', unknownChild)
    expect(await gathered()).toEqual([])
  })

  it('begins nothing when the log cannot be written', async () => {
    await openMatter()
    await tellFamily('sara')
    expect((await withoutAudit(() => as('maja').post(address, { areas: 'home' }))).status).toBe(503)
    expect(await gathered()).toEqual([])
  })
})
