import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { actions, goals, lisaWithPlan, partVersions, planVersion, tasksOf } from '#test/arrange-plan.ts'
import {
  admin,
  as,
  auditRows,
  engagementOf,
  id,
  lisa,
  type Person,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'

const to = { childId: lisa }
const add = paths.plan.addAction.to(to)
const change = (partId: string) => paths.plan.changeAction.to({ ...to, partId })
const show = paths.plan.show.to(to)
const music = {
  version: '1',
  what: 'Sjunga i kör <3',
  who: 'Petra Ek',
  unit: id('furuskolan'),
  when: 'Onsdagar',
  toChild: 'Du får sjunga.',
}
const reading = {
  version: '1',
  what: 'Läsa tillsammans, 20 minuter',
  who: 'Petra Ek, lärare',
  unit: id('furuskolan'),
  when: 'Måndag och torsdag',
  endsOn: '2026-12-22',
  toChild: 'Petra läser med dig. Ni väljer boken ihop.',
  goal: goals.book,
  state: 'ongoing',
}
const pageOf = async (who: Person, path = show) => (await as(who).get(path)).text()
const written = async () => (await partVersions()).filter(({ from_version }) => from_version > 1)

describe('the actions of a plan', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('Maja adds one; it is a new version, it names Petra, and everybody who reads the whole sees it', async () => {
    expect((await as('maja').post(add, music)).headers.get('location')).toBe(show)
    expect(await planVersion()).toBe(2)
    const [row] = await admin
      .selectFrom('plan_part')
      .select(['from_version', 'state', 'unit_id', 'engagement_id'])
      .where('from_version', '=', 2)
      .execute()
    expect(row).toEqual({
      from_version: 2,
      state: 'ongoing',
      unit_id: id('furuskolan'),
      engagement_id: engagementOf('petra'),
    })
    for (const who of ['ali', 'sara', 'lisaSelf'] as const)
      expect(await pageOf(who)).toContain('Sjunga i kör &lt;3')
    expect(await pageOf('ingrid')).not.toContain('kör')
    expect((await auditRows())[0]).toEqual(['maja', 'plan.save-action', 'done', lisa])
    const events = await admin.selectFrom('plan_event').select(['kind', 'matter_id']).execute()
    expect(events).toEqual([{ kind: 'plan_changed', matter_id: id('lisas matter') }])
  })

  it('the family can do it alone, without a unit', async () => {
    await as('maja').post(add, { ...music, who: 'Mamma', unit: '' })
    const [row] = await admin
      .selectFrom('plan_part')
      .select('unit_id')
      .where('from_version', '=', 2)
      .execute()
    expect(row).toEqual({ unit_id: null })
  })

  it('sent twice, it is one; saved unchanged, it is no new version', async () => {
    const submission = '11111111-1111-4111-8111-111111111111'
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(add, { ...music, submission })).status).toBe(303)
    expect(await planVersion()).toBe(2)
    expect((await as('maja').post(change(actions.reading), { ...reading, version: '2' })).status).toBe(303)
    expect(await planVersion()).toBe(2)
  })

  it('a change keeps what was there before', async () => {
    await as('maja').post(change(actions.reading), { ...reading, when: 'Varje dag' })
    const rows = (await partVersions()).filter(({ part_id }) => part_id === actions.reading)
    expect(rows.map(({ from_version, to_version }) => [from_version, to_version])).toEqual([
      [1, 2],
      [2, null],
    ])
    expect(await pageOf('sara')).toContain('Varje dag, till 22 december')
  })

  it('when two save at once, one is let through and the other sees both texts', async () => {
    const first = as('maja').post(change(actions.reading), { ...reading, when: 'Varje dag' })
    const second = as('maja').post(change(actions.reading), { ...reading, what: 'Läsa <högt>' })
    const answers = await Promise.all([first, second])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const page = (await answers.find(({ status }) => status === 409)?.text()) ?? ''
    expect(page).toContain('Någon annan hann spara före dig')
    expect(page).toContain('name="version" value="2"')
    expect(page).toMatch(/Så skrev du[\s\S]*Läsa[\s\S]*Så står det nu[\s\S]*Läsa/)
    expect(await planVersion()).toBe(2)
  })

  it.each(['', '0', 'sju', '99999999999'])('overwrites nothing when version %j was seen', async (version) => {
    expect((await as('maja').post(add, { ...music, version })).status).toBe(409)
    expect(await written()).toEqual([])
  })

  it('what somebody else took away meanwhile is told, and can be saved again', async () => {
    await as('maja').post(change(actions.reading), { ...reading, outcome: 'end' })
    expect(await pageOf('sara')).not.toContain('Läsa tillsammans')
    const late = await as('maja').post(change(actions.reading), { ...reading, what: 'Läsa högt' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('(avslutat)')
    await as('maja').post(change(actions.reading), { ...reading, what: 'Läsa högt', version: '2' })
    expect(await pageOf('sara')).toContain('Läsa högt')
  })

  it.each([
    ['nothing is said of what', { what: ' ' }, 'what', 'Skriv vilket stöd det är'],
    ['nobody does it', { who: '' }, 'who', 'Skriv vem som gör det'],
    ['nothing says when', { when: '' }, 'when', 'Skriv när, med ord eller med dagar'],
    ['a day does not exist', { endsOn: '2027-02-30' }, 'endsOn', 'Skriv dagen som'],
    [
      'it ends before it begins',
      { startsOn: '2027-02-02', endsOn: '2027-02-01' },
      'endsOn',
      'Sista dagen kan inte vara före',
    ],
    ['the unit takes no part', { unit: id('lillaskolan') }, 'unit', 'Välj ett ställe ur listan'],
    [
      'it is kept from somebody without a reason',
      { hideFrom: id('jonas') },
      'hideWhy',
      'Skriv varför, med en mening',
    ],
  ])('gives the form back when %s', async (_, fault, field, message) => {
    const answer = await as('maja').post(add, { ...music, ...fault })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`<a href="#${field}">${message}`)
    if (field !== 'what') expect(page).toContain('value="Sjunga i kör &lt;3"')
    expect(page).toContain('name="version" value="1"')
    expect(await written()).toEqual([])
  })

  it('an action kept from Jonas is never there for him: no version, no news, no conflict', async () => {
    const read = async () => (await pageOf('jonas')).replace(/name="submission" value="[^"]+"/g, '')
    const before = await read()
    const why = 'Jonas ska inte veta var Lisa är då.'
    const answer = await as('maja').post(add, { ...music, hideFrom: id('jonas'), hideWhy: why })
    expect(answer.status).toBe(303)
    expect(await read()).toBe(before)
    expect(await pageOf('sara')).toContain('Sjunga i kör')
    expect(await pageOf('lisaSelf')).not.toContain('Sjunga i kör')
    expect(await pageOf('ali')).not.toContain(why)
    setClock(new Date('2026-11-26T08:00:00Z'))
    expect(await pageOf('jonas')).not.toContain('Nytt sedan du tittade')
  })

  it('a unit that comes into the plan gets a contact, who is asked whether it goes along', async () => {
    await admin.deleteFrom('plan_part').where('unit_id', '=', id('familjestod')).execute()
    await as('maja').post(add, { ...music, who: 'Ali Rahimi', unit: id('familjestod') })
    const contact = (await written()).filter(({ kind }) => kind === 'contact')
    expect(contact).toHaveLength(1)
    expect(await tasksOf('agree_to_plan')).toEqual([
      { engagement_id: engagementOf('ali'), due_on: '2026-12-01', done: false },
    ])
  })

  it('is hidden from all who do not write the plan', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['ali', 'ingrid', 'petra', 'sara', 'jonas', 'lisaSelf', 'eva'] as const)
      for (const answer of [
        await as(who).get(add),
        await as(who).post(add, music),
        await as(who).get(change(actions.reading)),
        await as(who).post(change(actions.reading), reading),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(await written()).toEqual([])
  })

  it('nothing is saved when the log cannot be written, and the text comes back', async () => {
    const answer = await withoutAudit(() => as('maja').post(add, music))
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('Sjunga i kör')
    expect(await written()).toEqual([])
  })
})
