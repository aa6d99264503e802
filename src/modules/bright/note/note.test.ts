import { beforeEach, describe, expect, it } from 'vitest'
import { lix } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { bar } from '#test/arrange.ts'
import { lisasPlanId, lisaWithPlan } from '#test/arrange-plan.ts'
import { watchSeals } from '#test/seals.ts'
import { mainText } from '#test/words.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  id,
  inHours,
  lisa,
  noon,
  type Person,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'

const seals = watchSeals()
const at = { childId: lisa }
const address = paths.bright.note.to(at)
const back = paths.bright.takeBack.to(at)
const plan = paths.plan.show.to(at)
const childs = paths.plan.childsReading.to(at)
const home = paths.childsDoor.home.to(at)
const words = 'Lisa läste en hel sida högt.'
const note = (who: Person, text = words, submission = `${who} went well`) =>
  as(who).post(address, { submission: id(submission), words: text })
const read = async (who: Person, path: string) => (await as(who).get(path)).text()
const sees = async (who: Person, path: string, text = words) => (await read(who, path)).includes(text)
const rows = () => admin.selectFrom('bright_moment').selectAll().orderBy('written_at').execute()
const nextDay = () => setClock(inHours(22))

describe('what went well', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('Ali reads who will see it and when, notes it from the plan, and it lies sealed', async () => {
    expect(await read('ali', plan)).toContain(`href="${address}"`)
    const form = await read('ali', address)
    expect(form).toContain('Läses av Lisa först. Från onsdag 25 november av alla som läser planen.')
    const sent = await note('ali')
    expect([sent.status, sent.headers.get('location')]).toEqual([303, address])
    expect(await read('ali', address)).toContain('De andra ser det från onsdag 25 november.')
    const [row] = await rows()
    expect([row?.unit_id, row?.is_child, row?.opens_on]).toEqual([id('familjestod'), false, '2026-11-25'])
    expect(row?.body.includes('sida')).toBe(false)
    expect(seals.some(({ place, texts }) => place.table === 'bright_moment' && texts.includes(words))).toBe(
      true,
    )
    expect((await auditRows()).filter(([, act]) => act === 'bright.note')).toEqual([
      ['ali', 'bright.note', 'done', lisa],
    ])
  })

  it('Lisa sees it first, at the top of each of her pages; the others on the next working day', async () => {
    await note('ali')
    for (const path of [home, childs, address])
      expect([path, await sees('lisaSelf', path)]).toEqual([path, true])
    const page = await read('lisaSelf', childs)
    expect(page.indexOf(words)).toBeLessThan(page.indexOf('Det här händer sen'))
    expect(lix(mainText(page))).toBeLessThanOrEqual(25)
    for (const who of ['sara', 'jonas', 'maja'] as const)
      for (const path of [plan, childs, address]) expect([who, await sees(who, path)]).toEqual([who, false])
    nextDay()
    for (const who of ['sara', 'jonas', 'maja', 'lisaSelf'] as const)
      for (const path of [plan, childs, address]) expect([who, await sees(who, path)]).toEqual([who, true])
    expect(await read('sara', plan)).toContain('Ali Rahimi, Familjestöd')
  })

  it('written on a Friday it is Lisa’s over the weekend', async () => {
    setClock(new Date('2026-11-27T12:00:00Z'))
    await note('maja')
    setClock(new Date('2026-11-29T12:00:00Z'))
    expect([await sees('sara', plan), await sees('lisaSelf', childs)]).toEqual([false, true])
    setClock(new Date('2026-11-30T12:00:00Z'))
    expect(await sees('sara', plan)).toBe(true)
  })

  it('what Lisa writes herself is there for all who read her plan, the newest first', async () => {
    await note('sara', 'Vi skrattade hela vägen hem.')
    setClock(inHours(1))
    const own = await read('lisaSelf', address)
    expect(own).toContain('Läses av alla som läser din plan.')
    const soon = paths.childsDoor.write.to({ childId: lisa })
    expect(own).toContain(`<a href="${soon}">Skriv till den vuxna som håller ihop hjälpen</a>`)
    expect(await read('sara', address)).not.toContain('Det kan dröja innan')
    await note('lisaSelf', 'Jag vågade!')
    expect(await sees('maja', plan, 'Jag vågade!')).toBe(true)
    expect(await sees('maja', plan, 'hela vägen hem')).toBe(false)
    nextDay()
    const page = await read('maja', address)
    expect(page.indexOf('Jag vågade!')).toBeLessThan(page.indexOf('hela vägen hem'))
    expect(page).toContain('Mamma, ')
  })

  it('is among what is new since one looked', async () => {
    for (const who of ['sara', 'lisaSelf'] as const) await read(who, plan)
    setClock(inHours(1))
    await note('ali')
    setClock(inHours(48))
    const isNew = 'Det finns en ny ljusglimt.'
    for (const who of ['sara', 'lisaSelf'] as const) expect(await sees(who, plan, isNew)).toBe(true)
    expect(await sees('ali', plan, isNew)).toBe(false)
  })

  it('Ingrid, who has a part of her own, notes hers and reads hers', async () => {
    await note('ali')
    await note('ingrid', 'Lisa simmade femtio meter.')
    nextDay()
    expect(await sees('sara', plan, 'femtio meter')).toBe(true)
    const page = await read('ingrid', plan)
    expect([page.includes('femtio meter'), page.includes(words)]).toEqual([true, false])
  })

  it('what comes from a unit that Jonas must not know of is neither his nor Lisa’s, whose eID he may hold', async () => {
    await note('ali')
    nextDay()
    await bar('jonas', id('familjestod'))
    for (const who of ['jonas', 'lisaSelf'] as const)
      for (const path of [plan, childs, address]) expect([who, await sees(who, path)]).toEqual([who, false])
    expect(await sees('sara', plan)).toBe(true)
  })

  it('whoever wrote it takes it back, and then nobody has it', async () => {
    await note('ali')
    const moment = (await rows())[0]?.id ?? ''
    nextDay()
    for (const who of ['maja', 'sara', 'lisaSelf', 'eva'] as const)
      expect([who, (await as(who).post(back, { moment })).status]).toEqual([who, 404])
    expect(await read('sara', address)).not.toContain('Ta tillbaka')
    expect((await as('ali').post(back, { moment })).headers.get('location')).toBe(address)
    for (const who of ['ali', 'maja', 'sara', 'lisaSelf'] as const)
      expect([who, await sees(who, address)]).toEqual([who, false])
    expect((await as('ali').post(back, { moment })).status).toBe(404)
    expect((await as('ali').post(back, {})).status).toBe(404)
  })

  it('sent twice it is one, gone back to with other words it is another; without words it says so', async () => {
    await Promise.all([note('ali'), note('ali')])
    expect(await rows()).toHaveLength(1)
    await note('ali', 'Hon hjälpte en kompis.')
    expect(await rows()).toHaveLength(2)
    const empty = await note('ali', ' ')
    expect([empty.status, (await empty.text()).includes('href="#words"')]).toEqual([422, true])
  })

  it('is not there for anybody else: a stranger, a colleague without the work, a unit without a grant, a barred guardian', async () => {
    await bar('jonas')
    const missing = await read('eva', '/ingenting')
    for (const who of ['eva', 'petra', 'sofia', 'karin', 'jonas'] as const) {
      const page = await as(who).get(address)
      expect([who, page.status, await page.text()]).toEqual([who, 404, missing])
      expect((await note(who)).status).toBe(404)
    }
    expect(await rows()).toEqual([])
  })

  it('the walls hold by themselves: not early, not in another’s name, not in a plan of which one reads nothing', async () => {
    const write = (who: 'ali' | 'sara' | 'sofia', over: object) =>
      behindTheWalls(who, lisa, (trx) =>
        trx
          .insertInto('bright_moment')
          .values({
            child_id: lisa,
            plan_id: lisasPlanId,
            id: id('by hand'),
            body: Buffer.from('x'),
            is_child: false,
            unit_id: who === 'sara' ? null : id('familjestod'),
            written_by: id(who),
            written_at: noon,
            opens_on: '2026-11-25',
            ...over,
          })
          .execute(),
      )
    for (const [who, over] of [
      ['ali', { opens_on: '2026-11-24' }],
      ['ali', { is_child: true }],
      ['ali', { written_by: id('maja') }],
      ['ali', { unit_id: id('furuskolan') }],
      ['sara', { unit_id: id('furuskolan') }],
      ['sofia', { unit_id: id('elevhalsan') }],
    ] as const)
      await expect(write(who, over), `${who} ${JSON.stringify(over)}`).rejects.toThrow()
    await write('ali', {})
  })

  it('when the plan has ended it is read, and nothing is added', async () => {
    await note('ali')
    nextDay()
    await admin
      .updateTable('plan')
      .set({ ended_at: inHours(1), ended_because: 'goals_met' })
      .where('id', '=', lisasPlanId)
      .execute()
    const page = await read('sara', address)
    expect([page.includes(words), page.includes('<textarea')]).toEqual([true, false])
    expect((await note('sara')).status).toBe(404)
  })

  it('shows nothing when the log cannot be written', async () => {
    expect((await withoutAudit(() => as('sara').get(address))).status).toBe(503)
  })
})
