import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { admin, as, auditRows, engagementOf, lisa, withoutAudit, world } from '#test/world.ts'

const address = paths.wheel.colleague.to({ childId: lisa })
const wheel = paths.wheel.show.to({ childId: lisa })
const notes = paths.wheel.notes.to({ childId: lisa })
const toPetra = { colleague: engagementOf('petra') }
const works = () =>
  admin
    .selectFrom('assignment')
    .select(['id', 'valid_to'])
    .where('engagement_id', '=', engagementOf('petra'))
    .where('kind', '=', 'work')
    .execute()
const waiting = () =>
  admin.selectFrom('task').select(['kind', 'engagement_id']).where('done_at', 'is', null).execute()

describe('the work, not the responsibility, goes to a colleague', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
  })

  it('Maja gives it to Petra, who can gather but not decide, and takes it back', async () => {
    expect((await as('petra').get(wheel)).status).toBe(404)
    expect((await as('maja').post(address, toPetra)).status).toBe(303)
    expect((await as('petra').get(wheel)).status).toBe(200)
    expect(await waiting()).toEqual([{ kind: 'gather', engagement_id: engagementOf('petra') }])
    for (const path of [paths.wheel.analyse, paths.close, paths.handover.prepare])
      expect((await as('petra').get(path.to({ childId: lisa }))).status).toBe(404)
    expect((await as('petra').post(address, { colleague: engagementOf('stig') })).status).toBe(404)

    const [assignment] = await works()
    const back = paths.wheel.takeBack.to({ childId: lisa, assignmentId: assignment?.id ?? '' })
    expect((await as('petra').post(back)).status).toBe(404)
    expect((await as('maja').post(back)).status).toBe(303)
    expect((await as('petra').get(wheel)).status).toBe(404)
    expect(await waiting()).toEqual([])
    expect((await as('maja').post(address, toPetra)).status).toBe(303)
    expect((await as('petra').get(wheel)).status).toBe(200)
    expect(await works()).toHaveLength(2)
  })

  it('Petra has gathered, and it is Maja’s turn', async () => {
    await as('maja').post(address, toPetra)
    const page = await (await as('petra').get(address)).text()
    expect(page).toContain('Jag är klar')
    expect(page).not.toContain('Ta tillbaka arbetet')
    expect((await as('petra').post(paths.wheel.workDone.to({ childId: lisa }))).status).toBe(303)
    expect(await waiting()).toEqual([{ kind: 'analyse', engagement_id: engagementOf('maja') }])
    expect((await as('maja').post(paths.wheel.workDone.to({ childId: lisa }))).status).toBe(404)
    expect(await auditRows()).toEqual([
      ['maja', 'wheel.give-work', 'done', lisa],
      ['petra', 'wheel.open-colleagues', 'done', lisa],
      ['petra', 'wheel.work-done', 'done', lisa],
      ['maja', 'wheel.work-done', 'not-allowed', lisa],
    ])
  })

  it('given twice, it is given once; the responsible and those elsewhere cannot be chosen', async () => {
    for (let time = 0; time < 2; time++) await as('maja').post(address, toPetra)
    expect(await works()).toHaveLength(1)
    for (const colleague of [engagementOf('maja'), engagementOf('eva'), 'nobody']) {
      const answer = await as('maja').post(address, { colleague })
      expect([answer.status, (await answer.text()).includes('href="#colleague"')]).toEqual([422, true])
    }
  })

  it('Stig, who stands in for Maja, may do it too when the child is his to work with', async () => {
    await as('maja').post(address, { colleague: engagementOf('stig') })
    expect((await as('stig').post(address, toPetra)).status).toBe(303)
  })
})

describe('work notes', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
  })

  it('stay with those who work with Lisa, and are read by the colleague too', async () => {
    expect((await as('maja').post(notes, { text: 'Ring <mormor>.' })).status).toBe(303)
    for (const who of ['maja', 'petra'] as const)
      expect(await (await as(who).get(notes)).text()).toContain('Ring &lt;mormor&gt;.')
    const missing = await (await as('eva').get('/ingenting')).text()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    for (const who of ['sofia', 'ali', 'eva', 'sara', 'jonas', 'lisaSelf'] as const)
      for (const answer of [await as(who).get(notes), await as(who).post(notes, { text: 'x' })])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
  })

  it('an empty one is given back, and none is kept without the log', async () => {
    expect((await as('maja').post(notes, { text: ' ' })).status).toBe(422)
    expect((await withoutAudit(() => as('maja').post(notes, { text: 'Något.' }))).status).toBe(503)
    expect(await admin.selectFrom('item').select('id').execute()).toEqual([])
  })
})
