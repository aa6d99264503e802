import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisasMark, markAsProtected, tellFamily } from '#test/arrange.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { asOwner } from '#test/turning-keys.ts'
import { admin, as, deps, id, lisa, nils, noon, world } from '#test/world.ts'

// Lisa gets a new identity. docs/operations/new-identity.md: the old one is closed, and nothing leads to the new.

const owner = await asOwner()
const closes = () => owner`select close_identity(${lisa}, ${noon.toISOString()}::timestamptz) as closed`
const newChild = id('the child she is now')
const isNew = () =>
  admin
    .insertInto('child')
    .values({
      id: newChild,
      given_name: 'Moa',
      family_name: 'Ny',
      born_on: '2018-03-20',
      made_at: noon,
    })
    .execute()

describe('a new identity', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
    await tellFamily('lisaSelf')
    await markAsProtected()
  })

  it('the old one is closed: nobody knows it any more, and nothing that was sealed can be opened', async () => {
    const hash = Buffer.from('the hash of her number')
    await admin.insertInto('identifier_hash').values({ child_id: lisa, hash }).execute()
    expect((await closes())[0]?.['closed']).toBe(true)
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['maja', 'petra', 'ali', 'sara', 'jonas'] as const) {
      const answer = await as(who).get(paths.child.to({ childId: lisa }))
      expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
      expect(await (await as(who).get(paths.children.to({}))).text()).not.toContain('Lisa')
    }
    const keys = await admin
      .selectFrom('subject_key')
      .select('subject_id')
      .where('subject_id', 'in', [lisa, lisasMark, id('lisaSelf')])
      .execute()
    expect(keys).toEqual([])
    expect(await admin.selectFrom('protected_grown').select('grown_on').execute()).toEqual([])
    expect(await admin.selectFrom('identifier_hash').select('hash').execute()).toEqual([])
    await expect(deps.vault.box(admin, lisasMark)).rejects.toThrow()
  })

  it('nothing ties the old to the new, whoever tries: no merging, number, custody, sign-in or work', async () => {
    await closes()
    await isNew()
    const refused = /closed for good|violates check/
    const tries = [
      sql`update child set merged_into = ${newChild} where id = ${lisa}`,
      sql`update child set merged_into = ${lisa} where id = ${newChild}`,
      sql`insert into child (id, provisional, merged_into, made_at) values (${id('x')}, true, ${lisa}, ${noon.toISOString()})`,
      sql`update child set person_id = ${id('lisaSelf')} where id = ${newChild}`,
      sql`insert into identifier_hash values ('x', ${lisa})`,
      sql`insert into child_identifier values (${lisa}, ${id('x')}, 'personnummer', 'x', '2026-01-01')`,
      sql`insert into identity values ('test', 'lisa', ${id('lisaSelf')})`,
      sql`insert into guardianship (child_id, person_id, called, source, checked_at, valid_from)
        values (${lisa}, ${id('sara')}, 'mamma', 'x', ${noon.toISOString()}, '2026-11-25')`,
      sql`insert into assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
        select ${lisa}, ${id('x')}, kind, engagement_id, secrecy_unit_id, given_by, valid_from from assignment limit 1`,
    ]
    for (const one of tries) await expect(one.execute(admin)).rejects.toThrow(refused)
  })

  it('and no column could hold such a link: one child names another only while it has no name of its own', async () => {
    const { rows } = await sql<{ pair: string }>`select c.conrelid::regclass || '.' || a.attname as pair
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      where c.contype = 'f' and c.confrelid = 'child'::regclass and (c.conrelid = 'child'::regclass or a.attname <> 'child_id')`.execute(
      admin,
    )
    // That two records were one is forgotten when one of them is closed.
    expect(rows.map(({ pair }) => pair).toSorted()).toEqual(['child.merged_into', 'same_child.same_as'])
    await expect(
      sql`update child set merged_into = ${nils} where id = ${lisa}`.execute(admin),
    ).rejects.toThrow(/violates check/)
  })

  it('is not for the program to do', async () => {
    const { rows } = await sql<{
      may: boolean
    }>`select bool_or(has_function_privilege('kb_app', oid, 'execute')) as may
      from pg_proc where proname in ('close_identity', 'close_adult')`.execute(admin)
    expect(rows).toEqual([{ may: false }])
  })
})
