import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { joined, openMatter, takeBack, tellFamily } from '#test/arrange.ts'
import { waitingTasks } from '#test/tasks.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  lisa,
  type Person,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = paths.wheel.ask.to({ childId: lisa })
const wheel = paths.wheel.show.to({ childId: lisa })
const itemId = id('the question')
const there = paths.wheel.answer.to({ childId: lisa, itemId })
const onRule = {
  submission: itemId,
  unit: id('elevhalsan'),
  area: 'learning',
  question: 'Har ni prövat Lisas <hörsel>?',
  dueOn: '2026-12-01',
  basis: 'ground',
  ground: 'ej_men',
  necessary: 'De har prövat hörseln.',
  relevant: 'Hon hör inte i klassrummet.',
  proportionate: 'Det är en fråga.',
}
const onConsent = {
  ...onRule,
  unit: id('familjestod'),
  basis: 'consent',
  ground: '',
  why: 'De träffar familjen.',
  confirmed: 'ja',
}
const hears = { answer: 'answered', working: 'Hon hör <bra>.' }

const pageOf = async (who: Person, path = there) => (await as(who).get(path)).text()

beforeEach(async () => {
  await world()
  await openMatter()
  await tellFamily('sara', 'jonas')
})

describe('Maja asks another unit one question', () => {
  it('the unit’s function holder gets it, and sees the child’s name and the question, nothing else', async () => {
    await as('maja').post(paths.wheel.start.to({ childId: lisa }), { areas: ['home', 'learning'] })
    await as('maja').post(paths.wheel.addStatement.to({ childId: lisa }), {
      voice: 'me',
      area: 'home',
      working: 'Hemligt för andra.',
    })
    expect((await as('maja').post(address, onRule)).status).toBe(303)
    expect(await waitingTasks()).toContainEqual({
      kind: 'answer_question',
      engagement_id: engagementOf('sofia'),
      about_id: itemId,
    })
    const page = await pageOf('sofia')
    for (const text of [
      'Lisa Holmgren',
      'Har ni prövat Lisas &lt;hörsel&gt;?',
      'Furuskolan',
      'Maja Lindgren',
    ])
      expect(page).toContain(text)
    for (const text of ['Hemligt', '2018', '8 år', 'Sara', 'mamma', 'Jonas', 'De har prövat hörseln'])
      expect(page).not.toContain(text)
    for (const path of [
      wheel,
      paths.wheel.analyse.to({ childId: lisa }),
      paths.wheel.notes.to({ childId: lisa }),
    ])
      expect((await as('sofia').get(path)).status).toBe(404)
    for (const table of ['statement', 'matter', 'gathering', 'guardianship', 'plan_event'] as const)
      expect(
        await behindTheWalls('sofia', lisa, (trx) => trx.selectFrom(table).select('child_id').execute()),
      ).toEqual([])
  })

  it('with the family’s yes it rests on it: unit and area must both be within', async () => {
    const asked = async (form: object) => (await as('maja').post(address, { ...onConsent, ...form })).status
    expect(await asked({})).toBe(422)
    await joined('ali', 'familjestod', 'whole', ['learning'])
    expect(await asked({ area: 'home' })).toBe(422)
    expect(await asked({ unit: id('elevhalsan') })).toBe(422)
    expect(await asked({})).toBe(303)
    expect(await pageOf('ali')).toContain('Familjen har sagt ja till att ni svarar')
    await takeBack('jonas', 'familjestod')
    expect((await as('ali').get(there)).status).toBe(404)
  })

  it.each([
    ['no unit is chosen', { unit: '' }, 'unit'],
    ['the unit is one’s own', { unit: id('furuskolan') }, 'unit'],
    ['nothing is asked', { question: ' ' }, 'question'],
    ['the day has been', { dueOn: '2026-11-23' }, 'dueOn'],
    ['there is no ground', { ground: '' }, 'ground'],
    ['the ground is not a school’s', { ground: 'halsa_social_underarig' }, 'ground'],
    ['the ground is hidden under a rule', { ground: 'samtycke' }, 'ground'],
    ['it is not said why they need it', { necessary: '' }, 'necessary'],
    ['it is not said why less is not enough', { proportionate: ' ' }, 'proportionate'],
    ['on consent it is not said why', { ...onConsent, why: '' }, 'why'],
    ['on consent the three words are not confirmed', { ...onConsent, confirmed: '' }, 'confirmed'],
  ])('gives the form back when %s', async (_, fault, field) => {
    const answer = await as('maja').post(address, { ...onRule, ...fault })
    const page = await answer.text()
    expect([answer.status, page.includes(`href="#${field}"`)]).toEqual([422, true])
    expect(await admin.selectFrom('source_question').select('item_id').execute()).toEqual([])
    expect(await admin.selectFrom('access_grant').select('id').execute()).toEqual([])
  })

  it('asked twice it is one, and without the log it is none', async () => {
    expect((await withoutAudit(() => as('maja').post(address, onRule))).status).toBe(503)
    for (let time = 0; time < 2; time++) expect((await as('maja').post(address, onRule)).status).toBe(303)
    expect(await waitingTasks()).toHaveLength(1)
  })

  it('only those who work with Lisa may ask, and only the unit that is asked may answer', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    await as('maja').post(address, onRule)
    for (const who of ['petra', 'ali', 'eva', 'sara', 'lisaSelf'] as const)
      for (const answer of [
        await as(who).post(address, onRule),
        await as(who).get(there),
        await as(who).post(there, hears),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect((await as('maja').post(there, hears)).status).toBe(404)
  })
})

describe('the source answers', () => {
  it('Sofia answers on a ground of her own, and it becomes her unit’s voice in the wheel', async () => {
    await as('maja').post(address, onRule)
    expect((await as('sofia').post(there, hears)).status).toBe(422)
    expect((await as('sofia').post(there, { ...hears, ground: 'emi_elevhalsa' })).status).toBe(422)
    const answer = await as('sofia').post(there, {
      ...hears,
      ground: 'emi_elevhalsa',
      necessary: 'Läraren behöver veta.',
      relevant: 'Det gäller lektionerna.',
      proportionate: 'Bara svaret.',
    })
    expect(answer.status).toBe(303)
    const [item] = await admin.selectFrom('item').selectAll().where('kind', '=', 'source_answer').execute()
    expect(item).toMatchObject({ secrecy_unit_id: id('wall elevhalsan'), author_id: id('sofia') })
    expect(await waitingTasks()).toEqual([
      { kind: 'question_answered', engagement_id: engagementOf('maja'), about_id: itemId },
    ])
    for (const path of [there, wheel]) expect(await pageOf('maja', path)).toContain('Hon hör &lt;bra&gt;.')
    expect(await pageOf('maja', wheel)).toContain('Elevhälsan i Alvesta')
    expect((await as('maja').post(paths.wheel.answerRead.to({ childId: lisa, itemId }))).status).toBe(303)
    expect(await waitingTasks()).toEqual([])
    expect((await auditRows()).map(([, act, outcome]) => [act, outcome])).toContainEqual([
      'wheel.answer-question',
      'invalid',
    ])
  })

  it('on the family’s yes the answer ends with it', async () => {
    await joined('ali', 'familjestod', 'whole', ['learning'])
    await as('maja').post(address, onConsent)
    expect((await as('ali').post(there, hears)).status).toBe(303)
    expect(await pageOf('maja', wheel)).toContain('Hon hör')
    await takeBack('sara', 'familjestod')
    expect(await pageOf('maja', wheel)).not.toContain('Hon hör')
  })

  it('and also when nobody takes the yes back, but it runs out', async () => {
    await joined('ali', 'familjestod', 'whole', ['learning'])
    await as('maja').post(address, onConsent)
    await as('ali').post(there, hears)
    setClock(new Date('2027-02-24T12:00:00Z'))
    expect(await pageOf('maja', wheel)).not.toContain('Hon hör')
  })

  it('"kan inte svara" looks the same from one who knows Lisa well as from one who has never met her', async () => {
    const cannot = { answer: 'cannot_answer', working: 'Hon hör bra, men det säger jag inte.' }
    const seen = []
    for (const [who, unit] of [
      ['sofia', 'elevhalsan'],
      ['ali', 'familjestod'],
    ] as const) {
      await world()
      await openMatter()
      await tellFamily('sara')
      await as('maja').post(address, { ...onRule, unit: id(unit) })
      expect((await as(who).post(there, cannot)).status).toBe(303)
      const pages = [await pageOf('maja'), await pageOf('maja', wheel)]
      seen.push(pages.map((page) => page.replaceAll(/Elevhälsan i Alvesta|Familjestöd Alvesta/g, 'De')))
      expect(await waitingTasks()).toMatchObject([{ kind: 'question_answered' }])
    }
    expect(seen[0]).toEqual(seen[1])
    expect(seen[0]?.[0]).toContain('Kan inte svara.')
    const kept = await admin.selectFrom('item').select('kind').where('kind', '=', 'source_answer').execute()
    expect(kept).toEqual([])
  })

  it('Maja got the answer on the telephone, and writes it down as her own unit’s', async () => {
    await as('maja').post(address, onRule)
    const telephone = paths.wheel.byTelephone.to({ childId: lisa, itemId })
    expect((await as('sofia').post(telephone, hears)).status).toBe(404)
    expect((await as('maja').post(telephone, hears)).status).toBe(303)
    expect(await pageOf('maja', wheel)).toContain('Hon hör')
    expect(await pageOf('maja', wheel)).toContain('Telefon')
    expect(await waitingTasks()).toEqual([])
    const late = await as('sofia').post(there, {
      ...hears,
      working: 'Det vet vi inte.',
      ground: 'ej_men',
      necessary: 'x',
      relevant: 'x',
      proportionate: 'x',
    })
    expect([late.status, (await late.text()).includes('Det vet vi inte.')]).toEqual([409, true])
    expect(await pageOf('sofia')).toContain('Tack, frågan är besvarad')
    expect(await pageOf('sofia')).not.toContain('Hon hör')
  })
})
