import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { notBegun } from '#test/arrange-organisation.ts'
import { askAli, asks, question } from '#test/consultations.ts'
import { admin, as, id, lisa, world } from '#test/world.ts'

const at = { childId: lisa }
const tasks = paths.tasks.to({})
const hub = paths.child.to(at)
const textOf = async (who: Parameters<typeof as>[0], path: string) => (await as(who).get(path)).text()
const status = async (who: Parameters<typeof as>[0], path: string) => (await as(who).get(path)).status

beforeEach(async () => {
  await world()
  await openMatter()
  await tellFamily('sara', 'jonas')
})

describe('questions without a name have not begun in Ljungby', () => {
  const list = `href="${paths.consultation.list.to({})}"`
  const school = { unitId: id('lillaskolan') }
  const askSchool = paths.consultation.ask.to(school)

  it('Petra in Alvesta is told to call them, and asks the others as before', async () => {
    await notBegun('0781', 'unnamed_question')
    const unit = await textOf('petra', paths.directory.unit.to(school))
    expect(unit).toContain('Frågor utan namn har inte börjat mellan er än. Ring och fråga.')
    expect(unit).not.toContain(askSchool)
    const page = await textOf('petra', askSchool)
    expect([page.includes('Ring dem i stället'), page.includes('<textarea')]).toEqual([true, false])
    const missing = await as('petra').post(paths.consultation.ask.to({ unitId: id('none') }), {})
    const answer = await as('petra').post(askSchool, { words: question })
    expect([answer.status, await answer.text()]).toEqual([404, await missing.text()])
    expect(await admin.selectFrom('consultation').select('id').execute()).toEqual([])
    expect((await asks('petra')).thread).not.toBe('')
  })

  it('Eva there cannot ask anybody, and has no way to it among her tasks', async () => {
    expect(await textOf('eva', tasks)).toContain(list)
    await notBegun('0781', 'unnamed_question')
    expect(await textOf('eva', tasks)).not.toContain(list)
    expect((await as('eva').post(askAli, { words: question })).status).toBe(404)
  })

  it('what has been asked is read, answered and ended as before', async () => {
    const { thread } = await asks('petra')
    await notBegun('0764', 'unnamed_question')
    for (const who of ['petra', 'ali'] as const) expect(await textOf(who, tasks)).toContain(list)
    expect(await textOf('maja', hub)).toContain(paths.consultation.link.to(at))
    expect((await as('ali').post(thread, { words: 'Börja med frukost.' })).status).toBe(303)
    expect(await textOf('petra', thread)).toContain('Börja med frukost.')
    expect((await as('petra').post(`${thread}/stang`)).status).toBe(303)
  })

  it('there is no way to it from a child where nobody has asked', async () => {
    expect(await textOf('maja', hub)).toContain(paths.consultation.link.to(at))
    await notBegun('0764', 'unnamed_question')
    expect(await textOf('maja', hub)).not.toContain(paths.consultation.link.to(at))
  })
})

describe('links have not begun in Alvesta', () => {
  const ask = paths.wheel.askAdult.to(at)
  const asked = {
    ...{
      submission: id('the question'),
      voice: 'new_adult',
      adultCalled: 'tränaren',
      adultName: 'Kalle Boll',
    },
    ...{ area: 'relationships', question: 'Hur har hon det?', dueOn: '2026-12-01', basis: 'consent' },
    ...{ yes: 'Sara och Jonas', why: 'De träffas varje vecka.', confirmed: 'ja' },
  }

  it('Maja is told to call and write down what she hears', async () => {
    await as('maja').post(paths.wheel.start.to(at), { areas: ['relationships'], dueOn: '2026-12-20' })
    expect(await textOf('maja', paths.wheel.show.to(at))).toContain(ask)
    await notBegun('0764', 'answer_link')
    expect(await textOf('maja', paths.wheel.show.to(at))).not.toContain(ask)
    const page = await textOf('maja', ask)
    expect([page.includes('Skriv in det du får höra'), page.includes('<textarea')]).toEqual([true, false])
    expect((await as('maja').post(ask, asked)).status).toBe(404)
    expect(await admin.selectFrom('answer_link').select('item_id').execute()).toEqual([])
  })

  it('one that was sent is still answered, and read', async () => {
    expect((await as('maja').post(ask, asked)).status).toBe(303)
    await notBegun('0764', 'answer_link')
    const there = paths.wheel.answer.to({ ...at, itemId: asked.submission })
    const link = /http:\/\/localhost(\/svara\/[\w-]{43})/.exec(await textOf('maja', there))?.[1] ?? ''
    expect(await status('nobody', link)).toBe(200)
    expect((await as('nobody').post(link, { working: 'Hon skrattar.', challenging: '' })).status).toBe(303)
    expect(await textOf('maja', there)).toContain('Hon skrattar.')
  })
})

describe('hand-overs have not begun in Ljungby', () => {
  const prepare = paths.handover.prepare.to(at)
  const toEva = { submission: id('the hand-over'), unit: id('lillaskolan'), why: 'Lisa flyttar.' }
  const offer = paths.handover.offer.to({ ...at, handoverId: toEva.submission })
  const sentences = { necessary: 'De tar över.', relevant: 'Det är skolan.', proportionate: 'Bara det.' }

  it('Lillåskolan cannot be chosen, and Maja is told to hand over on paper', async () => {
    await notBegun('0781', 'handover')
    const page = await textOf('maja', prepare)
    expect(page).not.toContain('Lillåskolan')
    expect(page).toContain('De som inte står i listan har inte börjat med överlämning här än.')
    expect((await as('maja').post(prepare, toEva)).status).toBe(422)
    expect(await status('maja', paths.handover.givePaper.to(at))).toBe(200)
    expect((await as('maja').post(prepare, { ...toEva, unit: id('familjestod') })).status).toBe(303)
  })

  it('where the own municipality has not begun, everything goes on paper', async () => {
    await notBegun('0764', 'handover')
    const page = await textOf('maja', prepare)
    expect(page).toContain(paths.handover.givePaper.to(at))
    expect([page.includes('Familjestöd Alvesta'), page.includes('<select')]).toEqual([false, false])
  })

  it('one that is on its way is offered and taken as before', async () => {
    expect((await as('maja').post(prepare, toEva)).status).toBe(303)
    await notBegun('0781', 'handover')
    const rule = { basis: 'ground', ground: 'ej_men', ...sentences }
    expect((await as('maja').post(offer, rule)).status).toBe(303)
    const accept = paths.handover.accept.to({ ...at, handoverId: toEva.submission })
    expect((await as('eva').post(accept)).status).toBe(303)
  })
})
