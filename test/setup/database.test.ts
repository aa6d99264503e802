import postgres from 'postgres'
import { afterAll, describe, expect, it } from 'vitest'
import { cloneDatabase } from '#test/setup/database.ts'

const { app, admin } = await cloneDatabase()
const asApp = postgres({ ...app, max: 1 })
const asAdmin = postgres({ ...admin, max: 1 })
afterAll(() => Promise.all([asApp.end(), asAdmin.end()]))

describe('the database', () => {
  it('sorts å, ä and ö last when asked for Swedish order', async () => {
    const names = ['Östen', 'Zara', 'Åsa', 'Adam', 'Ärla']
    const rows =
      await asApp`select name from unnest(${names}::text[]) name order by name collate "sv-SE-x-icu"`
    expect(rows.map((row) => row['name'])).toEqual(['Adam', 'Zara', 'Åsa', 'Ärla', 'Östen'])
  })

  it('is one that the application owns nothing in and cannot look past the walls of', async () => {
    const [role] = await asAdmin`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned,
        pg_has_role(oid, 'kb_rules', 'MEMBER') or pg_has_role(oid, 'kb_owner', 'MEMBER') as more
      from pg_roles r where rolname = 'kb_app'`
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
      more: false,
    })
  })

  it('keeps walls around every table of child data, for the owner too', async () => {
    const open = await asAdmin`
      select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and not (c.relrowsecurity and c.relforcerowsecurity)`
    expect(open).toEqual([])
  })
})
