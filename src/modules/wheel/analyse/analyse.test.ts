import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
import { admin, as, auditRows, engagementOf, id, lisa, noon, withoutAudit, world } from '#test/world.ts'

const at = { childId: lisa }
const address = paths.wheel.analyse.to(at)
const text = { analysis: 'Lisa <orkar> inte läsa.', reason: 'Vi kan läsa tillsammans varje morgon.' }
const waiting = () =>
  admin.selectFrom('task').select(['kind', 'engagement_id']).where('done_at', 'is', null).execute()
const decided = () => admin.selectFrom('decision').select('outcome').execute()

describe('the BBA analyses and decides', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara')
  })

  it.each([
    [{ c1: 'yes' }, 'own_support', paths.support.start, 'analyse'],
    [{ c1: 'no', c2: 'yes' }, 'handover', paths.handover.prepare, 'analyse'],
    [{ c1: 'no', c2: 'no', c3: 'yes' }, 'collaboration', paths.sharing.ask, 'ask_consent'],
  ] as const)('%o: %s, and the right next step waits', async (answers, outcome, next, kind) => {
    await as('maja').post(paths.wheel.start.to(at), { areas: 'learning' })
    expect(await (await as('maja').get(address)).text()).not.toContain(paths.plan.end.to(at))
    const answer = await as('maja').post(address, { ...text, ...answers })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, next.to(at)])
    expect(await decided()).toEqual([{ outcome }])
    expect(await waiting()).toEqual([{ kind, engagement_id: engagementOf('maja') }])
    const [gathering] = await admin.selectFrom('gathering').select('ended_at').execute()
    expect(gathering?.ended_at).toEqual(noon)
    const page = await (await as('maja').get(address)).text()
    expect(page).toContain('Lisa &lt;orkar&gt; inte läsa.')
    expect(page).toContain(`href="${next.to(at)}"`)
  })

  it('three times no ends it, with a reason', async () => {
    const no = { c1: 'no', c2: 'no', c3: 'no' }
    expect((await as('maja').post(address, { ...text, ...no })).status).toBe(422)
    expect((await as('maja').post(address, { ...text, ...no, closing: 'ordinary_help' })).status).toBe(303)
    const [matter] = await admin.selectFrom('matter').select(['closed_at', 'outcome']).execute()
    expect(matter).toEqual({ closed_at: noon, outcome: 'ordinary_help' })
    expect((await as('maja').get(address)).status).toBe(404)
  })

  it('but a plan has an end of its own', async () => {
    await admin
      .insertInto('plan')
      .values({ child_id: lisa, id: id('plan'), matter_id: lisasMatter, made_at: noon })
      .execute()
    const closing = { c1: 'no', c2: 'no', c3: 'no', closing: 'other' }
    const refused = await as('maja').post(address, { ...text, ...closing })
    const theWay = `href="${paths.plan.end.to(at)}"`
    expect([refused.status, (await refused.text()).includes(theWay)]).toEqual([422, true])
    expect((await as('maja').post(paths.close.to(at), { closing: 'other' })).status).toBe(422)
    expect(await (await as('maja').get(paths.close.to(at))).text()).toContain(paths.plan.end.to(at))
    expect(await decided()).toEqual([])
  })

  it.each([
    ['nothing is written', { analysis: '', c1: 'yes' }, 'analysis'],
    ['there is no reason', { reason: '', c1: 'yes' }, 'reason'],
    ['no question is answered', {}, 'c1'],
    ['a question is skipped', { c1: 'no', c3: 'yes' }, 'c2'],
  ])('gives the form back when %s', async (_, fault, field) => {
    const answer = await as('maja').post(address, { ...text, five3: 'Läsa <ihop>?', ...fault })
    const page = await answer.text()
    expect([answer.status, page.includes(`href="#${field}"`)]).toEqual([422, true])
    expect(page).toContain('Läsa &lt;ihop&gt;?')
    expect(await decided()).toEqual([])
  })

  it('sent twice, it is one; without the log, none; and never anybody else’s', async () => {
    const form = { ...text, c1: 'yes', submission: id('analysis') }
    expect((await withoutAudit(() => as('maja').post(address, form))).status).toBe(503)
    for (let time = 0; time < 2; time++) await as('maja').post(address, form)
    expect(await decided()).toHaveLength(1)
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['petra', 'sofia', 'eva', 'sara', 'lisaSelf'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address, form)])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect((await auditRows()).slice(0, 2)).toEqual([
      ['maja', 'wheel.decide', 'done', lisa],
      ['maja', 'wheel.decide', 'done', lisa],
    ])
  })
})
