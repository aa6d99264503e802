import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import type { ItemReaders } from '#shared/schema.ts'
import { joined, openMatter, tellFamily } from '#test/arrange.ts'
import { admin, as, auditRows, id, inHours, lisa, setClock, withoutAudit, world } from '#test/world.ts'

const at = { childId: lisa }
const itemId = id('lisas words')
const address = paths.wheel.readers.to({ ...at, itemId })
const there = paths.wheel.changeStatement.to({ ...at, itemId })

const says = (readers: ItemReaders, who: 'petra' | 'lisaSelf' = 'petra') =>
  as(who).post(paths.wheel.addStatement.to(at), {
    submission: itemId,
    voice: 'child',
    area: 'home',
    challenging: 'Det är stökigt på morgonen.',
    readers,
  })
const item = () =>
  admin.selectFrom('item').select(['readers', 'version']).where('id', '=', itemId).executeTakeFirstOrThrow()
const reads = async (who: 'maja' | 'ali' | 'sara') => (await as(who).get(there)).status

/** Somebody reads Lisa's words on a grant of their own. */
async function shown(to: { to_unit_id: string } | { to_person_id: string }) {
  await admin
    .insertInto('access_grant')
    .values({
      child_id: lisa,
      id: id(`grant ${Object.values(to)}`),
      kind: 'item_version',
      item_id: itemId,
      item_version: 1,
      from_secrecy_unit_id: id('wall furuskolan'),
      legal_ground: 'ej_men',
      decided_by: id('maja'),
      decided_at: inHours(1),
      valid_to: inHours(2000),
      ...to,
    })
    .execute()
  setClock(inHours(2))
}

describe('Lisa changes her mind about who may read', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara', 'lisaSelf')
    await as('maja').post(paths.wheel.start.to(at), { areas: ['home'] })
  })

  it('only Petra, after all: from that moment Maja, Ali and Sara read nothing', async () => {
    await joined('ali', 'familjestod')
    await says('everyone')
    await shown({ to_unit_id: id('familjestod') })
    await shown({ to_person_id: id('sara') })
    expect([await reads('maja'), await reads('ali'), await reads('sara')]).toEqual([200, 200, 200])
    expect(await (await as('petra').get(there)).text()).toContain(`href="${address}"`)
    const form = await (await as('petra').get(address)).text()
    expect(form).toContain('Lisa bestämmer vem som får läsa')

    const answer = await as('petra').post(address, { version: '1', readers: 'told' })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${paths.wheel.show.to(at)}#hjulet-home`,
    ])
    expect([await reads('maja'), await reads('ali'), await reads('sara')]).toEqual([404, 404, 404])
    expect(await item()).toEqual({ readers: 'told', version: 2 })
    const grants = await admin
      .selectFrom('access_grant')
      .select('ended_by')
      .where('item_id', '=', itemId)
      .execute()
    expect(grants).toEqual([{ ended_by: id('petra') }, { ended_by: id('petra') }])
    expect((await auditRows()).filter(([, act]) => act === 'wheel.change-readers')).toEqual([
      ['petra', 'wheel.change-readers', 'done', lisa],
    ])
  })

  it('only the meeting: a unit that is not there reads no longer, one that is goes on', async () => {
    await joined('ali', 'familjestod')
    await says('everyone')
    await shown({ to_unit_id: id('familjestod') })
    await shown({ to_unit_id: id('elevhalsan') })
    await as('petra').post(address, { version: '1', readers: 'meeting' })
    const open = await admin
      .selectFrom('access_grant')
      .select('to_unit_id')
      .where('item_id', '=', itemId)
      .where('ended_at', 'is', null)
      .execute()
    expect(open).toEqual([{ to_unit_id: id('familjestod') }])
  })

  it('more only when Lisa wants it, and then colleagues read it too', async () => {
    await says('told')
    expect(await reads('maja')).toBe(404)
    const without = await as('petra').post(address, { version: '1', readers: 'meeting' })
    expect([without.status, (await without.text()).includes('href="#childWants"')]).toEqual([422, true])
    expect((await item()).readers).toBe('told')
    const wanted = await as('petra').post(address, { version: '1', readers: 'meeting', childWants: 'ja' })
    expect(wanted.status).toBe(303)
    expect(await reads('maja')).toBe(200)
    expect(await (await as('maja').get(there)).text()).toContain('Det är stökigt på morgonen.')
  })

  it('Lisa does it herself, and does not see it afterwards', async () => {
    await says('everyone', 'lisaSelf')
    expect((await as('lisaSelf').post(address, { version: '1', readers: 'told' })).status).toBe(422)
    expect((await as('lisaSelf').post(address, { version: '1', readers: 'unit' })).status).toBe(303)
    expect((await item()).readers).toBe('unit')
    expect((await as('lisaSelf').get(there)).status).toBe(404)
    expect(await reads('maja')).toBe(200)
  })

  it('changed meanwhile: both are shown, and nothing is overwritten; sent twice is once', async () => {
    await says('everyone')
    for (let time = 0; time < 2; time++)
      expect((await as('petra').post(address, { version: '1', readers: 'meeting' })).status).toBe(303)
    expect(await item()).toEqual({ readers: 'meeting', version: 2 })
    const late = await as('petra').post(address, { version: '1', readers: 'told' })
    expect(late.status).toBe(409)
    expect(await item()).toEqual({ readers: 'meeting', version: 2 })
  })

  it('is for nobody but the one who wrote it down, and nothing without the log', async () => {
    await says('everyone')
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['maja', 'stig', 'sofia', 'eva', 'sara', 'lisaSelf'] as const)
      for (const answer of [
        await as(who).get(address),
        await as(who).post(address, { version: '1', readers: 'told' }),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(
      (await withoutAudit(() => as('petra').post(address, { version: '1', readers: 'told' }))).status,
    ).toBe(503)
    expect((await item()).readers).toBe('everyone')
  })
})
