import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { admin, as, auditRows, engagementOf, id, world } from '#test/world.ts'

const address = paths.undertaking.to({})

describe('somebody in civil society', () => {
  beforeEach(async () => {
    await world()
    await admin.deleteFrom('undertaking').execute()
  })

  it('signs first, and then it opens', async () => {
    const first = await as('ingrid').get(paths.tasks.to({}))
    expect(first.headers.get('location')).toContain(paths.unit.to({}))
    expect(await (await as('ingrid').get(paths.unit.to({}))).text()).toContain(`href="${address}"`)
    expect(await (await as('ingrid').get(address)).text()).toContain('Simklubben Gäddan')
    for (const _ of [1, 2]) expect((await as('ingrid').post(address)).status).toBe(303)
    const signed = await admin.selectFrom('undertaking').select(['engagement_id', 'signed_by']).execute()
    expect(signed).toEqual([{ engagement_id: engagementOf('ingrid'), signed_by: id('ingrid') }])
    expect((await as('ingrid').get(paths.tasks.to({}))).status).toBe(200)
    expect((await as('ingrid').get(address)).status).toBe(404)
    expect((await auditRows()).map(([who, act, outcome]) => [who, act, outcome])).toContainEqual([
      'ingrid',
      'session.sign-undertaking',
      'done',
    ])
  })

  it('is the only one who is asked', async () => {
    expect(await (await as('maja').get(paths.unit.to({}))).text()).not.toContain(`href="${address}"`)
    for (const who of ['maja', 'sara'] as const) expect((await as(who).get(address)).status).toBe(404)
    expect((await as('sara').post(address)).status).toBe(404)
    expect(await admin.selectFrom('undertaking').selectAll().execute()).toEqual([])
  })
})
