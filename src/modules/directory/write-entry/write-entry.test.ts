import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import { appointed } from '#test/arrange-organisation.ts'
import { tellEntry, told } from '#test/directory.ts'
import { lisasNumber } from '#test/reviewers.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  type Person,
  sessionOf,
  world,
} from '#test/world.ts'

const school = { unitId: id('furuskolan') }
const page = paths.directory.unit.to(school)
const write = paths.directory.write.to(school)
const times = paths.directory.times.to(school)
const versions = () => admin.selectFrom('unit_entry').selectAll().orderBy('version').execute()

describe('Maja holds the function at Furuskolan, and keeps what the school says of itself', () => {
  beforeEach(async () => {
    await world()
    await tellEntry('furuskolan', { mission: 'Ett förslag.' })
  })

  it('writes it anew; everybody reads it, and how it stood before is kept', async () => {
    expect(await (await as('maja').get(write)).text()).toContain('Ett förslag.')
    const answer = await as('maja').post(write, told)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, page])
    const now = await (await as('petra').get(page)).text()
    for (const text of [
      'att tycka om det',
      'Samtal med kurator',
      'Specialpedagog',
      '031-390 06 11',
      '6–15 år',
    ])
      expect(now).toContain(text)
    expect(now).not.toContain('förslag till text')
    const before = await (await as('petra').get(paths.directory.versions.to(school))).text()
    expect(before).toContain('Ett förslag.')
    expect(before).toContain('Skrivet av rektor.')
    const open = await (await as('nobody').get(`${paths.directory.whom.to({})}?kommun=0764`)).text()
    expect(open).toContain('031-390 06 10')
    expect(open).not.toContain('031-390 06 11')
    expect((await auditRows()).map(([who, act]) => [who, act])).toEqual([
      ['maja', 'directory.open-write'],
      ['maja', 'directory.write'],
      ['petra', 'directory.show'],
      ['petra', 'directory.versions'],
    ])
  })

  it('and so does Stig who stands in; nobody else, from the same school or another', async () => {
    expect((await as('stig').post(write, told)).status).toBe(303)
    for (const who of ['petra', 'eva', 'sofia', 'sara'] as const) {
      expect([who, (await as(who).get(write)).status]).toEqual([who, 404])
      expect([who, (await as(who).post(write, { ...told, version: '2' })).status]).toEqual([who, 404])
    }
    expect(await versions()).toHaveLength(2)
  })

  it('and so does whoever administers the school; not somebody who administers another place', async () => {
    await appointed('petra')
    expect(await (await as('petra').get(page)).text()).toContain('Skriv om texten')
    expect((await as('petra').post(write, told)).status).toBe(303)
    const elsewhere = paths.directory.write.to({ unitId: id('lillaskolan') })
    expect((await as('petra').get(elsewhere)).status).toBe(404)
  })

  it('what is missing or wrong comes back with everything that was written', async () => {
    const wrong = [
      [{ mission: '' }, 'Skriv med en mening vad ni är till för.'],
      [{ can: `Fråga om ${lisasNumber}` }, 'Ta bort personnumret.'],
      [{ fromAge: '12', toAge: '6' }, 'inte är lägre'],
      [{ contacts: 'Rektor' }, 'Skriv varje kontakt på en egen rad'],
    ] as const
    for (const [change, words] of wrong) {
      const answer = await as('maja').post(write, { ...told, ...change })
      const text = await answer.text()
      expect([answer.status, text.includes(words)]).toEqual([422, true])
      expect(text).toContain('Behandling: det gör vården')
    }
    expect(await versions()).toHaveLength(1)
  })

  it('two who write at once meet each other; one who sends twice does not', async () => {
    const submission = deps.newId()
    for (const _ of [1, 2]) expect((await as('maja').post(write, { ...told, submission })).status).toBe(303)
    expect(await versions()).toHaveLength(2)
    const late = await as('stig').post(write, { ...told, mission: 'Stigs text.' })
    expect(late.status).toBe(409)
    const text = await late.text()
    expect(text).toContain('Stigs text.')
    expect(text).toContain('att tycka om det')
  })

  it('offers times to ask, and takes one back', async () => {
    const time = { day: '2026-12-01', clock: '9.30', minutes: '30' }
    expect((await as('maja').post(times, time)).status).toBe(303)
    expect(await (await as('petra').get(page)).text()).toContain('tisdag 1 december kl 09.30, 30 minuter')
    for (const past of [{ day: '2026-11-23' }, { day: '2029-01-01' }, { clock: '25.00' }])
      expect((await as('maja').post(times, { ...time, ...past })).status).toBe(422)
    expect((await as('petra').post(times, time)).status).toBe(404)
    const { id: takeBack } = await admin
      .selectFrom('consultation_time')
      .select('id')
      .executeTakeFirstOrThrow()
    expect((await as('eva').post(times, { takeBack })).status).toBe(404)
    expect((await as('maja').post(times, { takeBack })).status).toBe(303)
    expect(await (await as('petra').get(page)).text()).toContain('Inga tider just nu.')
  })

  it('the database itself takes no text from anybody else, and changes none', async () => {
    const tries = (who: Person, statement: ReturnType<typeof sql>) =>
      inTransaction(deps, 'changes', { session: sessionOf(who), childId: undefined }, async ({ trx }) => ({
        answer: await statement.execute(trx),
        last: [],
      }))
    const text = (who: 'maja' | 'petra', unit: string) => sql`
      insert into unit_entry (unit_id, version, id, mission, can, cannot, from_age, to_age, hours, asking, needs, proposal,
        saved_by, saved_at)
      values (${id(unit)}, 7, ${deps.newId()}, 'x', '', '', 0, 1, '', '', '{}', false, ${engagementOf(who)}, asked_at())`
    await expect(tries('petra', text('petra', 'furuskolan'))).rejects.toThrow('row-level security')
    await expect(tries('maja', text('maja', 'lillaskolan'))).rejects.toThrow('row-level security')
    await expect(tries('maja', sql`update unit_entry set mission = 'x'`)).rejects.toThrow('permission denied')
    await expect(tries('maja', sql`delete from unit_contact`)).rejects.toThrow('permission denied')
    const seen = await behindTheWalls('sara', undefined, (trx) =>
      trx.selectFrom('unit_contact').select('what').execute(),
    )
    expect(seen).toEqual([{ what: 'Rådgivning' }])
  })
})
