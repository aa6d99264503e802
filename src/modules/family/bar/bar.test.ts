import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { joined, lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  lisa,
  noon,
  setClock,
  world,
} from '#test/world.ts'

const address = paths.family.bar.to({ childId: lisa })
const meeting = id('lisas meeting')
const hide = (thing: string, who = 'jonas') => ({ person: id(who), thing, why: 'Adressen syns i kallelsen' })
const seesMeeting = (who: 'sara' | 'jonas' | 'lisaSelf') =>
  behindTheWalls(
    who,
    lisa,
    async (trx) => (await trx.selectFrom('meeting').select('id').execute()).length === 1,
  )
const bars = () => admin.selectFrom('bar').select(['id', 'ended_at']).execute()

describe('the BBA hides one thing from one guardian', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await admin
      .insertInto('meeting')
      .values({
        child_id: lisa,
        id: meeting,
        matter_id: lisasMatter,
        state: 'called',
        starts_at: new Date('2026-12-03T13:00:00Z'),
        minutes: 45,
        made_by: id('maja'),
        made_at: noon,
      })
      .execute()
  })

  it('the meeting is gone for Jonas, and for Lisa whose eID he may hold, but not for Sara', async () => {
    const page = await (await as('maja').get(`${address}?sak=${meeting}`)).text()
    expect(page).toContain(`value="${meeting}" selected`)
    expect((await as('maja').post(address, hide(meeting))).status).toBe(303)
    expect(await Promise.all([seesMeeting('sara'), seesMeeting('jonas'), seesMeeting('lisaSelf')])).toEqual([
      true,
      false,
      false,
    ])
    const list = await (await as('maja').get(address)).text()
    expect(list).toContain('<b>Jonas Berg (pappa)</b> ser inte samverkansmötet, torsdag 3 december.')
    expect(list).toContain('Adressen syns i kallelsen')
    expect((await auditRows()).map(([who, act, outcome]) => [who, act, outcome])).toEqual([
      ['maja', 'family.open-bars', 'done'],
      ['maja', 'family.change-bar', 'done'],
      ['maja', 'family.open-bars', 'done'],
    ])
  })

  it('is taken away again, and shows at the next request', async () => {
    await as('maja').post(address, hide('allt'))
    expect(await seesMeeting('jonas')).toBe(false)
    const [row] = await bars()
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(address, { end: row?.id ?? '' })).status).toBe(303)
    expect(await seesMeeting('jonas')).toBe(true)
    expect(await (await as('maja').get(address)).text()).toContain('Inget är dolt för någon.')
  })

  it('sent twice, it is one', async () => {
    for (let time = 0; time < 2; time++) await as('maja').post(address, hide(meeting))
    expect(await bars()).toHaveLength(1)
  })

  it.each([
    ['nobody is chosen', { person: '' }, 'person'],
    ['a stranger is chosen', { person: id('karin') }, 'person'],
    ['the thing is not Lisa’s', { thing: id('another meeting') }, 'thing'],
    ['nobody says why', { why: ' ' }, 'why'],
  ])('gives the form back when %s', async (_, fault, field) => {
    const answer = await as('maja').post(address, { ...hide(meeting), ...fault })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`<a href="#${field}">`)
    if (field !== 'why') expect(page).toContain('Adressen syns i kallelsen')
    expect(await bars()).toEqual([])
  })

  it('is the BBA’s alone', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['petra', 'sofia', 'eva', 'sara', 'jonas', 'lisaSelf'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address, hide(meeting, 'sara'))])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(await bars()).toEqual([])
  })
})

describe('a decision that the law says must be considered anew', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
  })
  const decided = { ...hide('allt'), ground: 'lvu_14', reconsiderOn: '2027-02-10' }
  const reminders = () =>
    admin
      .selectFrom('task')
      .select(['due_on', 'engagement_id', 'done_at'])
      .where('kind', '=', 'reconsider_bar')
      .orderBy('due_on')
      .execute()

  it('reminds the one who decided, and waits for nobody in another unit or in the family', async () => {
    expect((await as('maja').post(address, decided)).status).toBe(303)
    expect(await reminders()).toEqual([
      { due_on: '2027-02-10', engagement_id: engagementOf('maja'), done_at: null },
    ])
    expect(await (await as('maja').get(address)).text()).toContain('Ska övervägas senast onsdag 10 februari')
    await joined('ali', 'familjestod')
    for (const who of ['ali', 'sofia', 'sara', 'jonas', 'lisaSelf'] as const) {
      const seen = await behindTheWalls(who, undefined, (trx) =>
        trx.selectFrom('task').select('id').where('kind', '=', 'reconsider_bar').execute(),
      )
      expect([who, seen]).toEqual([who, []])
    }
  })

  it('considered and kept, it comes back within three months; taken away, it does not', async () => {
    await as('maja').post(address, decided)
    const [row] = await bars()
    setClock(new Date('2027-02-10T11:00:00Z'))
    expect((await as('maja').post(address, { keep: row?.id ?? '' })).status).toBe(303)
    expect((await reminders()).map(({ due_on, done_at }) => [due_on, done_at !== null])).toEqual([
      ['2027-02-10', true],
      ['2027-05-10', false],
    ])
    await as('maja').post(address, { end: row?.id ?? '' })
    expect((await reminders()).every(({ done_at }) => done_at !== null)).toBe(true)
    expect((await as('maja').post(address, { keep: row?.id ?? '' })).status).toBe(404)
  })

  it('never later than the law says', async () => {
    const answer = await as('maja').post(address, { ...decided, reconsiderOn: '2027-06-01' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('inom tre månader')
    expect(await bars()).toEqual([])
  })
})
