import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisaWithPlan, tasksOf } from '#test/arrange-plan.ts'
import { as, engagementOf, id, lisa, setClock, world } from '#test/world.ts'
import { readingAddress } from '../readings.ts'

const to = { childId: lisa }
const address = paths.plan.lead.to(to)
const ask = (who: Parameters<typeof engagementOf>[0]) =>
  as('maja').post(address, { act: 'ask', who: engagementOf(who) })
const leads = async () => {
  const page = await (await as('sara').get(readingAddress(lisa, 'whole'))).text()
  return />Samverkansansvarig<[\s\S]*?<\/dt><dd>([^<,]+)/.exec(page)?.[1]
}
const add = paths.plan.addAction.to(to)
const action = {
  version: '1',
  what: 'Läxhjälp',
  who: 'Ali Rahimi',
  unit: id('familjestod'),
  when: 'Tisdagar',
}

describe('the one who leads the collaboration', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('is the BBA until Ali, who was asked, says yes; then he writes too, and the follow-up waits for him', async () => {
    expect((await ask('ali')).status).toBe(303)
    expect(await leads()).toBe('Maja Lindgren')
    expect(await tasksOf('accept_collaboration')).toEqual([
      { engagement_id: engagementOf('ali'), due_on: '2026-12-01', done: false },
    ])
    expect((await as('ali').post(add, action)).status).toBe(404)
    expect(await (await as('ali').get(address)).text()).toContain('Ja, jag tar det')

    expect((await as('ali').post(address, { act: 'accept' })).status).toBe(303)
    expect(await leads()).toBe('Ali Rahimi')
    expect((await as('ali').post(add, action)).status).toBe(303)
    expect((await tasksOf('follow_up')).map((task) => task.engagement_id)).toEqual([engagementOf('ali')])
    expect((await tasksOf('accept_collaboration'))[0]?.done).toBe(true)
    expect((await as('ali').post(address, { act: 'accept' })).status).toBe(303)
  })

  it('is still the BBA when Ali says no thank you, and she gets to know', async () => {
    await ask('ali')
    await as('ali').post(address, { act: 'decline' })
    expect(await leads()).toBe('Maja Lindgren')
    expect(await tasksOf('collaboration_declined')).toMatchObject([{ engagement_id: engagementOf('maja') }])
    expect(await (await as('maja').get(address)).text()).toContain('Ali Rahimi tackade nej')
  })

  it('Maja can lead again', async () => {
    await ask('ali')
    await as('ali').post(address, { act: 'accept' })
    setClock(new Date('2026-11-25T11:00:00Z'))
    await as('maja').post(address, { act: 'bba' })
    expect(await leads()).toBe('Maja Lindgren')
    expect((await as('ali').post(add, action)).status).toBe(404)
  })

  it('can only be asked among those who read the whole plan', async () => {
    for (const who of ['ingrid', 'sofia', 'eva'] as const) expect((await ask(who)).status).toBe(422)
    expect(await tasksOf('accept_collaboration')).toEqual([])
  })

  it('nobody answers for another, or asks in the BBA’s place', async () => {
    await ask('ali')
    const forms = [
      { act: 'accept' },
      { act: 'decline' },
      { act: 'ask', who: engagementOf('ali') },
      { act: 'bba' },
    ]
    for (const who of ['ingrid', 'sara', 'petra', 'eva'] as const)
      for (const form of forms) expect((await as(who).post(address, form)).status).toBe(404)
    expect((await as('maja').post(address, { act: 'accept' })).status).toBe(404)
    expect((await as('ali').post(address, { act: 'bba' })).status).toBe(404)
    expect(await leads()).toBe('Maja Lindgren')
  })
})
