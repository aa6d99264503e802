import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { answers, askFamily, consents, letsIn, sheetId } from '#test/consents.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  inHours,
  lisa,
  setClock,
  world,
} from '#test/world.ts'

const grants = () =>
  admin
    .selectFrom('access_grant')
    .select(['id', 'part', 'to_unit_id', 'ended_at', 'legal_ground', 'valid_to'])
    .orderBy('decided_at')
    .execute()
const planOf = async (who: 'ali' | 'ingrid') =>
  (await behindTheWalls(who, lisa, (trx) => trx.selectFrom('plan').select('id').execute())).length === 1
const goOn = paths.sharing.goOn.to({ childId: lisa, consentId: sheetId })

describe('a unit is let in', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await admin
      .insertInto('plan')
      .values({ child_id: lisa, id: id('plan'), matter_id: id('lisas matter'), made_at: inHours(0) })
      .execute()
    await askFamily(['familjestod', 'gaddan'])
    await answers('sara', { familjestod: 'yes', gaddan: 'yes' })
  })

  it('when everybody has said yes, with one press: its contact and the smallest part are chosen already', async () => {
    const before = await (await as('maja').get(consents)).text()
    expect(before).not.toContain('vara med</button>')
    expect((await letsIn('gaddan', engagementOf('ingrid'), 'own')).status).toBe(409)
    await answers('jonas', { familjestod: 'yes', gaddan: 'yes' })

    const page = await (await as('maja').get(consents)).text()
    const part = (unit: string) =>
      new RegExp(`name="part-${id(unit)}" type="radio" value="(\\w+)" checked`).exec(page)?.[1]
    expect([part('gaddan'), part('familjestod')]).toEqual(['own', 'whole'])
    expect(page).toContain(`<option value="${engagementOf('ingrid')}" selected`)

    expect((await letsIn('gaddan', engagementOf('ingrid'), 'own')).status).toBe(303)
    expect(await grants()).toMatchObject([
      { part: 'own', to_unit_id: id('gaddan'), ended_at: null, legal_ground: 'samtycke' },
    ])
    expect([await planOf('ingrid'), await planOf('ali')]).toEqual([true, false])
    expect(await (await as('maja').get(consents)).text()).toContain('gäller till och med den 24 maj 2027')
    expect(await (await as('sara').get(consents)).text()).toContain('gäller till och med den 24 maj 2027')
  })

  it('pressed twice it is one; another part takes the place of the first', async () => {
    await answers('jonas', { familjestod: 'yes' })
    for (let time = 0; time < 2; time++) await letsIn('familjestod', engagementOf('ali'), 'own')
    expect(await grants()).toHaveLength(1)
    setClock(inHours(1))
    await letsIn('familjestod', engagementOf('ali'), 'whole')
    expect((await grants()).map(({ part, ended_at }) => [part, ended_at])).toEqual([
      ['own', inHours(1)],
      ['whole', null],
    ])
    expect(await planOf('ali')).toBe(true)
  })

  it('only with somebody who works there', async () => {
    await answers('jonas', { familjestod: 'yes' })
    const answer = await letsIn('familjestod', engagementOf('eva'))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`href="#contact-${id('familjestod')}"`)
    expect(await grants()).toEqual([])
  })

  it('not where two guardians have struck everything between them', async () => {
    await answers('jonas', { familjestod: ['learning'] })
    await answers('sara', { familjestod: ['home'] }, 2)
    expect((await letsIn('familjestod', engagementOf('ali'))).status).toBe(409)
  })

  it('Maja ends it, and Ali knows of no Lisa from then on', async () => {
    await answers('jonas', { familjestod: 'yes' })
    await letsIn('familjestod', engagementOf('ali'))
    const [grant] = await grants()
    const end = paths.sharing.end.to({ childId: lisa, grantId: grant?.id ?? '' })
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['ali', 'sara', 'eva', 'petra'] as const) {
      const answer = await as(who).post(end)
      expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    }
    expect((await as('maja').post(end)).headers.get('location')).toBe(consents)
    expect((await as('maja').post(end)).status).toBe(303)
    const known = await behindTheWalls('ali', lisa, (trx) => trx.selectFrom('child').select('id').execute())
    expect(known).toEqual([])
    expect(await (await as('sara').get(consents)).text()).toContain('gäller inte längre')
  })

  it('what waited for Maja is done when she knows how to go on', async () => {
    await answers('jonas', { familjestod: 'no', gaddan: 'no' })
    expect(await (await as('maja').get(consents)).text()).toContain('Nu har alla svarat')
    expect((await as('sara').post(goOn)).status).toBe(404)
    expect((await as('maja').post(goOn)).status).toBe(303)
    const [task] = await admin.selectFrom('task').select(['kind', 'done_at']).execute()
    expect(task).toEqual({ kind: 'consent_answered', done_at: inHours(0) })
    expect(await (await as('maja').get(consents)).text()).not.toContain('Nu har alla svarat')
  })

  it('is hidden from everybody else, and leaves one row each time', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    const address = paths.sharing.letIn.to({ childId: lisa, consentId: sheetId })
    for (const who of ['sara', 'lisaSelf', 'eva', 'sofia', 'ali', 'petra'] as const)
      for (const answer of [await as(who).post(address, { unit: id('gaddan') })])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    await answers('jonas', { familjestod: 'yes', gaddan: 'yes' })
    const rows = (await auditRows()).length
    await letsIn('gaddan', engagementOf('ingrid'))
    expect((await auditRows()).slice(rows)).toEqual([['maja', 'consent.let-in', 'done', lisa]])
  })
})
