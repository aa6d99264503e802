import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, openMatter, tellFamily } from '#test/arrange.ts'
import { baby, expecting, sayOfBaby, tellOfBaby } from '#test/expecting.ts'
import { admin, as, deps, id, lisa, type Person, world } from '#test/world.ts'

// Lisa is sixteen and expects a child. She is a child herself, with a BBA of her own at school.

const page = (childId: string) => paths.child.to({ childId })
const statusOf = async (who: Person, path: string) => (await as(who).get(path)).status
const textOf = async (who: Person, path: string) => (await as(who).get(path)).text()
const born = () =>
  as('birgit').post(paths.particulars.birth.to({ childId: baby }), {
    givenName: 'Moa',
    familyName: 'Holmgren',
    bornOn: '2026-11-23',
    custody: id('lisaSelf'),
  })

describe('a mother who is a child herself', () => {
  beforeEach(async () => {
    await world()
    await admin.updateTable('child').set({ born_on: '2010-03-14' }).where('id', '=', lisa).execute()
    await openMatter()
    await expecting('lisaSelf')
    await sayOfBaby(id('a statement'), 'Lisa läser högt för magen.')
  })

  it('each child has a BBA, and neither of them reads of the other', async () => {
    expect([await statusOf('birgit', page(baby)), await statusOf('birgit', page(lisa))]).toEqual([200, 404])
    expect([await statusOf('maja', page(lisa)), await statusOf('maja', page(baby))]).toEqual([200, 404])
    for (const path of [paths.wheel.show, paths.particulars.show, paths.family.guardians]) {
      expect(await statusOf('maja', path.to({ childId: baby }))).toBe(404)
      expect(await statusOf('birgit', path.to({ childId: lisa }))).toBe(404)
    }
    expect(await textOf('maja', paths.children.to({}))).not.toContain('Bebisen')
  })

  it('her own parents are told nothing of the child to come, also when it is born', async () => {
    await tellFamily('sara', 'lisaSelf')
    await tellOfBaby('lisaSelf')
    for (const step of ['expected', 'born']) {
      for (const who of ['sara', 'jonas'] as const) {
        expect([step, who, await statusOf(who, page(baby))]).toEqual([step, who, 404])
        expect(await textOf(who, paths.children.to({}))).not.toMatch(/Bebisen|Moa/)
      }
      await born()
    }
  })

  it('she sees both, each as what she is to it; being told of one opens nothing of the other', async () => {
    await tellOfBaby('lisaSelf')
    expect(await textOf('lisaSelf', paths.children.to({}))).toContain('Bebisen')
    expect(await statusOf('lisaSelf', page(baby))).toBe(200)
    expect(await textOf('lisaSelf', page(baby))).toContain('<title>Barnet')
    expect(await textOf('lisaSelf', page(lisa))).toContain('<title>Min sida')
    expect(await statusOf('lisaSelf', paths.wheel.show.to({ childId: baby }))).toBe(200)
    expect(await statusOf('lisaSelf', paths.wheel.show.to({ childId: lisa }))).toBe(404)
  })

  it('what must not be known of her is barred for her parents there, and changes nothing for her own child', async () => {
    await tellFamily('sara')
    await tellOfBaby('lisaSelf')
    await bar('sara')
    await born()
    expect(await statusOf('lisaSelf', paths.wheel.show.to({ childId: baby }))).toBe(200)
    const custody = await admin
      .selectFrom('guardianship')
      .select(['person_id', 'kind'])
      .where('child_id', '=', baby)
      .execute()
    expect(custody).toEqual([{ person_id: id('lisaSelf'), kind: 'guardian' }])
  })

  it('signing in, the register’s mother and she are the same', async () => {
    await admin
      .insertInto('identity')
      .values({ issuer: 'eid', subject: 'lisa', person_id: id('lisaSelf') })
      .execute()
    const hash = deps.keys.hash('identifier', '201701012393')
    await sql`select note_person_number('eid', 'lisa', ${hash}::bytea)`.execute(admin)
    expect(await admin.selectFrom('person_number').select('person_id').execute()).toEqual([
      { person_id: id('lisaSelf') },
    ])
  })
})
