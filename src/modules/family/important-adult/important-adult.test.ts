import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { admin, as, auditRows, lisa, world } from '#test/world.ts'

const address = paths.family.adult.to({ childId: lisa })
const gunnel = { name: 'Gunnel Holmgren', relation: 'mormor', phone: '070-174 06 20' }
const adults = () => admin.selectFrom('important_adult').select('body').execute()

describe('whom Lisa leans on', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara')
  })

  it('Petra, who works with Lisa, writes down her grandmother once', async () => {
    const submission = '11111111-1111-4111-8111-111111111111'
    for (let time = 0; time < 2; time++)
      expect((await as('petra').post(address, { ...gunnel, submission })).status).toBe(303)
    const page = await (await as('maja').get(address)).text()
    for (const text of Object.values(gunnel)) expect(page).toContain(text)
    const rows = await adults()
    expect(rows).toHaveLength(1)
    expect(rows[0]?.body.includes('Gunnel')).toBe(false)
    expect((await auditRows()).at(-1)).toEqual(['maja', 'family.open-adults', 'done', lisa])
  })

  it('gives the form back when nothing says who it is', async () => {
    const answer = await as('petra').post(address, { ...gunnel, relation: '' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('<a href="#relation">')
    expect(page).toContain('Gunnel Holmgren')
    expect(await adults()).toEqual([])
  })

  it('is hidden from everybody else', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['stig', 'sofia', 'eva', 'sara', 'lisaSelf'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address, gunnel)])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
  })
})
