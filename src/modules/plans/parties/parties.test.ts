import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar } from '#test/arrange.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { as, id, lisa, type Person, world } from '#test/world.ts'

const to = { childId: lisa }
const address = paths.plan.parties.to(to)
const reads = async (who: Person) => {
  const page = await (await as(who).get(paths.plan.show.to(to))).text()
  return page.includes('lugnt på morgonen') ? 'whole' : page.includes('Din del') ? 'own' : 'nothing'
}

describe('how much each unit reads', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('Maja notes what the family has chosen, and it holds at the next request', async () => {
    expect([await reads('ali'), await reads('ingrid')]).toEqual(['whole', 'own'])
    await as('maja').post(address, {
      [`part-${id('familjestod')}`]: 'own',
      [`part-${id('gaddan')}`]: 'whole',
    })
    expect([await reads('ali'), await reads('ingrid')]).toEqual(['own', 'whole'])
  })

  it('Sara can let a unit read less, at once, and nobody needs to say yes to it', async () => {
    expect((await as('sara').post(address, { [`part-${id('familjestod')}`]: 'own' })).status).toBe(303)
    expect(await reads('ali')).toBe('own')
  })

  it('more than before is for both guardians to say yes to: Sara alone cannot', async () => {
    expect((await as('sara').post(address, { [`part-${id('gaddan')}`]: 'whole' })).status).toBe(409)
    expect(await reads('ingrid')).toBe('own')
  })

  it('Lisa sees who is with her, and leaves the rest to her guardians', async () => {
    expect(await (await as('lisaSelf').get(address)).text()).toContain('Simklubben Gäddan')
    for (const who of ['lisaSelf', 'ali'] as const) {
      const form = { [`part-${id('familjestod')}`]: 'own', [`part-${id('gaddan')}`]: 'own' }
      expect((await as(who).post(address, form)).status).toBe(404)
    }
    expect(await reads('ali')).toBe('whole')
  })

  it('a unit that is kept from Jonas is not there for him, nor can he change it', async () => {
    await bar('jonas', id('familjestod'))
    expect(await (await as('jonas').get(address)).text()).not.toContain('Familjestöd')
    await as('jonas').post(address, { [`part-${id('familjestod')}`]: 'own' })
    expect(await reads('ali')).toBe('whole')
  })

  it('is hidden from the units that only read, and from strangers', async () => {
    for (const who of ['ali', 'ingrid', 'petra', 'eva'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address)])
        expect(answer.status).toBe(404)
  })
})
