import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { goals, lisasPlan } from '#test/arrange-plan.ts'
import {
  admin,
  as,
  behindTheWalls,
  engagementOf,
  id,
  inHours,
  lisa,
  type Person,
  setClock,
  world,
} from '#test/world.ts'

const at = { childId: lisa }
const handoverId = id('the hand-over')
const ids = { ...at, handoverId }
const prepare = paths.handover.prepare.to(at)
const there = paths.handover.show.to(ids)
const offer = paths.handover.offer.to(ids)
const said = id('works with lisa')
const onlyName = { submission: handoverId, unit: id('bvc'), goes: 'name', why: 'Lisa behöver <mer>.' }
const onRule = {
  basis: 'ground',
  ground: 'ej_men',
  necessary: 'De tar över ansvaret.',
  relevant: 'Det är deras uppgift.',
  proportionate: 'Bara namnet.',
}
const pageOf = async (who: Person, path: string) => (await as(who).get(path)).text()

describe('the family has said no to more: only the responsibility moves, with the child’s name', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    await as('maja').post(paths.wheel.addStatement.to(at), {
      submission: said,
      voice: 'me',
      area: 'learning',
      working: 'Lisa skrattar i slöjden.',
    })
    await lisasPlan()
    expect((await as('maja').post(prepare, onlyName)).status).toBe(303)
  })

  it('nothing is written in it, and there is nothing to choose', async () => {
    const rows = await admin.selectFrom('handover').select(['body', 'offer_body', 'only_name']).execute()
    expect(rows).toEqual([{ body: null, offer_body: null, only_name: true }])
    const page = await pageOf('maja', offer)
    expect(page).toContain('Bara barnets namn följer med.')
    for (const text of ['skrattar i slöjden', 'hel bok', 'fick veta', 'Det finns ett samtycke'])
      expect(page).not.toContain(text)
    expect((await as('maja').post(offer, { basis: 'consent' })).status).toBe(422)
    expect((await as('maja').post(offer, { basis: 'ground' })).status).toBe(422)
  })

  it('Birgit sees whose turn it is and the name, also when more was posted, and after her yes no more', async () => {
    const more = { statements: said, wish: goals.book, told: id('sara') }
    expect((await as('maja').post(offer, { ...onRule, ...more })).status).toBe(303)
    const page = await pageOf('birgit', there)
    expect(page).toContain('Lisa Holmgren')
    expect(page).toContain('Bara barnets namn')
    setClock(inHours(1))
    expect((await as('birgit').post(paths.handover.accept.to(ids))).status).toBe(303)
    const lead = await admin.selectFrom('responsibility').select(['engagement_id', 'during']).execute()
    expect(lead.find(({ during }) => String(during).endsWith(',)'))?.engagement_id).toBe(
      engagementOf('birgit'),
    )
    const opened = [there, paths.child.to(at), paths.wheel.show.to(at), paths.timeline.to(at)]
    for (const path of opened) {
      const shown = await pageOf('birgit', path)
      for (const text of ['behöver', 'skrattar i slöjden', 'hel bok', 'De tar över', 'Bara namnet.'])
        expect([path, text, shown.includes(text)]).toEqual([path, text, false])
    }
    for (const table of ['item', 'plan_part', 'access_grant', 'handover_reason'] as const)
      expect(
        await behindTheWalls('birgit', lisa, (trx) => trx.selectFrom(table).select('child_id').execute()),
      ).toEqual([])
    expect((await as('birgit').get(paths.plan.show.to(at))).status).toBe(200)
  })

  it('the database lets nothing be written in it, nor lean on a yes', async () => {
    for (const set of [
      { body: Buffer.from('x') },
      { offer_body: Buffer.from('x') },
      { consent_id: id('a yes') },
    ])
      await expect(admin.updateTable('handover').set(set).execute()).rejects.toThrow('only_the_name')
  })
})

it('inside one wall it would not be true, and is refused', async () => {
  await world()
  await openMatter()
  await admin
    .updateTable('unit')
    .set({ secrecy_unit_id: id('wall furuskolan') })
    .where('id', '=', id('bvc'))
    .execute()
  const answer = await as('maja').post(prepare, onlyName)
  expect([answer.status, (await answer.text()).includes('href="#goes"')]).toEqual([422, true])
})
