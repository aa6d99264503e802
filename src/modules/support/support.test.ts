import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { admin, as, auditRows, engagementOf, id, lisa, noon, withoutAudit, world } from '#test/world.ts'

const at = { childId: lisa }
const address = paths.support.start.to(at)
const itemId = id('the support')
const there = paths.support.show.to({ ...at, itemId })
const ending = paths.support.end.to({ ...at, itemId })
const reading = {
  submission: itemId,
  what: 'Läsa <ihop> en kvart varje morgon.',
  who: engagementOf('petra'),
  reviewOn: '2026-12-20',
}
const waiting = () =>
  admin.selectFrom('task').select(['kind', 'engagement_id', 'due_on']).where('done_at', 'is', null).execute()
const matter = async () => (await admin.selectFrom('matter').select(['outcome', 'closed_at']).execute())[0]

describe('help in the own unit', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
  })

  it('Maja says what, who and when they look again; Petra gets the work and is reminded', async () => {
    expect(await (await as('maja').get(address)).text()).toContain('value="2026-12-22"')
    const answer = await as('maja').post(address, reading)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, there])
    expect(await waiting()).toEqual([
      { kind: 'review_support', engagement_id: engagementOf('petra'), due_on: '2026-12-20' },
    ])
    for (const who of ['maja', 'petra'] as const)
      expect(await (await as(who).get(there)).text()).toContain('Läsa &lt;ihop&gt; en kvart varje morgon.')
    expect(await admin.selectFrom('access_grant').select('id').execute()).toEqual([])
  })

  it('is followed, and nothing that was written goes', async () => {
    await as('maja').post(address, reading)
    const look = { version: '1', note: 'Hon läser <mer>.', reviewOn: '2027-01-20' }
    expect((await as('petra').post(there, look)).status).toBe(303)
    expect(await waiting()).toEqual([
      { kind: 'review_support', engagement_id: engagementOf('petra'), due_on: '2027-01-20' },
    ])
    await as('maja').post(there, { ...look, version: '2', note: 'Hon läser för klassen.' })
    const page = await (await as('petra').get(there)).text()
    expect(page).toContain('name="version" value="3"')
    expect(page).toMatch(/Hon läser för klassen[\s\S]*Hon läser &lt;mer&gt;/)
  })

  it('Petra saved first: Maja sees both texts', async () => {
    await as('maja').post(address, reading)
    const look = (note: string) => ({ version: '1', note, reviewOn: '2027-01-20' })
    await as('petra').post(there, look('Petras <ord>.'))
    const answer = await as('maja').post(there, look('Majas <ord>.'))
    const page = await answer.text()
    expect(answer.status).toBe(409)
    for (const text of ['Petras &lt;ord&gt;.', 'Majas &lt;ord&gt;.']) expect(page).toContain(text)
    expect(await admin.selectFrom('item_version').select('version').execute()).toHaveLength(2)
  })

  it('the need is met, and everything ends with it', async () => {
    await as('maja').post(address, reading)
    const answer = await as('maja').post(ending, {
      version: '1',
      because: 'need_met',
      endNote: 'Nu läser hon.',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, paths.child.to(at)])
    expect(await matter()).toEqual({ outcome: 'own_support', closed_at: noon })
    expect(await waiting()).toEqual([])
    expect(await (await as('maja').get(there)).text()).toContain('Behovet är mött')
    expect((await as('maja').post(ending, { version: '2', because: 'other' })).status).toBe(409)
  })

  it('Petra ends it, and it is Maja who looks at the whole', async () => {
    await as('maja').post(address, reading)
    expect((await as('petra').post(ending, { version: '1', because: 'need_met' })).status).toBe(303)
    expect(await matter()).toEqual({ outcome: null, closed_at: null })
    expect(await waiting()).toMatchObject([{ kind: 'analyse', engagement_id: engagementOf('maja') }])
  })

  it('something else is needed, and the analysis comes again', async () => {
    await as('maja').post(address, reading)
    const answer = await as('maja').post(ending, { version: '1', because: 'other_way' })
    expect(answer.headers.get('location')).toBe(paths.wheel.analyse.to(at))
    expect(await waiting()).toMatchObject([{ kind: 'analyse', engagement_id: engagementOf('maja') }])
  })

  it('may go on beside another one', async () => {
    await as('maja').post(address, { ...reading, submission: id('another') })
    await as('maja').post(address, reading)
    await as('maja').post(ending, { version: '1', because: 'need_met' })
    expect(await matter()).toEqual({ outcome: null, closed_at: null })
  })

  it.each([
    ['nothing is done', { what: ' ' }, 'what'],
    ['it is done by somebody elsewhere', { who: engagementOf('eva') }, 'who'],
    ['the day has been', { reviewOn: '2026-11-23' }, 'reviewOn'],
    ['there is no day', { reviewOn: '' }, 'reviewOn'],
  ])('gives the form back when %s', async (_, fault, field) => {
    const answer = await as('maja').post(address, { ...reading, pointsTo: 'Extra <anpassningar>', ...fault })
    const page = await answer.text()
    expect([answer.status, page.includes(`href="#${field}"`)]).toEqual([422, true])
    expect(page).toContain('Extra &lt;anpassningar&gt;')
    expect(await admin.selectFrom('support').select('item_id').execute()).toEqual([])
  })

  it('stays inside the wall, is written once, and never without the log', async () => {
    expect((await withoutAudit(() => as('maja').post(address, reading))).status).toBe(503)
    for (let time = 0; time < 2; time++) expect((await as('maja').post(address, reading)).status).toBe(303)
    expect(await admin.selectFrom('support').select('item_id').execute()).toHaveLength(1)
    await tellFamily('sara', 'jonas', 'lisaSelf')
    const missing = await (await as('eva').get('/ingenting')).text()
    const look = { version: '1', note: 'x', reviewOn: '2027-01-20' }
    for (const who of ['sofia', 'ali', 'eva', 'sara', 'jonas', 'lisaSelf'] as const)
      for (const answer of [
        await as(who).get(address),
        await as(who).get(there),
        await as(who).post(there, look),
        await as(who).post(ending, { version: '1', because: 'need_met' }),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect((await auditRows()).slice(0, 2)).toEqual([
      ['maja', 'support.start', 'done', lisa],
      ['maja', 'support.start', 'done', lisa],
    ])
  })
})
