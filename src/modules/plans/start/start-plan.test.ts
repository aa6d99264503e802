import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { joined, openMatter, tellFamily } from '#test/arrange.ts'
import { lisasPlan, partVersions, tasksOf } from '#test/arrange-plan.ts'
import { admin, as, engagementOf, id, lisa, withoutAudit, world } from '#test/world.ts'

const address = paths.plan.start.to({ childId: lisa })
const show = paths.plan.show.to({ childId: lisa })
const first = {
  words: 'Jag vill läsa en hel bok själv.',
  areas: 'learning',
  what: 'Läsa tillsammans',
  who: 'Petra Ek, lärare',
  unit: id('furuskolan'),
  when: 'Måndagar',
  followUpOn: '2026-12-15',
  followUpTime: '14:30',
}
const plans = () => admin.selectFrom('plan').selectAll().execute()

describe('starting a plan', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'lisaSelf')
    await joined('ali', 'familjestod')
  })

  it('five answers make a plan: one action, contacts, who is responsible, and a day to ask again', async () => {
    expect((await as('maja').post(address, first)).headers.get('location')).toBe(show)
    expect((await partVersions()).map(({ kind }) => kind).sort()).toEqual(['action', 'contact', 'goal'])
    const page = await (await as('sara').get(show)).text()
    for (const text of [
      'Jag vill läsa en hel bok själv.',
      'Läsa tillsammans',
      'Maja Lindgren, rektor',
      'Tisdag 15 december klockan 14.30',
    ])
      expect(page).toContain(text)
    expect(await tasksOf('follow_up')).toEqual([
      { engagement_id: engagementOf('maja'), due_on: '2026-12-15', done: false },
    ])
    const events = await admin.selectFrom('plan_event').select('kind').execute()
    expect(events).toEqual([{ kind: 'plan_started' }])
  })

  it('the unit that does something has its contact from the start, and is asked whether it goes along', async () => {
    await as('maja').post(address, { ...first, who: 'Ali Rahimi', unit: id('familjestod') })
    const contacts = await admin
      .selectFrom('plan_part')
      .select('engagement_id')
      .where('kind', '=', 'contact')
      .execute()
    expect(contacts.map((row) => row.engagement_id).sort()).toEqual(
      [engagementOf('ali'), engagementOf('maja')].sort(),
    )
    expect((await tasksOf('agree_to_plan')).map((task) => task.engagement_id)).toEqual([engagementOf('ali')])
  })

  it('sent twice, it is one', async () => {
    const submission = '11111111-1111-4111-8111-111111111111'
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(address, { ...first, submission })).status).toBe(303)
    expect(await plans()).toHaveLength(1)
    expect(await tasksOf('follow_up')).toHaveLength(1)
  })

  it('a plan that somebody else has started is not overwritten', async () => {
    await lisasPlan()
    const answer = await as('maja').post(address, first)
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain('Jag vill läsa en hel bok själv.')
    expect(page).toContain('Simskola på lördagar')
    expect(await plans()).toHaveLength(1)
  })

  it.each([
    ['no day is set', { followUpOn: '' }, 'followUpOn', 'Välj en dag när ni följer upp'],
    ['the day has been', { followUpOn: '2026-11-23' }, 'followUpOn', 'Dagen har redan varit'],
    ['the clock is no clock', { followUpTime: '25:00' }, 'followUpTime', 'Skriv klockslaget som'],
    ['nothing says when', { when: '' }, 'when', 'Skriv när'],
  ])('gives the form back when %s', async (_, fault, field, message) => {
    const answer = await as('maja').post(address, { ...first, ...fault })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`<a href="#${field}">${message}`)
    expect(page).toContain('Jag vill läsa en hel bok själv.')
    expect(await plans()).toEqual([])
  })

  it('is for those who carry the matter', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['ali', 'petra', 'sara', 'lisaSelf', 'eva'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address, first)])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(await plans()).toEqual([])
  })

  it('starts nothing when the log cannot be written', async () => {
    expect((await withoutAudit(() => as('maja').post(address, first))).status).toBe(503)
    expect(await plans()).toEqual([])
  })
})
