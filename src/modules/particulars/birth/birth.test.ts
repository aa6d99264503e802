import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { baby, expecting, sayOfBaby, tellOfBaby } from '#test/expecting.ts'
import { admin, as, assign, auditRows, behindTheWalls, id, type Person, world } from '#test/world.ts'

const form = paths.particulars.birth.to({ childId: baby })
const page = paths.child.to({ childId: baby })
const moa = { givenName: 'Moa', familyName: 'Ström', bornOn: '2026-11-23', custody: id('karin') }
const statusOf = async (who: Person, path = page) => (await as(who).get(path)).status
const child = () => admin.selectFrom('child').selectAll().where('id', '=', baby).executeTakeFirstOrThrow()
const custody = () =>
  admin
    .selectFrom('guardianship')
    .select(['person_id', 'kind', 'valid_to'])
    .where('child_id', '=', baby)
    .orderBy('called')
    .execute()

describe('Karin and Jonas expect a child, and it is born', () => {
  beforeEach(async () => {
    await world()
    await expecting('karin', 'jonas')
    await tellOfBaby('karin', 'jonas')
    await sayOfBaby(id('a statement'), 'Karin sjunger varje kväll.')
  })

  it('the form names those who expect it, and chooses nobody; the child has the family name that is known', async () => {
    const text = await (await as('birgit').get(form)).text()
    for (const words of ['Karin Ström', 'Jonas Berg', 'value="Ström"']) expect(text).toContain(words)
    expect(text).not.toMatch(/name="custody"[^>]*checked/)
    const link = await (await as('birgit').get(paths.particulars.show.to({ childId: baby }))).text()
    expect(link).toContain(`href="${form}"`)
  })

  it('is the same child with all that is written, with Karin as its guardian, and Jonas sees nothing more', async () => {
    expect([await statusOf('karin'), await statusOf('jonas')]).toEqual([200, 200])
    expect((await as('birgit').post(form, moa)).status).toBe(303)
    expect(await child()).toMatchObject({
      given_name: 'Moa',
      family_name: 'Ström',
      born_on: '2026-11-23',
      expected_on: null,
    })
    expect(await custody()).toEqual([
      { person_id: id('karin'), kind: 'guardian', valid_to: null },
      { person_id: id('jonas'), kind: 'expecting_parent', valid_to: '2026-11-24' },
    ])
    expect(await (await as('birgit').get(paths.wheel.show.to({ childId: baby }))).text()).toContain('sjunger')
    expect(await (await as('birgit').get(page)).text()).toContain('Moa Ström')
    expect(await (await as('karin').get(page)).text()).toContain('Moa')
    const missing = await (await as('jonas').get('/ingenting')).text()
    const seen = await as('jonas').get(page)
    expect([seen.status, await seen.text()]).toEqual([404, missing])
  })

  it('sent twice it is once; gone back to, with another name, it is shown side by side', async () => {
    for (const { status } of [await as('birgit').post(form, moa), await as('birgit').post(form, moa)])
      expect(status).toBe(303)
    const other = await as('birgit').post(form, { ...moa, givenName: 'Maj' })
    expect([other.status, (await other.text()).includes('Moa Ström, född 23 november 2026')]).toEqual([
      409,
      true,
    ])
    expect(await child()).toMatchObject({ given_name: 'Moa' })
    expect(await statusOf('birgit', form)).toBe(404)
  })

  it('what was forgotten is asked for, with what was typed; a day to come is not a day of birth', async () => {
    const empty = await as('birgit').post(form, { ...moa, givenName: '', bornOn: '' })
    const text = await empty.text()
    expect(empty.status).toBe(422)
    for (const words of ['Skriv barnets förnamn', 'Skriv vilken dag barnet föddes', 'value="Ström"'])
      expect(text).toContain(words)
    expect((await as('birgit').post(form, { ...moa, bornOn: '2026-11-25' })).status).toBe(422)
    expect(await child()).toMatchObject({ born_on: null })
  })

  it('is for the BBA to write: everybody else meets what is not there', async () => {
    const missing = await (await as('maja').get('/ingenting')).text()
    for (const who of ['maja', 'sofia', 'rut', 'karin', 'jonas'] as const) {
      const [read, sent] = [await as(who).get(form), await as(who).post(form, moa)]
      expect([who, read.status, await read.text(), sent.status]).toEqual([who, 404, missing, 404])
    }
    expect((await auditRows()).at(-1)).toEqual(['jonas', 'particulars.note-birth', 'not-allowed', baby])
  })

  it('the database lets nobody else do it, and gives custody to nobody who did not expect the child', async () => {
    await assign('sofia', baby, 'work')
    const by = (who: 'sofia') =>
      behindTheWalls(who, baby, (trx) =>
        sql<{
          done: boolean
        }>`select note_birth(${baby}, 'Moa', 'Ström', '2026-11-23', '{}') as done`.execute(trx),
      )
    await expect(by('sofia').then(({ rows }) => rows)).resolves.toEqual([{ done: false }])
    await as('birgit').post(form, { ...moa, custody: id('sara') })
    expect((await custody()).map(({ kind }) => kind)).toEqual(['expecting_parent', 'expecting_parent'])
    expect(await statusOf('sara')).toBe(404)
  })
})
