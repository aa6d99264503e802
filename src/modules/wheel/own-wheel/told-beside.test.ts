import { beforeEach, describe, expect, it } from 'vitest'
import { lix } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { bar, joined, openMatter, tellFamily } from '#test/arrange.ts'
import { handOver } from '#test/beside.ts'
import { admin, as, behindTheWalls, engagementOf, id, lisa, type Person, people, world } from '#test/world.ts'

const address = paths.wheel.own.to({ childId: lisa })
const itemId = id('told beside')
const there = paths.wheel.changeStatement.to({ childId: lisa, itemId })
const readersPage = paths.wheel.readers.to({ childId: lisa, itemId })
const words = { submission: itemId, area: 'home', challenging: 'Det är stökigt hemma.' }
const said = 'Det är stökigt hemma.'
const item = () =>
  admin
    .selectFrom('item')
    .select(['readers', 'told_to', 'version'])
    .where('id', '=', itemId)
    .executeTakeFirst()
const waiting = () => admin.selectFrom('task').select(['kind', 'engagement_id', 'about_id']).execute()
const hangs = async (who: Person) => (await (await as(who).get(paths.tasks.to({}))).text()).includes(there)

/** What somebody reads of it, with nothing but the walls: its row, its words, that it is about home, and its task. */
const behind = (who: Person) =>
  behindTheWalls(who, lisa, async (trx) => {
    const [items, versions, statements, tasks] = await Promise.all([
      trx.selectFrom('item').select('id').where('id', '=', itemId).execute(),
      trx.selectFrom('item_version').select('item_id').where('item_id', '=', itemId).execute(),
      trx.selectFrom('statement').select('item_id').where('item_id', '=', itemId).execute(),
      trx.selectFrom('task').select('id').where('about_id', '=', itemId).execute(),
    ])
    return [items, versions, statements, tasks].map(({ length }) => length)
  })

/** Lisa has the device from an adult, and says how it is at home. */
async function tells(who: Person, readers: string) {
  const { beside } = await handOver(who)
  const answer = await beside.post(address, { ...words, readers })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${address}?tack=relationships`])
  return beside
}
const done = (beside: Awaited<ReturnType<typeof tells>>) => beside.post(paths.signOut.to({}))

describe('Lisa fills her wheel with Petra beside her', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await joined('ali', 'familjestod', 'whole')
  })

  it('finds it on her first page, and chooses for each thing who may read', async () => {
    const { beside } = await handOver('petra')
    expect(await (await beside.get(paths.childsDoor.home.to({ childId: lisa }))).text()).toContain(address)
    const form = await (await beside.get(`${address}?ruta=home`)).text()
    for (const text of ['Bara Petra Ek och jag', 'De som är med på mötet', 'Alla som är med runt mig'])
      expect(form).toContain(text)
    expect(form).toMatch(/value="told" checked/)
    expect(form).not.toContain('Bara Maja')
  })

  it('only Petra and me: Petra reads it, and it waits for her', async () => {
    await done(await tells('petra', 'told'))
    expect(await item()).toEqual({ readers: 'told', told_to: engagementOf('petra'), version: 1 })
    expect(await waiting()).toEqual([
      { kind: 'read_statement', engagement_id: engagementOf('petra'), about_id: itemId },
    ])
    await admin.updateTable('session').set({ ended_at: null }).where('id', '=', id('session petra')).execute()
    expect(await hangs('petra')).toBe(true)
    expect(await (await as('petra').get(there)).text()).toContain(said)
    await as('petra').post(paths.wheel.statementRead.to({ childId: lisa, itemId }))
    expect(await hangs('petra')).toBe(false)
  })

  it('and nobody else at all: not Maja who is BBA, no unit that takes part, no parent, and not her own eID', async () => {
    await done(await tells('petra', 'told'))
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of people.filter((one) => one !== 'petra')) {
      expect([who, await behind(who)]).toEqual([who, [0, 0, 0, 0]])
      for (const path of [there, readersPage]) {
        const answer = await as(who).get(path)
        expect([who, path, answer.status, await answer.text()]).toEqual([who, path, 404, missing])
      }
    }
    const wheel = paths.wheel.show.to({ childId: lisa })
    for (const who of ['maja', 'ali', 'sara', 'jonas', 'lisaSelf'] as const)
      for (const path of [wheel, paths.child.to({ childId: lisa }), ...(who === 'lisaSelf' ? [address] : [])])
        expect([who, path, (await (await as(who).get(path)).text()).includes(said)]).toEqual([
          who,
          path,
          false,
        ])
    expect(await hangs('maja')).toBe(false)
  })

  it('she meets it again beside Petra, and not beside Maja', async () => {
    const beside = await tells('petra', 'told')
    expect(await (await beside.get(address)).text()).toContain(readersPage)
    await done(beside)
    const withMaja = (await handOver('maja')).beside
    expect(await (await withMaja.get(address)).text()).not.toContain(readersPage)
    expect((await withMaja.get(readersPage)).status).toBe(404)
    expect((await withMaja.post(readersPage, { version: '1', readers: 'everyone' })).status).toBe(404)
    expect((await item())?.readers).toBe('told')
  })

  it('for the meeting Maja reads it; for Petra alone after all, no longer, and it waits for her no longer', async () => {
    const beside = await tells('petra', 'meeting')
    expect((await waiting()).map(({ engagement_id }) => engagement_id)).toEqual([engagementOf('maja')])
    expect([await behind('maja'), await behind('ali')]).toEqual([
      [1, 1, 1, 1],
      [0, 0, 0, 0],
    ])
    expect((await as('maja').get(there)).status).toBe(200)
    const page = await (await beside.get(readersPage)).text()
    for (const text of ['Du bestämmer vem som får läsa', 'Bara Petra Ek och jag'])
      expect(page).toContain(text)
    const changed = await beside.post(readersPage, { version: '1', readers: 'told' })
    expect([changed.status, changed.headers.get('location')]).toEqual([303, address])
    expect(await item()).toEqual({ readers: 'told', told_to: engagementOf('petra'), version: 2 })
    expect(await behind('maja')).toEqual([0, 0, 0, 0])
    expect((await as('maja').get(there)).status).toBe(404)
    expect(await hangs('maja')).toBe(false)
    const wider = await beside.post(readersPage, { version: '2', readers: 'everyone' })
    expect(wider.status).toBe(303)
    expect(await item()).toEqual({ readers: 'everyone', told_to: null, version: 3 })
    expect((await as('maja').get(there)).status).toBe(200)
    expect(await hangs('maja')).toBe(true)
  })

  it('Ali, of another unit, may be the one: he reads it, and the school does not', async () => {
    await done(await tells('ali', 'told'))
    await admin.updateTable('session').set({ ended_at: null }).where('id', '=', id('session ali')).execute()
    expect(await (await as('ali').get(there)).text()).toContain(said)
    expect(await hangs('ali')).toBe(true)
    for (const who of ['maja', 'petra', 'stig', 'sara'] as const)
      expect([who, await behind(who)]).toEqual([who, [0, 0, 0, 0]])
    await as('ali').post(paths.wheel.statementRead.to({ childId: lisa, itemId }))
    expect(await hangs('ali')).toBe(false)
  })

  it('who may no longer know of her reads it no longer', async () => {
    await done(await tells('petra', 'told'))
    await admin.deleteFrom('assignment').where('engagement_id', '=', engagementOf('petra')).execute()
    expect(await behind('petra')).toEqual([0, 0, 0, 0])
  })

  it('with her eID nobody can tell one adult in her name, nor give it to an adult who is not there', async () => {
    await as('lisaSelf').post(address, { ...words, readers: 'told' })
    expect(await item()).toMatchObject({ readers: 'unit', told_to: null })
    const forged = behindTheWalls('lisaSelf', lisa, (trx) =>
      trx
        .insertInto('item')
        .values({
          child_id: lisa,
          id: id('forged'),
          kind: 'statement',
          secrecy_unit_id: id('wall furuskolan'),
          readers: 'told',
          told_to: engagementOf('petra'),
          author_id: id('lisaSelf'),
          made_at: new Date(0),
        })
        .execute(),
    )
    await expect(forged).rejects.toMatchObject({ code: '42501' })
  })

  it('sent twice it is once, and nothing said comes back with what was chosen', async () => {
    const beside = await tells('petra', 'told')
    expect((await beside.post(address, { ...words, readers: 'told' })).status).toBe(303)
    expect(await waiting()).toHaveLength(1)
    const empty = await beside.post(address, { area: 'home', readers: 'meeting' })
    expect([empty.status, /value="meeting" checked/.test(await empty.text())]).toEqual([422, true])
  })

  it('before she has been told there is no wheel, with anybody beside her', async () => {
    const { beside } = await handOver('petra')
    await bar('lisaSelf')
    expect((await beside.post(address, words)).status).not.toBe(303)
    expect(await item()).toBeUndefined()
  })

  it('in easy words', async () => {
    const beside = await tells('petra', 'told')
    for (const path of [address, `${address}?ruta=learning`, readersPage]) {
      const main = /<main[\s\S]*<\/main>/.exec(await (await beside.get(path)).text())?.[0] ?? ''
      const text = main.replace(/<\/(h\d|p|li|button|a|label|legend|b|span)>/g, '. ').replace(/<[^>]+>/g, ' ')
      expect(lix(text), path).toBeLessThanOrEqual(25)
    }
  })
})
