import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter } from '#test/arrange.ts'
import { searchFor } from '#test/search.ts'
import {
  admin,
  as,
  auditRows,
  engagementOf,
  id,
  lisa,
  noon,
  type Person,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = paths.children.to({})
const listFor = async (who: Person, query = '') => (await as(who).get(`${address}${query}`)).text()
const shown = async () => {
  const rows = await admin.selectFrom('audit_subject').select('child_id').execute()
  return rows.map((row) => row.child_id)
}

/** A school class for Petra: children whose names run from A to Ö. */
async function manyFor(who: 'petra', count: number) {
  await sql`insert into child (id, given_name, family_name, born_on, made_at)
    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Barn', chr(65 + n % 26) || 'sson ' || n, '2018-01-01', ${noon.toISOString()}::timestamptz
    from generate_series(1, ${count}) n`.execute(admin)
  await sql`insert into assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, md5('knows' || n)::uuid, 'ordinary', ${engagementOf(who)}::uuid,
      ${id('wall furuskolan')}::uuid, ${id('maja')}::uuid, '2026-08-15' from generate_series(1, ${count}) n`.execute(
    admin,
  )
}

describe('the children one knows', () => {
  beforeEach(() => world())

  it('Petra sees Lisa, with her age, and nothing of what is going on', async () => {
    const before = await listFor('petra')
    await openMatter()
    const page = await listFor('petra')
    expect(page).toBe(before)
    expect(page).toContain(`<a href="${paths.child.to({ childId: lisa })}">Lisa Holmgren</a>`)
    expect(page).toContain('8 år')
    expect(page).not.toContain('Nils')
    expect(await shown()).toEqual([lisa, lisa])
    expect((await auditRows()).map((row) => row.slice(0, 3))).toEqual([
      ['petra', 'children.list', 'done'],
      ['petra', 'children.list', 'done'],
    ])
  })

  it('Sara sees her own child, told or not; Lisa sees herself; Ali, who knows nobody, sees nobody', async () => {
    expect(await listFor('sara')).toContain('Lisa Holmgren')
    expect(await listFor('sara')).toContain('<h1>Mina barn</h1>')
    expect(await listFor('lisaSelf')).toContain('Lisa Holmgren')
    expect(await listFor('karin')).not.toContain('Lisa')
    expect(await listFor('ali')).toContain('Här är det tomt just nu.')
  })

  it('a name finds those one knows, and nobody else', async () => {
    const found = async (name: string) => listFor('petra', await searchFor('petra', name))
    expect(await found('holm')).toContain('Lisa Holmgren')
    expect(await found('LISA H')).toContain('Lisa Holmgren')
    expect(await found('nils')).toContain('Inget barn som du känner heter så.')
    expect(await found('%')).toContain('Inget barn som du känner')
    expect(await found("\0';--")).toContain('Inget barn som du känner')
    expect(await searchFor('petra', '  ')).toBe('')
  })

  it('what one looks for stands in no address, and another’s address finds nothing by it', async () => {
    await manyFor('petra', 120)
    const query = await searchFor('petra', 'Barn')
    expect(query).toMatch(/^\?namn=[\w-]{40,}$/)
    const page = await listFor('petra', query)
    expect(page).toContain('value="Barn"')
    const [, next = ''] = /href="\/barn(\?[^"]*efter=[^"]*)"/.exec(page) ?? []
    const second = await listFor('petra', next.replaceAll('&amp;', '&'))
    expect([next.includes('Barn'), second.includes('Lisa'), second.includes('value="Barn"')]).toEqual([
      false,
      false,
      true,
    ])
    const others = [
      await listFor('maja', query),
      await listFor('petra', '?namn=Barn'),
      await listFor('petra', '?q=Barn'),
    ]
    for (const other of others) expect(other).not.toContain('value="Barn"')
    expect(others[0]).toContain('Lisa Holmgren')
  })

  it('a child that is only described is not in the list', async () => {
    await as('petra').post(paths.noticing.notice.to({}), { who: 'Någon, Furuskolan', sentence: 'Något.' })
    expect(await listFor('maja')).not.toContain('ännu inte är hittat')
  })

  it('shows fifty at a time in the order of the Swedish alphabet, each once, with no name in an address', async () => {
    await manyFor('petra', 120)
    const names: string[] = []
    let next: string | undefined = ''
    let pages = 0
    while (next !== undefined && pages < 5) {
      const page: string = await listFor('petra', next)
      names.push(...[...page.matchAll(/<li><a href="\/barn\/[^"]*">([^<]*)/g)].map(([, name]) => name ?? ''))
      const link: string | undefined = /href="\/barn(\?[^"]*efter=[^"]*)"/.exec(page)?.[1]
      expect(link ?? '').not.toMatch(/Barn|sson|Lisa/)
      next = link?.replaceAll('&amp;', '&')
      pages++
    }
    expect(pages).toBe(3)
    expect(new Set(names).size).toBe(121)
    expect(names).toEqual([...names].sort(new Intl.Collator('sv').compare))
  })

  it('shows nothing when the log cannot be written', async () => {
    const answer = await withoutAudit(() => as('petra').get(address))
    expect(answer.status).toBe(503)
    expect(await answer.text()).not.toContain('Lisa')
  })
})
