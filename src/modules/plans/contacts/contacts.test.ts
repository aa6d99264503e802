import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisaWithPlan, partVersions, planVersion } from '#test/arrange-plan.ts'
import { as, engagementOf, id, lisa, world } from '#test/world.ts'

const to = { childId: lisa }
const address = paths.plan.contacts.to(to)
const asItStands = {
  version: '1',
  [`contact-${id('furuskolan')}`]: engagementOf('maja'),
  [`contact-${id('familjestod')}`]: engagementOf('ali'),
  [`contact-${id('gaddan')}`]: engagementOf('ingrid'),
}
const shown = async () => (await as('sara').get(paths.plan.show.to(to))).text()

describe('one contact on each place', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('saved as it stands, nothing is new', async () => {
    expect((await as('maja').post(address, asItStands)).status).toBe(303)
    expect(await planVersion()).toBe(1)
  })

  it('Stig is contact at the school from now on', async () => {
    await as('maja').post(address, { ...asItStands, [`contact-${id('furuskolan')}`]: engagementOf('stig') })
    expect(await shown()).toContain('Stig Åberg, biträdande rektor')
    expect((await partVersions()).filter((row) => row.from_version === 2)).toHaveLength(1)
  })

  it('somebody without an account can be the contact, by name and number', async () => {
    await as('maja').post(address, {
      ...asItStands,
      [`who-${id('gaddan')}`]: 'Bo Lind, ordförande',
      [`phone-${id('gaddan')}`]: '070-174 06 30',
    })
    const page = await shown()
    expect(page).toContain('Bo Lind, ordförande')
    expect(page).toContain('tel:+46701740630')
  })

  it('nobody from elsewhere can be chosen, and no place is without a contact', async () => {
    const answer = await as('maja').post(address, {
      ...asItStands,
      [`contact-${id('gaddan')}`]: engagementOf('eva'),
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(
      `<a href="#contact-${id('gaddan')}">Välj en kontakt på Simklubben Gäddan`,
    )
    expect(await planVersion()).toBe(1)
  })

  it('an old version overwrites nothing', async () => {
    const form = { ...asItStands, version: '0', [`contact-${id('furuskolan')}`]: engagementOf('stig') }
    expect((await as('maja').post(address, form)).status).toBe(409)
    expect(await planVersion()).toBe(1)
  })

  it('is for those who write', async () => {
    for (const who of ['ali', 'sara', 'ingrid', 'eva'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address, asItStands)])
        expect(answer.status).toBe(404)
  })
})
