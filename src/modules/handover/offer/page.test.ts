import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisasBox, openMatter, tellFamily } from '#test/arrange.ts'
import { actions, goals, lineOf, lisasPlan, lisaWithPlan } from '#test/arrange-plan.ts'
import { admin, as, auditRows, engagementOf, id, lisa, noon, type Person, world } from '#test/world.ts'
import { reasonBody } from '../handover-store.ts'

const at = { childId: lisa }
const handoverId = id('the hand-over')
const ids = { ...at, handoverId }
const there = paths.handover.show.to(ids)
const offer = paths.handover.offer.to(ids)
const sentences = {
  necessary: 'De ska ge <stödet>.',
  relevant: 'Det hör till deras uppgift.',
  proportionate: 'Bara det som behövs följer med.',
}
const onRule = { basis: 'ground', ground: 'ej_men', ...sentences }
const toAli = { submission: handoverId, unit: id('familjestod'), why: 'Familjen behöver stöd hemma.' }
const saraIsTold = `${id('sara')}.2026-11-23.mamma`
const pageOf = async (who: Person, path: string) => (await as(who).get(path)).text()
const prepareFor = (form: object) => as('maja').post(paths.handover.prepare.to(at), { ...toAli, ...form })
const state = async () => (await admin.selectFrom('handover').select('state').execute())[0]?.state

describe('the page that goes along, chosen line by line', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'lisaSelf')
    await lisasPlan()
    await prepareFor({})
  })

  it('Maja sees what the plan says and what the family has been told, and nothing is chosen', async () => {
    const page = await pageOf('maja', offer)
    for (const text of [
      'Jag vill läsa en hel bok själv.',
      'Läsa tillsammans, 20 minuter',
      'Mamma fick veta vad Kronobarn är, 23 november 2026.',
      'Lisa fick veta vad Kronobarn är, 23 november 2026.',
    ])
      expect(page).toContain(text)
    // What is over is not handed over; the guardian's name is not needed.
    for (const text of ['Samtal om sömn', 'Sara', 'Pappa fick veta']) expect(page).not.toContain(text)
    expect(page).not.toMatch(/checkbox[^>]*checked/)
  })

  it('Ali reads the lines that were chosen, on what ground, and no others', async () => {
    const chosen = { wish: lineOf(goals.book), action: lineOf(actions.reading), told: saraIsTold }
    expect((await as('maja').post(offer, { ...onRule, ...chosen })).status).toBe(303)
    const page = await pageOf('ali', there)
    for (const text of [
      'Det här vill Lisa',
      'Jag vill läsa en hel bok själv.',
      'Läsa tillsammans, 20 minuter',
      'Petra Ek, lärare, Måndag och torsdag',
      'Mamma fick veta vad Kronobarn är',
      'Det skadar varken barnet eller någon nära att det berättas',
    ])
      expect(page).toContain(text)
    for (const text of ['lugnt på morgonen', 'Simskola', 'Lisa fick veta', 'De ska ge'])
      expect(page).not.toContain(text)
    expect((await as('ali').get(paths.plan.show.to(at))).status).toBe(404)
    expect((await auditRows()).at(-2)).toEqual(['ali', 'handover.show', 'done', lisa])
  })

  it('what is changed in the plan afterwards does not change the page', async () => {
    await as('maja').post(offer, { ...onRule, action: lineOf(actions.reading) })
    await admin
      .updateTable('plan_part')
      .set({ to_at: noon, to_version: 2 })
      .where('part_id', '=', actions.reading)
      .execute()
    expect(await pageOf('ali', there)).toContain('Läsa tillsammans, 20 minuter')
  })
})

describe('the three sentences of the golden rule', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await prepareFor({})
  })

  it('are kept sealed when nothing at all is chosen, and only the givers read them', async () => {
    expect((await as('maja').post(offer, onRule)).status).toBe(303)
    const [row] = await admin.selectFrom('handover_reason').select('body').execute()
    const place = { table: 'handover_reason', column: 'body', row: handoverId, version: 1 }
    const kept = row && (await lisasBox()).open(place, row.body, reasonBody)
    expect(kept && Object.values(kept).map((said) => said.reveal())).toEqual(Object.values(sentences))
    expect(await pageOf('maja', there)).toContain('De ska ge &lt;stödet&gt;.')
    expect(await pageOf('ali', there)).not.toContain('De ska ge')
    await as('ali').post(paths.handover.accept.to(ids))
    expect(await pageOf('ali', there)).not.toContain('De ska ge')
    expect(await pageOf('maja', there)).toContain('De ska ge &lt;stödet&gt;.')
  })

  it('one is missing: nothing is offered, and what was written is given back', async () => {
    const answer = await as('maja').post(offer, { ...onRule, relevant: ' ' })
    const page = await answer.text()
    expect([answer.status, page.includes('De ska ge &lt;stödet&gt;.')]).toEqual([422, true])
    expect(await state()).toBe('prepared')
    expect(await admin.selectFrom('handover_reason').selectAll().execute()).toEqual([])
  })
})

describe('a unit that takes part in the plan already', () => {
  const partBefore = { childId: lisa, handoverId }
  const plan = paths.plan.show.to(at)

  it.each([
    ['sends it back', 'ali', paths.handover.sendBack.to(partBefore)],
    ['is asked no more', 'maja', paths.handover.takeBack.to(partBefore)],
  ] as const)(
    'goes on reading it when it %s, also when all came in the same moment',
    async (_, who, path) => {
      await world()
      await lisaWithPlan()
      // Let in and asked in one moment: what the offer opened is told from what was open.
      await admin
        .updateTable('assignment')
        .set({ valid_from: noon })
        .where('engagement_id', '=', engagementOf('ali'))
        .execute()
      await prepareFor({})
      expect((await as('maja').post(offer, { ...onRule, action: lineOf(actions.reading) })).status).toBe(303)
      expect((await as('ali').get(plan)).status).toBe(200)
      expect((await as(who).post(path, { answer: 'Vi gör vår del i planen.' })).status).toBe(303)
      expect((await as('ali').get(plan)).status).toBe(200)
      expect((await as('ali').get(there)).status).toBe(404)
    },
  )

  it('on its yes only the areas that the yes is about go along', async () => {
    await world()
    await lisaWithPlan()
    await prepareFor({})
    const onYes = { basis: 'consent' }
    const outside = await as('maja').post(offer, { ...onYes, action: lineOf(actions.pictures) })
    expect([outside.status, (await outside.text()).includes('href="#action"')]).toEqual([422, true])
    expect(await state()).toBe('prepared')
    const inside = { wish: lineOf(goals.book), action: lineOf(actions.reading), told: saraIsTold }
    expect((await as('maja').post(offer, { ...onYes, ...inside })).status).toBe(303)
    expect(await admin.selectFrom('handover_reason').selectAll().execute()).toEqual([])
  })
})
