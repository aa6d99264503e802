import { beforeEach, describe, expect, it } from 'vitest'
import { lix } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { joined, openMatter, tellFamily } from '#test/arrange.ts'
import { handOver } from '#test/beside.ts'
import { admin, as, behindTheWalls, engagementOf, id, lisa, type Person, people, world } from '#test/world.ts'

// Lisa has told Petra something that nobody else may read, and Petra leaves.

const at = { childId: lisa }
const wheel = paths.wheel.own.to(at)
const home = paths.childsDoor.home.to(at)
const itemId = id('told and left')
const there = paths.wheel.readers.to({ ...at, itemId })
const statement = paths.wheel.changeStatement.to({ ...at, itemId })
const said = 'Det är stökigt hemma.'
const words = { submission: itemId, area: 'home', challenging: said, readers: 'told' }
const asks = 'Vem ska få läsa det du har berättat?'
const waits = 'en vuxen som inte kan läsa det längre'
const item = () =>
  admin.selectFrom('item').select(['readers', 'told_to']).where('id', '=', itemId).executeTakeFirst()
const readers = (who: 'told' | 'meeting' | 'everyone') => ({ version: '1', readers: who })
const chooses = (beside: Beside, who: 'told' | 'meeting' | 'everyone') => beside.post(there, readers(who))
type Beside = Awaited<ReturnType<typeof handOver>>['beside']
/** Whom it waits for, and whom it has waited for. */
const waiting = async () =>
  (
    await admin
      .selectFrom('task')
      .select(['engagement_id', 'done_at'])
      .where('about_id', '=', itemId)
      .orderBy('done_at')
      .orderBy('made_at')
      .execute()
  ).map(({ engagement_id, done_at }) => [engagement_id, done_at === null])
const hangs = async (who: Person) =>
  (await (await as(who).get(paths.tasks.to({}))).text()).includes(statement)
const signsIn = (who: Person) =>
  admin
    .updateTable('session')
    .set({ ended_at: null })
    .where('id', '=', id(`session ${who}`))
    .execute()
async function besideOf(who: 'petra' | 'maja' | 'ali') {
  await signsIn(who)
  return (await handOver(who)).beside
}
const leaves = () =>
  admin
    .updateTable('engagement')
    .set({ valid_to: '2026-11-22' })
    .where('id', '=', engagementOf('petra'))
    .execute()
/** Reads the words, with nothing but the walls. */
const reads = (who: Person) =>
  behindTheWalls(who, lisa, (trx) =>
    trx.selectFrom('item_version').select('item_id').where('item_id', '=', itemId).execute(),
  ).then((found) => found.length > 0)

describe('Lisa has told Petra alone, and Petra is there no longer', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await joined('ali', 'familjestod', 'whole')
    const beside = await besideOf('petra')
    expect((await beside.post(wheel, words)).status).toBe(303)
    await beside.post(paths.signOut.to({}))
  })

  it('while Petra is there nobody is asked anything, and Maja is told nothing', async () => {
    const beside = await besideOf('maja')
    expect(await (await beside.get(home)).text()).not.toContain(asks)
    expect([(await beside.get(there)).status, (await chooses(beside, 'everyone')).status]).toEqual([404, 404])
    await signsIn('maja')
    expect(await (await as('maja').get(paths.child.to(at))).text()).not.toContain(waits)
  })

  it('nothing is opened by itself: nobody at all reads it', async () => {
    await leaves()
    for (const who of people) expect([who, await reads(who)]).toEqual([who, false])
    expect(await item()).toEqual({ readers: 'told', told_to: engagementOf('petra') })
  })

  it('Maja reads that something waits, not what, about what or to whom; nobody else reads even that', async () => {
    await leaves()
    const page = await (await as('maja').get(paths.child.to(at))).text()
    const note = page.slice(page.indexOf('Fråga barnet'), page.indexOf('välja vem som får läsa det'))
    expect(note).toContain(waits)
    for (const secret of [said, 'Petra', 'Hemmet', statement, there]) expect(note).not.toContain(secret)
    for (const who of ['ali', 'sara', 'jonas', 'lisaSelf'] as const) {
      expect([who, (await (await as(who).get(paths.child.to(at))).text()).includes(waits)]).toEqual([
        who,
        false,
      ])
      const asked = behindTheWalls(who, lisa, (trx) =>
        trx.selectNoFrom((eb) => eb.fn<boolean>('waits_for_the_child', [eb.val(lisa)]).as('waits')).execute(),
      )
      expect(await asked).toEqual([{ waits: false }])
    }
  })

  it('beside Maja Lisa is asked, without her words on the screen, and need not choose', async () => {
    await leaves()
    const beside = await besideOf('maja')
    const first = await (await beside.get(home)).text()
    expect(first).toContain(asks)
    expect(first).toContain(there)
    const page = await (await beside.get(there)).text()
    for (const text of [
      'Du berättade något för Petra Ek',
      'Bara Maja Lindgren och jag',
      'Du måste inte välja nu',
    ])
      expect(page).toContain(text)
    expect(page).not.toMatch(/checked|Det är stökigt|Hemmet/)
    expect((await beside.post(there, { version: '1' })).status).toBe(422)
    expect((await item())?.told_to).toBe(engagementOf('petra'))
  })

  it('Maja alone instead: Maja reads it and it waits for her; still no colleague, unit or parent', async () => {
    await leaves()
    const beside = await besideOf('maja')
    const chosen = await chooses(beside, 'told')
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, `${wheel}?tack=`])
    expect(await item()).toEqual({ readers: 'told', told_to: engagementOf('maja') })
    expect(await (await beside.get(home)).text()).not.toContain(asks)
    expect((await chooses(beside, 'told')).status).toBe(303)
    await beside.post(paths.signOut.to({}))
    await signsIn('maja')
    expect([await hangs('maja'), await (await as('maja').get(statement)).text()]).toEqual([
      true,
      expect.stringContaining(said),
    ])
    for (const who of people.filter((one) => one !== 'maja'))
      expect([who, await reads(who)]).toEqual([who, false])
    expect(await waiting()).toEqual([
      [engagementOf('petra'), false],
      [engagementOf('maja'), true],
    ])
  })

  it('with Ali beside her, for the meeting: then Maja reads it', async () => {
    await leaves()
    expect((await chooses(await besideOf('ali'), 'meeting')).status).toBe(303)
    expect([await reads('maja'), await reads('petra'), await reads('sara')]).toEqual([true, false, false])
    expect(await hangs('maja')).toBe(true)
  })

  it('with her eID, which a parent may hold, she is asked nothing and can open nothing', async () => {
    await leaves()
    expect(await (await as('lisaSelf').get(home)).text()).not.toContain(asks)
    expect([
      (await as('lisaSelf').get(there)).status,
      (await as('lisaSelf').post(there, readers('everyone'))).status,
    ]).toEqual([404, 404])
    expect((await item())?.readers).toBe('told')
  })

  it('Petra who no longer works with her is gone for her too', async () => {
    await admin.deleteFrom('assignment').where('engagement_id', '=', engagementOf('petra')).execute()
    expect(await (await (await besideOf('maja')).get(home)).text()).toContain(asks)
  })

  it('who takes over from Petra is not told that Lisa had told her something', async () => {
    await leaves()
    const held = await behindTheWalls('maja', undefined, (trx) =>
      trx.selectFrom('task').select('id').where('about_id', '=', itemId).execute(),
    )
    expect(held).toEqual([])
    for (const path of [paths.tasks.to({}), paths.unheld.to({})])
      expect(await (await as('maja').get(path)).text()).not.toContain('Petra Ek')
  })

  it('in easy words', async () => {
    await leaves()
    const beside = await besideOf('maja')
    for (const path of [home, there]) {
      const main = /<main[\s\S]*<\/main>/.exec(await (await beside.get(path)).text())?.[0] ?? ''
      const text = main.replace(/<\/(h\d|p|li|button|a|label|legend|b|span)>/g, '. ').replace(/<[^>]+>/g, ' ')
      expect(lix(text), path).toBeLessThanOrEqual(25)
    }
  })
})

describe('Lisa changes her mind about who may read, back and forth', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara', 'jonas', 'lisaSelf')
  })
  const change = async (beside: Beside, version: number, who: string) =>
    expect((await beside.post(there, { version: String(version), readers: who })).status).toBe(303)

  it('it waits once for each who may read it', async () => {
    const beside = await besideOf('petra')
    await beside.post(wheel, { ...words, readers: 'meeting' })
    await change(beside, 1, 'told')
    await change(beside, 2, 'meeting')
    await change(beside, 3, 'told')
    await change(beside, 4, 'everyone')
    const open = (await waiting()).filter(([, isOpen]) => isOpen)
    expect(open).toEqual([[engagementOf('maja'), true]])
    expect([await hangs('maja'), await hangs('stig')]).toEqual([true, false])
  })

  it('and no more for somebody who has read it already', async () => {
    const beside = await besideOf('petra')
    await beside.post(wheel, { ...words, readers: 'meeting' })
    await signsIn('maja')
    await as('maja').post(paths.wheel.statementRead.to({ ...at, itemId }))
    await change(beside, 1, 'told')
    await change(beside, 2, 'meeting')
    expect(await hangs('maja')).toBe(false)
  })

  it('what waits for Petra alone stays with her when the work goes to another', async () => {
    const beside = await besideOf('petra')
    await beside.post(wheel, words)
    await admin
      .updateTable('task')
      .set({ engagement_id: engagementOf('stig') })
      .where('engagement_id', '=', engagementOf('petra'))
      .execute()
    expect(await waiting()).toEqual([[engagementOf('petra'), true]])
  })
})
