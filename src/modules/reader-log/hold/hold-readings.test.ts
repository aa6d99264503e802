import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { joined, openMatter, tellFamily } from '#test/arrange.ts'
import { lisasPlan } from '#test/arrange-plan.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  deps,
  id,
  inHours,
  lisa,
  setClock,
  world,
} from '#test/world.ts'

const address = paths.readerLog.hold.to({ childId: lisa })
const log = paths.readerLog.show.to({ childId: lisa })
const held = {
  from: '2026-11-24',
  to: '',
  ground: 'reveals_place',
  why: 'Lisa och Sara bor <hemligt>.',
  again: '2027-02-01',
}
const read = async (who: Parameters<typeof as>[0], path = address) => (await as(who).get(path)).text()
const seesNurse = async () => (await read('sara', log)).includes('skolsköterska')
const holds = () =>
  admin.selectFrom('reading_hold').select(['id', 'reconsider_on', 'ended_at']).orderBy('decided_at').execute()
const tasks = () =>
  admin
    .selectFrom('task')
    .select(['due_on', 'done_at'])
    .where('kind', '=', 'reconsider_reading_hold')
    .orderBy('due_on')
    .execute()

describe('a unit holds back what it has read', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await lisasPlan()
    await joined('sofia', 'elevhalsan')
    await as('sofia').get(paths.plan.show.to({ childId: lisa }))
  })

  it('on the day it is read, and the family never sees it; the unit sees what it holds, why and until when', async () => {
    expect((await as('sofia').post(address, held)).status).toBe(303)
    setClock(inHours(24))
    expect(await seesNurse()).toBe(false)
    const page = await read('sofia')
    for (const words of [
      'Det här visas inte nu',
      'Vårt namn kan visa var barnet eller någon nära finns',
      'Lisa och Sara bor &lt;hemligt&gt;.',
      '1 februari 2027',
      'Familjen ser inte 24 november.',
    ])
      expect(page).toContain(words)
    expect(await tasks()).toEqual([{ due_on: '2027-02-01', done_at: null }])
  })

  it('for a day only, it holds that day only', async () => {
    await as('sofia').post(address, { ...held, to: '2026-11-24' })
    setClock(inHours(24))
    await as('sofia').get(paths.plan.show.to({ childId: lisa }))
    setClock(inHours(48))
    const page = await read('sara', log)
    expect(page).toContain('datetime="2026-11-25"')
    expect(page).not.toContain('datetime="2026-11-24"')
  })

  it('is not forgotten: it stays back until somebody thinks again, holds it anew or shows it', async () => {
    await as('sofia').post(address, held)
    const [first] = await holds()
    setClock(new Date('2027-02-20T11:00:00Z'))
    expect(await read('sara', `${log}?manad=2026-11`)).not.toContain('skolsköterska')
    const kept = { keep: first?.id ?? '', [`again-${first?.id}`]: '2027-05-01' }
    expect((await as('sofia').post(address, kept)).status).toBe(303)
    expect((await tasks()).map(({ due_on, done_at }) => [due_on, done_at !== null])).toEqual([
      ['2027-02-01', true],
      ['2027-05-01', false],
    ])
    const second = (await holds()).find(({ ended_at }) => ended_at === null)
    for (let time = 0; time < 2; time++)
      expect((await as('sofia').post(address, { end: second?.id ?? '' })).status).toBe(303)
    expect(await read('sara', `${log}?manad=2026-11`)).toContain('skolsköterska')
    expect((await tasks()).every(({ done_at }) => done_at !== null)).toBe(true)
  })

  it('whoever holds the function on the day reaches Lisa then, though the unit has long since left', async () => {
    await as('sofia').post(address, held)
    await sql`update assignment set valid_to = ${inHours(1)} where engagement_id = ${id('sofia at elevhalsan')}
      and (valid_to is null or valid_from < ${inHours(1)})`.execute(admin)
    setClock(new Date('2026-12-15T11:00:00Z'))
    expect((await as('sofia').get(address)).status).toBe(404)
    setClock(new Date('2027-02-01T11:00:00Z'))
    expect(await read('sofia', paths.tasks.to({}))).toContain('Titta igen på det ni inte visar')
    expect((await as('sofia').get(address)).status).toBe(200)
  })

  it('sent twice, it is one', async () => {
    for (let time = 0; time < 2; time++)
      await as('sofia').post(address, { ...held, submission: id('one hold') })
    expect(await holds()).toHaveLength(1)
  })

  it('in two tabs, the second is told that it is held already', async () => {
    await as('sofia').post(address, held)
    const second = await as('sofia').post(address, held)
    expect(second.status).toBe(422)
    expect(await second.text()).toContain('De dagarna syns redan inte.')
    expect(await holds()).toHaveLength(1)
  })

  it.each([
    ['no ground is chosen', { ground: '' }, 'ground'],
    ['nobody says why', { why: ' ' }, 'why'],
    ['nobody is to think again', { again: '' }, 'again'],
    ['the day to think again has been', { again: '2026-11-24' }, 'again'],
    ['it is for years', { again: '2028-01-01' }, 'again'],
    ['it ends before it begins', { to: '2026-11-23' }, 'to'],
  ])('gives the form back when %s', async (_, fault, field) => {
    const answer = await as('sofia').post(address, { ...held, ...fault })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(`<a href="#${field}">`)
    if (field !== 'why') expect(page).toContain('Lisa och Sara bor &lt;hemligt&gt;.')
    expect(await holds()).toEqual([])
  })

  it('is for the holder of the function, each for the own unit only', async () => {
    await as('sofia').post(address, held)
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['petra', 'ali', 'eva', 'sara', 'jonas', 'lisaSelf', 'karin'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address, held)])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(await read('maja')).not.toContain('hemligt')
    const [sofias] = await holds()
    await as('maja').post(address, { end: sofias?.id ?? '' })
    setClock(inHours(24))
    expect(await seesNurse()).toBe(false)
    const rows = await auditRows()
    expect(rows.filter(([, act]) => act === 'reader-log.hold').length).toBeGreaterThan(0)
  })

  it('behind the pages, nobody in the family sees that something is held back', async () => {
    await as('sofia').post(address, held)
    expect(
      await behindTheWalls('maja', lisa, (trx) =>
        trx.selectFrom('task').select('id').where('kind', '=', 'reconsider_reading_hold').execute(),
      ),
    ).toEqual([])
    for (const who of ['sara', 'jonas', 'maja', 'eva'] as const)
      expect(
        await behindTheWalls(who, lisa, (trx) => trx.selectFrom('reading_hold').select('id').execute()),
      ).toEqual([])
    await expect(
      behindTheWalls('sara', lisa, (trx) =>
        sql`insert into reading_question (child_id, id, event_id, day, unit_id, to_unit_id, body, asked_by, asked_at, due_on)
          values (${lisa}, ${deps.newId()}, ${deps.newId()}, '2026-11-24', ${id('elevhalsan')}, ${id('elevhalsan')}, 'x',
            ${id('sara')}, ${inHours(0)}, '2026-12-01')`.execute(trx),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})
