import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar } from '#test/arrange.ts'
import { actions, goals, lisaWithPlan } from '#test/arrange-plan.ts'
import { admin, as, id, inHours, lisa, type Person, setClock, world } from '#test/world.ts'

const to = { childId: lisa }
const address = paths.plan.versions.to(to)
const show = paths.plan.show.to(to)
const reading = {
  version: '1',
  what: 'Läsa tillsammans, 20 minuter',
  who: 'Petra Ek, lärare',
  unit: id('furuskolan'),
  when: 'Varje dag',
  goal: goals.book,
  state: 'ongoing',
}
const pageOf = async (who: Person, path = address) => (await as(who).get(path)).text()
const nextWeek = () => setClock(new Date('2026-12-01T11:00:00Z'))

describe('what has changed', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
    for (const who of ['sara', 'jonas', 'maja'] as const) await as(who).get(show)
    nextWeek()
    await as('maja').post(paths.plan.changeAction.to({ ...to, partId: actions.reading }), reading)
  })

  it('since one last looked, on an earlier day, in sentences', async () => {
    const page = await pageOf('sara', show)
    expect(page).toContain('Nytt sedan du tittade 24 november')
    expect(page).toContain('”Läsa tillsammans, 20 minuter” har en ny tid: Varje dag.')
    expect(await pageOf('sara', show)).toContain('Nytt sedan du tittade 24 november')
  })

  it('with what has happened around it, and that an answer has come', async () => {
    await admin
      .insertInto('plan_event')
      .values({
        child_id: lisa,
        id: id('a follow-up'),
        matter_id: id('lisas matter'),
        kind: 'followed_up',
        about_id: null,
        at: new Date('2026-11-30T11:00:00Z'),
      })
      .execute()
    expect(await pageOf('sara', show)).toContain('Vi har pratat om hur det går med planen.')
  })

  it('is no news to the one who wrote it, nor to one who looks for the first time', async () => {
    expect(await pageOf('maja', show)).not.toContain('Nytt sedan')
    expect(await pageOf('ali', show)).not.toContain('Nytt sedan')
  })

  it('stands by its days, and each day can be read again', async () => {
    const page = await pageOf('sara')
    expect(page).toContain('har en ny tid: Varje dag.')
    expect(page.replace(/<[^>]+>/g, '')).not.toMatch(/version/i)
    const [, earlier] = [...page.matchAll(/href="([^"]*\?da=\d+)"/g)].map(([, href]) => href)
    const then = await pageOf('sara', earlier)
    expect(then).toContain('Så såg planen ut 17 november 2026')
    expect(then).toContain('Måndag och torsdag')
    expect(then).not.toContain('Varje dag<')
  })

  it('of a part that is kept from Jonas, nothing: not in what is new, not among the days', async () => {
    await bar('jonas', actions.reading)
    expect(await pageOf('jonas', show)).not.toContain('Nytt sedan')
    const page = await pageOf('jonas')
    expect(page.match(/\?da=/g)).toHaveLength(1)
    expect(page).not.toContain('Läsa tillsammans')
  })

  it('of what stood there before a party came, nothing', async () => {
    await admin
      .updateTable('access_grant')
      .set({ reads_from: inHours(24 * 20) })
      .where('to_unit_id', '=', id('familjestod'))
      .execute()
    const days = [...(await pageOf('ali')).matchAll(/href="([^"]*\?da=\d+)"/g)].map(([, href]) => href)
    for (const day of days) expect(await pageOf('ali', day)).not.toContain('Måndag och torsdag')
    expect(await pageOf('ali', show)).toContain('Varje dag')
  })

  it('a party with its own part sees the days of its own', async () => {
    expect((await pageOf('ingrid')).match(/\?da=/g)).toHaveLength(1)
    expect((await as('eva').get(address)).status).toBe(404)
  })
})
