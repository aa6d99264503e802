import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { takeBack } from '#test/arrange.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { admin, as, lisa, type Person, people, routes, world } from '#test/world.ts'

const concern = paths.concern.to({})
const pages = routes
  .filter(({ method, pattern }) => method === 'GET' && !pattern.replace(':childId', '').includes(':'))
  .filter(({ audience }) => audience !== 'public')
  .map(({ pattern }) => pattern.replace(':childId', lisa))

/** Ids that every form and request has of its own are no part of what a page says. */
const said = (page: string) => page.replace(/(name="submission" value=")[^"]*/g, '$1')
const addresses = ['/uppgifter', '/barn', ...pages.filter((path) => path.includes(lisa))]

async function seenBy(observer: Person) {
  const seen: [string, number, string][] = []
  for (const path of addresses) {
    const answer = await as(observer).get(path)
    const isText = answer.headers.get('content-type')?.startsWith('text/html') ?? false
    seen.push([
      path,
      answer.status,
      isText ? said(await answer.text()) : String((await answer.arrayBuffer()).byteLength),
    ])
  }
  return seen
}

const tables = await sql<{ name: string }>`select relname as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(admin)
async function rowsOf() {
  const counts: Record<string, number> = {}
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.id(name)}`.execute(admin)
    counts[name] = rows[0]?.n ?? 0
  }
  return counts
}

describe('the duty to report that a child may come to harm', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it.each(['maja', 'petra', 'sofia', 'ali', 'sara'] as const)(
    'is one click away from every page that %s can open',
    async (who) => {
      let opened = 0
      for (const path of pages) {
        const answer = await as(who).get(path)
        if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) continue
        const page = await answer.text()
        // The child's own pages have one way out, and speak to the child.
        if (page.includes('<body class="child"')) continue
        opened++
        expect([path, page.includes(`href="${concern}"`)]).toEqual([path, true])
      }
      expect(opened).toBeGreaterThan(3)
    },
  )

  it('needs no consent, takes at most five clicks, and nobody else can see that it was done', async () => {
    for (const parent of ['sara', 'jonas'] as const) await takeBack(parent, 'familjestod')
    const others = people.filter((who) => who !== 'ali')
    // The first look is itself something that a unit can read that it has done.
    await Promise.all(others.map(seenBy))
    const before = await Promise.all(others.map(seenBy))
    const rows = await rowsOf()

    let path = '/'
    let clicks = 0
    while (path !== concern && clicks < 5) {
      const answer = await as('ali').get(path)
      const page = await answer.text()
      path = answer.headers.get('location') ?? /href="(\/orosanmalan)"/.exec(page)?.[1] ?? 'nowhere'
      clicks++
    }
    const page = await (await as('ali').get(concern)).text()
    expect(clicks).toBeLessThanOrEqual(5)
    expect(page).toMatch(/href="tel:/)
    expect(page).not.toContain('<form')
    // Only that he came to his own first page stands in the log.
    const log = { audit_event: expect.any(Number), audit_waiting: expect.any(Number) }
    expect(await rowsOf()).toEqual({ ...rows, ...log })
    expect(await Promise.all(others.map(seenBy))).toEqual(before)
  }, 120_000)
})
