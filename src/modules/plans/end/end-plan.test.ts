import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisaWithPlan, tasksOf } from '#test/arrange-plan.ts'
import { admin, as, engagementOf, lisa, type Person, setClock, world } from '#test/world.ts'

const to = { childId: lisa }
const address = paths.plan.end.to(to)
const show = paths.plan.show.to(to)
const done = { because: 'goals_met', childFirst: 'told', about: 'Lisa vill fira.', after: 'close' }
const status = async (who: Person, path = show) => (await as(who).get(path)).status
const plan = () => admin.selectFrom('plan').select(['ended_at', 'ended_because']).executeTakeFirst()
const matter = () => admin.selectFrom('matter').select(['closed_at', 'outcome']).executeTakeFirst()
const events = async () =>
  (await admin.selectFrom('plan_event').select('kind').execute()).map(({ kind }) => kind)
const later = () => setClock(new Date('2026-11-24T12:00:00Z'))

describe('the end of a plan', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('Maja ends it with a reason; the family still reads it, and no other unit does', async () => {
    later()
    expect((await as('maja').post(address, done)).status).toBe(303)
    expect((await plan())?.ended_because).toBe('goals_met')
    expect((await matter())?.outcome).toBe('plan_ended')
    expect(await events()).toEqual(['plan_ended'])
    for (const who of ['sara', 'lisaSelf', 'maja'] as const)
      expect([who, await status(who)]).toEqual([who, 200])
    for (const who of ['ali', 'ingrid'] as const) expect([who, await status(who)]).toEqual([who, 404])
    expect(await (await as('sara').get(show)).text()).toContain('Det blev som vi ville.')
  })

  it('the own unit can go on helping, and a child who has not been told is told soon', async () => {
    later()
    await as('maja').post(address, { ...done, childFirst: 'not_told', after: 'own_support' })
    expect((await matter())?.closed_at).toBeNull()
    expect(await tasksOf('tell_child')).toMatchObject([{ engagement_id: engagementOf('maja'), done: false }])
  })

  it('what the child said is for those who write', async () => {
    later()
    await as('maja').post(address, done)
    const [row] = await admin.selectFrom('plan_ending').select('body').execute()
    expect(row?.body.includes('fira')).toBe(false)
    expect(await (await as('jonas').get(show)).text()).not.toContain('fira')
  })

  it('sent twice, it ends once', async () => {
    later()
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(address, { ...done, after: 'own_support' })).status).toBe(303)
    expect(await events()).toEqual(['plan_ended'])
  })

  it('Sara ends the collaboration and says no reason: from that moment nobody else reads, and Maja gets to know', async () => {
    later()
    const page = await (await as('sara').get(address)).text()
    expect(page).toContain('Det är helt okej att avsluta')
    expect(page).toContain('Familjestöd Alvesta och Simklubben Gäddan kan inte läsa planen mer')
    expect((await as('sara').post(address)).headers.get('location')).toBe(show)
    expect((await plan())?.ended_because).toBe('family_ended')
    expect((await matter())?.closed_at).toBeNull()
    for (const who of ['ali', 'ingrid'] as const) expect([who, await status(who)]).toEqual([who, 404])
    for (const who of ['sara', 'jonas', 'maja'] as const) expect([who, await status(who)]).toEqual([who, 200])
    expect(await tasksOf('family_ended')).toEqual([
      { engagement_id: engagementOf('maja'), due_on: '2026-11-26', done: false },
    ])
    expect(await events()).toEqual(['plan_ended'])
    expect((await as('sara').post(address)).status).toBe(303)

    await as('maja').post(address, { after: 'own_support' })
    expect((await tasksOf('family_ended'))[0]?.done).toBe(true)
  })

  it('Lisa is eight: her guardians end for her', async () => {
    expect(await status('lisaSelf', address)).toBe(404)
    expect((await as('lisaSelf').post(address)).status).toBe(404)
    expect((await plan())?.ended_at).toBeNull()
  })

  it('nothing can be written in a plan that has ended, and a new one can begin', async () => {
    later()
    await as('maja').post(address, { ...done, after: 'own_support' })
    expect(await status('maja', paths.plan.addAction.to(to))).toBe(404)
    const first = { what: 'Läsa', who: 'Petra Ek', when: 'Måndagar', followUpOn: '2026-12-15' }
    expect((await as('maja').post(paths.plan.start.to(to), first)).status).toBe(303)
    expect(await (await as('sara').get(show)).text()).not.toContain('avslutad')
  })

  it('needs a reason from those who carry it, and is for nobody else', async () => {
    const answer = await as('maja').post(address, { ...done, because: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Lisa vill fira.')
    for (const who of ['ali', 'ingrid', 'petra', 'eva'] as const)
      expect([await status(who, address), (await as(who).post(address, done)).status]).toEqual([404, 404])
    expect((await plan())?.ended_at).toBeNull()
  })
})
