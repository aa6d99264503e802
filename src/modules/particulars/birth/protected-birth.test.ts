import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { baby, expecting, sayOfBaby, tellOfBaby } from '#test/expecting.ts'
import {
  admin,
  as,
  assign,
  auditRows,
  behindTheWalls,
  deps,
  id,
  inHours,
  type Person,
  setClock,
  world,
} from '#test/world.ts'

const at = { childId: baby }
const form = paths.particulars.birth.to(at)
const shield = paths.shield.show.to(at)
const numbers = paths.particulars.show.to(at)
const page = paths.child.to(at)
const name = 'Kanariemoa'
const born = { givenName: name, familyName: 'Gulfjäder', bornOn: '2026-11-19', custody: id('karin') }
const textOf = async (who: Person, path: string) => (await as(who).get(path)).text()
const marks = (who = 'barnet') =>
  as('birgit').post(shield, {
    submission: id(`mark of ${who}`),
    who,
    kind: 'skyddad_folkbokforing',
    source: 'familjen',
    markedOn: '2026-11-24',
  })

/** Every table in which the words stand anywhere in clear. */
async function whereverItSays(words: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; found: boolean }>`
    select c.relname as name, query_to_xml(format('select from %s t where t::text like %L limit 1', c.oid::regclass, ${`%${words}%`}::text),
      false, false, '')::text like '%<row%' as found
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(admin)
  expect(rows.length).toBeGreaterThan(80)
  return rows.flatMap(({ name: table, found }) => (found ? [table] : []))
}
const row = () =>
  admin
    .selectFrom('child')
    .select(['protection', 'given_name', 'family_name', 'born_on', 'expected_on'])
    .where('id', '=', baby)
    .executeTakeFirstOrThrow()
const sealedRow = {
  protection: 'skyddad_folkbokforing',
  given_name: null,
  family_name: null,
  born_on: null,
  expected_on: null,
}
const grown = () => admin.selectFrom('protected_grown').selectAll().execute()
const planned = () =>
  admin.selectFrom('task').select(['child_id', 'due_on']).where('kind', '=', 'plan_handover').execute()

describe('a child that is protected before it is born', () => {
  beforeEach(async () => {
    await world()
    await expecting('karin', 'jonas')
    await tellOfBaby('karin', 'jonas')
    await sayOfBaby(id('a statement'), 'Karin sjunger varje kväll.')
  })

  it('the search for its name would find it', async () => {
    expect((await as('birgit').post(form, born)).status).toBe(303)
    expect(await whereverItSays(name)).toEqual(['child'])
  })

  it('is born as others are; who it is lies sealed, and those who are told read it', async () => {
    await marks()
    expect(await textOf('birgit', numbers)).toContain(`href="${form}"`)
    const empty = await textOf('birgit', form)
    for (const words of ['Karin Ström', 'Jonas Berg', 'låses in']) expect(empty).toContain(words)
    expect(empty).not.toMatch(/Bebisen|data-guard/)
    for (const { status } of [await as('birgit').post(form, born), await as('birgit').post(form, born)])
      expect(status).toBe(303)
    expect(await row()).toEqual(sealedRow)
    for (const words of [name, 'Gulfjäder', '2026-11-19']) expect(await whereverItSays(words)).toEqual([])
    expect(await grown()).toEqual([{ child_id: baby, grown_on: '2044-11-19' }])
    const sealed = await textOf('birgit', `${shield}?visa=allt`)
    for (const words of [`${name} Gulfjäder`, '19 november 2026']) expect(sealed).toContain(words)
    expect(await textOf('birgit', page)).toContain('Skyddat barn')
    expect(await textOf('birgit', paths.wheel.show.to(at))).toContain('sjunger')
    expect(await textOf('karin', page)).toContain(name)
    expect((await as('jonas').get(page)).status).toBe(404)
    expect((await as('birgit').get(form)).status).toBe(404)
    expect(await textOf('birgit', numbers)).not.toContain(`href="${form}"`)
  })

  it('gone back to, with another name, nothing is changed and nothing said of who it is', async () => {
    await marks()
    await as('birgit').post(form, born)
    const other = await as('birgit').post(form, { ...born, givenName: 'Maj' })
    const text = await other.text()
    expect([other.status, text.includes('Skyddat barn, är redan fött här'), text.includes(name)]).toEqual([
      409,
      true,
      false,
    ])
    expect(await textOf('birgit', `${shield}?visa=allt`)).toContain(name)
  })

  it('is for those who are told: a colleague, others and the family meet what is not there', async () => {
    await marks()
    await assign('sofia', baby, 'work')
    const missing = await textOf('maja', '/ingenting')
    for (const who of ['maja', 'sofia', 'rut', 'karin', 'jonas'] as const) {
      const [read, sent] = [await as(who).get(form), await as(who).post(form, born)]
      expect([who, read.status, await read.text(), sent.status]).toEqual([who, 404, missing, 404])
    }
    expect((await auditRows()).at(-1)).toEqual(['jonas', 'particulars.note-birth', 'not-allowed', baby])
    setClock(inHours(0.1))
    await admin.deleteFrom('protection_member').where('child_id', '=', baby).execute()
    const [read, sent] = [await as('birgit').get(form), await as('birgit').post(form, born)]
    expect([read.status, await read.text(), sent.status]).toEqual([404, missing, 404])
    expect(await grown()).toEqual([])
  })

  it('the database writes no name in clear, nor anything by somebody who is not told', async () => {
    await marks()
    const note = (identity: Buffer | null) =>
      behindTheWalls('birgit', baby, (trx) =>
        sql<{ done: boolean }>`
          select note_birth(${baby}, 'Moa', 'Ström', '2026-11-19', '{}', ${identity}::bytea) as done`.execute(
          trx,
        ),
      ).then(({ rows }) => rows[0]?.done)
    expect(await note(null)).toBe(false)
    await admin.deleteFrom('protection_member').where('child_id', '=', baby).execute()
    expect(await note(Buffer.from('sealed'))).toBe(false)
    expect(await row()).toEqual(sealedRow)
  })

  it('whose mother is protected is so from the first moment, by the same mark', async () => {
    await marks(id('karin'))
    expect(await textOf('birgit', form)).toContain('Någon i familjen har skyddade personuppgifter')
    expect((await as('birgit').post(form, born)).status).toBe(303)
    expect(await row()).toEqual(sealedRow)
    for (const words of [name, 'Gulfjäder']) expect(await whereverItSays(words)).toEqual([])
    const own = await admin
      .selectFrom('protection_mark')
      .select(['kind', 'source'])
      .where('person_id', 'is', null)
      .execute()
    expect(own).toEqual([{ kind: 'skyddad_folkbokforing', source: 'familjen' }])
    expect(await textOf('birgit', `${shield}?visa=allt`)).toContain(`${name} Gulfjäder`)
    expect(await textOf('karin', page)).toContain(name)
  })

  it('the ladder moves on: a midwife thinks of the next BBA, once; BVC has nothing to hand over', async () => {
    await marks()
    await as('birgit').post(form, born)
    expect(await planned()).toEqual([])
  })

  it('and from a midwife', async () => {
    await admin.updateTable('unit').set({ kind: 'midwifery' }).where('id', '=', id('bvc')).execute()
    await marks()
    for (let time = 0; time < 2; time++) await as('birgit').post(form, born)
    expect(await planned()).toEqual([{ child_id: baby, due_on: '2026-11-24' }])
    expect(await textOf('birgit', paths.tasks.to({}))).toContain('Förbered en överlämning')
  })

  it('gets its number afterwards, which lies with the mark and finds it as others are found', async () => {
    await marks()
    await as('birgit').post(form, born)
    const number = { kind: 'person', number: '20170101-2393', source: 'register' }
    for (const who of ['maja', 'sofia', 'karin'] as const)
      expect([who, (await as(who).post(numbers, number)).status]).toEqual([who, 404])
    expect(await textOf('birgit', numbers)).toContain('Spara numret')
    for (let time = 0; time < 2; time++) expect((await as('birgit').post(numbers, number)).status).toBe(303)
    const hash = deps.keys.hash('identifier', '201701012393')
    expect(await admin.selectFrom('identifier_hash').selectAll().execute()).toEqual([
      { hash, child_id: baby },
    ])
    expect(await whereverItSays('2393')).toEqual([])
    expect(await admin.selectFrom('child_identifier').select('id').execute()).toEqual([])
    expect(await textOf('birgit', `${shield}?visa=allt`)).toMatch(/20170101-?2393/)
    const after = await textOf('birgit', numbers)
    expect([after.includes('2393'), after.includes('Spara numret')]).toEqual([false, false])
    const second = { kind: 'lma', number: '12345', source: 'paper' }
    expect((await as('birgit').post(numbers, second)).status).toBe(404)
  })

  it('its twin is as protected as it is, from the first moment', async () => {
    await marks()
    await as('birgit').post(form, born)
    const twin = { childId: id('the twin') }
    const add = paths.particulars.twin.to(at)
    expect(await textOf('birgit', numbers)).toContain(`href="${add}"`)
    const alva = {
      submission: twin.childId,
      givenName: 'Kanariealva',
      familyName: 'Gulfjäder',
      custody: id('karin'),
    }
    expect((await as('maja').post(add, alva)).status).toBe(404)
    for (let time = 0; time < 2; time++) expect((await as('birgit').post(add, alva)).status).toBe(303)
    for (const words of ['Kanariealva', '2026-11-19']) expect(await whereverItSays(words)).toEqual([])
    const twins = paths.shield.show.to(twin)
    const sealed = await textOf('birgit', `${twins}?visa=allt`)
    for (const words of ['Kanariealva Gulfjäder', '19 november 2026']) expect(sealed).toContain(words)
    expect(await textOf('birgit', paths.child.to(twin))).toContain('Skyddat barn')
    expect(await textOf('karin', paths.child.to(twin))).toContain('Kanariealva')
  })
})
