import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { searchFor } from '#test/search.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  deps,
  id,
  lisa,
  type Person,
  people,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = paths.shield.show.to({ childId: lisa })
const childPage = paths.child.to({ childId: lisa })
const arrived = {
  submission: id('the mark'),
  who: 'barnet',
  kind: 'sekretessmarkering',
  source: 'skatteverket',
  markedOn: '2026-11-24',
}
const marks = (form = {}) => as('maja').post(address, { ...arrived, ...form })
const textOf = async (who: Person, path: string) => (await as(who).get(path)).text()

describe('“Barnet har fått skyddade personuppgifter”', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
  })

  it('from the next request on nobody but Maja can be told who or where', async () => {
    expect(await textOf('petra', childPage)).toContain('Lisa Holmgren')
    const sent = await marks()
    expect([sent.status, sent.headers.get('location')]).toEqual([303, address])
    for (const who of ['maja', 'stig', 'petra', 'sofia'] as const) {
      const page = await textOf(who, childPage)
      expect([who, page.includes('Lisa'), page.includes('Skyddat barn')]).toEqual([who, false, true])
      expect(page).toContain('Skyddade personuppgifter')
      expect(await textOf(who, paths.children.to({}))).not.toContain('Lisa')
      expect(await textOf(who, `${paths.children.to({})}${await searchFor(who, 'Lisa')}`)).not.toContain(
        'Skyddat barn',
      )
    }
    expect(await textOf('maja', `${childPage}?visa=namn`)).toContain('Barnet heter <b>Lisa Holmgren</b>')
    for (const who of ['petra', 'stig', 'sofia'] as const)
      expect((await as(who).get(`${childPage}?visa=namn`)).status).toBe(404)
    const sealed = await textOf('maja', `${address}?visa=allt`)
    for (const secret of ['Lisa Holmgren', '14 mars 2018', 'Furuskolan']) expect(sealed).toContain(secret)
    expect(await textOf('petra', address)).toContain('Maja Lindgren, rektor')
    expect(await textOf('petra', address)).toContain('Har barnet syskon?')
    expect((await as('petra').get(`${address}?visa=allt`)).status).toBe(404)
    expect((await auditRows()).filter(([, act]) => `${act}`.startsWith('protection.')).slice(0, 2)).toEqual([
      ['maja', 'protection.mark', 'done', lisa],
      ['maja', 'protection.show-sealed', 'done', lisa],
    ])
  })

  it('nothing of it is left in clear, and the key is one that only the group can fetch', async () => {
    await marks()
    const { rows } = await sql<{ all: string }>`select string_agg(t.x, ' ') as all from (
      select c::text as x from child c where id = ${lisa} union all
      select p::text from person p where id = ${id('lisaSelf')} union all
      select p::text from child_placement p where child_id = ${lisa}) t`.execute(admin)
    expect(rows[0]?.all).not.toMatch(/Lisa|Holmgren|2018/)
    const seesKey = (who: Person) =>
      behindTheWalls(who, lisa, (trx) =>
        trx
          .selectFrom('subject_key')
          .select('compartment')
          .where('subject_id', '=', arrived.submission)
          .execute(),
      )
    expect(await seesKey('maja')).toEqual([{ compartment: 'protected' }])
    const rest = people.filter((who) => !['maja', 'sara', 'jonas', 'lisaSelf'].includes(who))
    for (const who of rest) expect([who, await seesKey(who)]).toEqual([who, []])
  })

  it('the family sees no difference, and never that there is a mark', async () => {
    await tellFamily('sara', 'jonas', 'lisaSelf')
    const before = await Promise.all(
      (['sara', 'jonas'] as const).flatMap((who) => [
        textOf(who, paths.children.to({})),
        textOf(who, paths.timeline.to({ childId: lisa })),
      ]),
    )
    await marks()
    const after = await Promise.all(
      (['sara', 'jonas'] as const).flatMap((who) => [
        textOf(who, paths.children.to({})),
        textOf(who, paths.timeline.to({ childId: lisa })),
      ]),
    )
    expect(after).toEqual(before)
    for (const who of ['sara', 'jonas', 'lisaSelf'] as const) {
      const page = await textOf(who, childPage)
      expect(page).toContain('Lisa')
      expect(page).not.toMatch(/[Ss]kydda[dt]/)
    }
  })

  it('it is gone everywhere or nowhere: without the log nothing has happened', async () => {
    expect((await withoutAudit(() => marks())).status).toBe(503)
    expect(await textOf('petra', childPage)).toContain('Lisa Holmgren')
  })

  it('sent twice it is one, and a second is refused with words', async () => {
    for (let time = 0; time < 2; time++) expect((await marks()).status).toBe(303)
    const again = await marks({ submission: id('another mark') })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('Det är noterat redan')
    expect(await admin.selectFrom('protection_mark').select('id').execute()).toHaveLength(1)
  })

  it.each([
    ['nobody is chosen', { who: '' }, 'who'],
    ['a stranger is chosen', { who: id('karin') }, 'who'],
    ['nobody says how it is known', { source: '' }, 'source'],
    ['the day has not been', { markedOn: '2026-11-25' }, 'markedOn'],
  ])('gives the form back when %s', async (_, fault, field) => {
    const answer = await marks(fault)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`<a href="#${field}">`)
    expect(page).toContain('value="skyddad_folkbokforing"')
  })

  it('is not there for anybody else, marked or not', async () => {
    const missing = await textOf('eva', '/ingenting')
    const answers = async () => {
      for (const who of ['sofia', 'eva', 'sara', 'lisaSelf'] as const)
        for (const answer of [await as(who).get(address), await as(who).post(address, arrived)])
          expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    }
    await answers()
    expect((await as('petra').post(address, arrived)).status).toBe(404)
    await marks()
    await answers()
  })

  it('Sara has fled: her name and telephone are sealed, to Jonas she is as before, to the unit a guardian without a name', async () => {
    const row = id('saras phone')
    const box = await deps.vault.box(admin, id('sara'))
    const body = box.seal(
      { table: 'person_contact', column: 'body', row, version: 1 },
      { phone: '070-174 06 41' },
    )
    await admin
      .insertInto('person_contact')
      .values({ person_id: id('sara'), id: row, body })
      .execute()
    const guardians = paths.family.guardians.to({ childId: lisa })
    expect(await textOf('maja', guardians)).toContain('Sara Holmgren')
    expect((await marks({ who: id('sara') })).status).toBe(303)
    const page = await textOf('maja', guardians)
    expect(page).not.toMatch(/Sara|070-174 06 41/)
    expect(page).toContain('Jonas Berg')
    expect(await textOf('maja', `${address}?visa=allt`)).toContain('070-174 06 41')
  })
})
