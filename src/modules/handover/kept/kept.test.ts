import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter } from '#test/arrange.ts'
import { callMeeting } from '#test/arrange-meeting.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { admin, as, auditRows, id, inHours, lisa, type Person, setClock, world } from '#test/world.ts'

const at = { childId: lisa }
const said = { submission: id('what maja saw'), voice: 'me', area: 'learning' }
const address = paths.handover.kept.to(at)
const child = paths.child.to(at)
const pageOf = async (who: Person, path: string) => (await as(who).get(path)).text()

/** The school's meeting was held, and the health service says yes to taking over the whole. */
async function moveToBirgit() {
  await admin.updateTable('meeting').set({ state: 'held' }).execute()
  const handoverId = id('the hand-over')
  const prepared = { submission: handoverId, unit: id('bvc'), why: 'De kan hjälpa familjen hemma.' }
  await as('maja').post(paths.handover.prepare.to(at), prepared)
  await as('maja').post(paths.handover.offer.to({ ...at, handoverId }), {
    basis: 'ground',
    ground: 'ej_men',
    necessary: 'De ska ge stödet.',
    relevant: 'Det hör till deras uppgift.',
    proportionate: 'Bara det som behövs.',
  })
  setClock(inHours(1))
  expect((await as('birgit').post(paths.handover.accept.to({ ...at, handoverId }))).status).toBe(303)
}

describe('what a unit has written stays with it when the matter moves', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
    await callMeeting()
  })

  it('Maja finds it from Lisa’s page, and reads the plan and the meeting; nothing there can be changed', async () => {
    await moveToBirgit()
    expect(await pageOf('maja', child)).toContain(`href="${address}"`)
    const page = await pageOf('maja', address)
    expect(page).toContain('Läsa tillsammans')
    expect(page).toContain('Samverkansmöte')
    expect(page).toContain('En annan verksamhet är ansvarig nu.')
    expect(page).not.toContain('<form method="post" action="/barn')
    expect((await auditRows()).at(-1)).toEqual(['maja', 'handover.kept', 'done', lisa])
  })

  it('what Birgit writes afterwards is not on it', async () => {
    await moveToBirgit()
    const started = await as('birgit').post(paths.plan.start.to(at), {
      words: 'Jag vill sova gott.',
      areas: 'health',
      what: 'Prata om kvällarna',
      who: 'Birgit Holm',
      unit: id('bvc'),
      when: 'Varannan vecka',
      followUpOn: '2026-12-15',
      followUpTime: '14:30',
    })
    expect(started.status).toBe(303)
    const page = await pageOf('maja', address)
    expect(page).toContain('Läsa tillsammans')
    expect(page).not.toContain('Jag vill sova gott.')
    expect(page).not.toContain('Prata om kvällarna')
  })

  it('its notes and what it wrote in the wheel stay too, and nothing that others said', async () => {
    const note = { submission: id('a note'), text: 'Lisa ville rita i går.' }
    await as('maja').post(paths.wheel.notes.to(at), note)
    await as('maja').post(paths.wheel.addStatement.to(at), { ...said, working: 'Lisa läser för småbarnen.' })
    const saras = { submission: id('saras'), area: 'home', working: 'Vi lagar mat ihop.' }
    await as('sara').post(paths.wheel.addStatement.to(at), saras)
    await moveToBirgit()
    setClock(inHours(2))
    const later = { submission: id('birgits note'), text: 'Birgit vill höra mer.' }
    await as('birgit').post(paths.wheel.notes.to(at), later)
    const page = await pageOf('maja', address)
    for (const words of [note.text, 'Lisa läser för småbarnen.']) expect(page).toContain(words)
    for (const words of [later.text, saras.working]) expect(page).not.toContain(words)
    expect(await pageOf('birgit', paths.wheel.notes.to(at))).toContain(later.text)
  })

  it('Sara reads the day after that the school has read what it wrote', async () => {
    await moveToBirgit()
    await pageOf('maja', address)
    setClock(inHours(48))
    expect(await pageOf('sara', paths.readerLog.show.to(at))).toContain('läste det som de skrev förut')
  })

  it('is there for nobody else, and for nobody while the school carries it', async () => {
    const missing = await pageOf('eva', '/ingenting')
    for (const who of ['maja', 'ali', 'sara', 'jonas', 'lisaSelf', 'eva'] as const) {
      const answer = await as(who).get(address)
      expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    }
    await moveToBirgit()
    expect(await pageOf('stig', child)).not.toContain(address)
    for (const who of ['birgit', 'stig', 'ali', 'sara', 'eva'] as const)
      expect([who, (await as(who).get(address)).status]).toEqual([who, 404])
  })
})

describe('without a plan', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
  })

  it('notes alone are there to be read, for those who worked with Lisa and nobody else', async () => {
    await as('maja').post(paths.wheel.notes.to(at), { submission: id('a note'), text: 'Lisa ville rita.' })
    const missing = await pageOf('eva', '/ingenting')
    expect(await pageOf('maja', address)).toBe(missing)
    await moveToBirgit()
    expect(await pageOf('maja', child)).toContain(`href="${address}"`)
    expect(await pageOf('maja', address)).toContain('Lisa ville rita.')
    for (const who of ['birgit', 'stig', 'ali', 'sara', 'lisaSelf', 'eva'] as const) {
      const answer = await as(who).get(address)
      expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    }
  })
})
