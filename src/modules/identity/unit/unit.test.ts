import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { admin, as, auditRows, engagementOf, id, lisa, world } from '#test/world.ts'

const notice = paths.noticing.notice.to({})
const aboutLisa = paths.noticing.noticeChild.to({ childId: lisa })
const choose = paths.unit.to({})
const second = id('petra at lillaskolan')

/** Petra teaches at two schools, and has just signed in: she has not said where she works now. */
async function atTwoSchools() {
  await world()
  await admin
    .insertInto('engagement')
    .values({
      id: second,
      person_id: id('petra'),
      unit_id: id('lillaskolan'),
      title: 'vikarie',
      valid_from: '2026-01-01',
    })
    .execute()
  await admin
    .updateTable('session')
    .set({ engagement_id: null })
    .where('person_id', '=', id('petra'))
    .execute()
}
const actFor = (engagement: string, more = {}) => as('petra').post(choose, { till: engagement, ...more })

describe('where somebody works now', () => {
  beforeEach(atTwoSchools)

  it('must be said before anything else', async () => {
    for (const address of [notice, aboutLisa]) {
      const answer = await as('petra').get(address)
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        `${choose}?${new URLSearchParams({ efter: address })}`,
      ])
    }
    expect((await as('petra').post(aboutLisa, { sentence: 'Lisa log.' })).status).toBe(303)
    expect(await admin.selectFrom('item').select('id').execute()).toEqual([])
    expect((await auditRows()).map((row) => row[2])).toEqual(['no-unit', 'no-unit', 'no-unit'])
    const page = await (await as('petra').get(`${choose}?efter=${aboutLisa}`)).text()
    expect(page).toContain('Var arbetar du nu?')
    expect(page).toContain('Furuskolan, lärare')
    expect(page).toContain('Lillåskolan, vikarie')
  })

  it('one press chooses, and leads on', async () => {
    const answer = await actFor(engagementOf('petra'), { efter: aboutLisa })
    expect(answer.headers.get('location')).toBe(aboutLisa)
    expect((await as('petra').get(aboutLisa)).status).toBe(200)
    const elsewhere = await actFor(second, { efter: 'https://elsewhere.example' })
    expect(elsewhere.headers.get('location')).toBe(paths.tasks.to({}))
  })

  it('decides what is seen: Lisa belongs to the first school only', async () => {
    await actFor(second)
    expect((await as('petra').get(aboutLisa)).status).toBe(404)
  })

  it('cannot be somewhere one does not work, or worked before', async () => {
    await admin.updateTable('engagement').set({ valid_to: '2026-11-23' }).where('id', '=', second).execute()
    const missing = await (await as('petra').get('/ingenting')).text()
    for (const wrong of [engagementOf('maja'), second, 'x', '']) {
      const answer = await actFor(wrong)
      expect([answer.status, await answer.text()]).toEqual([404, missing])
    }
    const [session] = await admin
      .selectFrom('session')
      .select('engagement_id')
      .where('person_id', '=', id('petra'))
      .execute()
    expect(session?.engagement_id).toBeNull()
  })

  it('after a switch in another tab the old form is not taken, and gives the text back', async () => {
    await actFor(second)
    const answer = await as('petra').post(notice, {
      engagement: engagementOf('petra'),
      who: 'Lisa, 8 år',
      sentence: 'Lisa hjälpte en kompis.',
    })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain('Lisa hjälpte en kompis.')
    expect(page).toContain('Du har bytt verksamhet')
    expect(await admin.selectFrom('item').select('id').execute()).toEqual([])
  })

  it('is nothing for families', async () => {
    expect((await as('sara').get(choose)).status).toBe(404)
    expect((await as('sara').post(choose, { till: second })).status).toBe(404)
  })
})
