import { beforeEach, describe, expect, it } from 'vitest'
import { acts } from '#modules/audit'
import { nilId } from '#shared/asking.ts'
import { paths } from '#shared/paths.ts'
import { lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
import {
  admin,
  as,
  auditRows,
  id,
  lisa,
  nils,
  noon,
  routes,
  unknownChild,
  withoutAudit,
  world,
} from '#test/world.ts'

/** The address with a child, and with things that do not exist. */
const addressOf = (pattern: string, child: string) =>
  pattern.replace(':childId', child).replace(/:\w+/g, '99999999-9999-4999-8999-999999999999')
const aboutChild = routes.filter((route) => route.pattern.includes(':childId'))
const onlyChild = aboutChild.filter((route) => !route.pattern.replace(':childId', '').includes(':'))
const pages = onlyChild.filter((route) => route.method === 'GET')

const flat = (table: object): string[] =>
  Object.values(table).flatMap((value) => ('pattern' in value ? [value.pattern as string] : flat(value)))

describe('the inventory of routes', () => {
  it('is the table of addresses, no more and no less', () => {
    const served = [...new Set(routes.map((route) => route.pattern))].sort()
    expect(served).toEqual([...new Set(flat(paths))].sort())
    const twice = routes.map((route) => `${route.method} ${route.pattern}`)
    expect(twice.filter((route, place) => twice.indexOf(route) !== place)).toEqual([])
  })

  it('says for each whom it is for and what it leaves; what is about a child always leaves something', () => {
    for (const route of routes) {
      if (route.act !== null) expect(Object.keys(acts)).toContain(route.act)
      if (route.pattern.includes(':childId')) {
        expect(route.act, route.pattern).not.toBeNull()
        expect(route.audience, route.pattern).not.toBe('public')
      }
      // The way back from whoever vouches for a person is a GET by the protocol, guarded by its own state.
      if (route.act && route.method === 'GET' && route.act !== 'session.begin')
        expect(acts[route.act], route.pattern).toBe('reads')
    }
  })
})

describe('for every route about a child', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    await admin
      .insertInto('plan')
      .values({ child_id: lisa, id: id('plan'), matter_id: lisasMatter, made_at: noon })
      .execute()
    await admin
      .insertInto('plan_head')
      .values({ child_id: lisa, plan_id: id('plan'), version: 1 })
      .execute()
  })

  it.each(aboutChild.map((route) => [route.method, route.pattern] as const))(
    '%s %s looks to outsiders like what does not exist, and leaves its row',
    async (method, pattern) => {
      const ask = (who: Parameters<typeof as>[0], child: string) =>
        method === 'GET' ? as(who).get(addressOf(pattern, child)) : as(who).post(addressOf(pattern, child))
      const missing = await (await as('maja').get('/ingenting')).text()
      for (const who of ['eva', 'karin', 'ingrid'] as const)
        for (const child of [lisa, unknownChild, 'inget-barn', nilId]) {
          const answer = await ask(who, child)
          expect([who, child, answer.status, await answer.text()]).toEqual([who, child, 404, missing])
        }
      const signedOut = await Promise.all([lisa, nils, unknownChild].map((child) => ask('nobody', child)))
      for (const answer of signedOut) {
        expect(answer.status).toBe(303)
        expect(answer.headers.get('location')).toMatch(/^\/logga-in/)
        expect(await answer.text()).toBe('')
      }
      const rows = await auditRows()
      expect(rows).toHaveLength(3 * 4 + 3)
      expect(new Set(rows.map((row) => row[2]))).toEqual(
        new Set(['not-found', 'not-allowed', 'signed-out'].filter((o) => rows.some((r) => r[2] === o))),
      )
    },
  )

  it.each(pages.map((route) => route.pattern))(
    '%s leaves exactly one row when Maja and Sara open it',
    async (pattern) => {
      for (const who of ['maja', 'sara'] as const) {
        const before = (await auditRows()).length
        const answer = await as(who).get(addressOf(pattern, lisa))
        expect([200, 303, 404]).toContain(answer.status)
        expect(answer.headers.get('cache-control')).toBe('no-store')
        expect(answer.headers.get('etag')).toBeNull()
        const rows = await auditRows()
        expect(rows).toHaveLength(before + 1)
        expect(rows.some((row) => row[0] === who && row[3] === lisa)).toBe(true)
      }
    },
  )

  it.each(pages.map((route) => route.pattern))(
    '%s shows nothing when its row cannot be written',
    async (pattern) => {
      const answer = await withoutAudit(() => as('maja').get(addressOf(pattern, lisa)))
      expect(answer.status).toBe(503)
      const page = await answer.text()
      for (const secret of ['Lisa', 'Holmgren', 'Sara', 'Jonas']) expect(page).not.toContain(secret)
    },
  )

  it.each(onlyChild.filter((route) => route.method === 'POST').map((route) => route.pattern))(
    '%s survives what hostile clients send',
    async (pattern) => {
      const address = addressOf(pattern, lisa)
      const encoded = { 'content-type': 'application/x-www-form-urlencoded' }
      const bodies: [string, Record<string, string>][] = [
        ['%E0%A4%A', encoded],
        ['version=99999999999999999999&submission=no&engagement=x', encoded],
        [`sentence=${'x'.repeat(1_100_000)}`, encoded],
        ['--x\r\nbroken', { 'content-type': 'multipart/form-data; boundary=x' }],
        ['{"a":1}', { 'content-type': 'application/json' }],
        ['', {}],
        ['__proto__=1&constructor=2&toString=3', encoded],
      ]
      for (const [body, headers] of bodies) {
        const answer = await as('maja').send(address, { method: 'POST', body, headers })
        expect([pattern, answer.status < 500]).toEqual([pattern, true])
      }
    },
  )
})

describe('searching', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
  })

  /** The only parameters that may change which people a page shows. */
  const allowed: Record<string, readonly string[]> = { '/barn': ['efter'], '/uppgifter': ['efter'] }

  it.each(
    routes
      .filter((r) => r.method === 'GET' && !r.pattern.includes(':') && r.audience !== 'public')
      .map((r) => r.pattern),
  )('%s cannot be asked for people by anything but a name', async (pattern) => {
    const people = async (query: string) => {
      const page = await (await as('maja').get(`${pattern}${query}`)).text()
      return [...page.matchAll(/\/barn\/([0-9a-f-]{36})/g)].map(([, child]) => child)
    }
    const all = await people('')
    for (const name of [
      'diagnos',
      'omrade',
      'area',
      'need',
      'filter',
      'sort',
      'sok',
      'q',
      'id',
      'language',
      'child',
      'concern',
    ])
      if (!allowed[pattern]?.includes(name))
        for (const value of ['adhd', 'safety', lisa, "' or 1=1 --", '*'])
          expect([name, value, await people(`?${name}=${encodeURIComponent(value)}`)]).toEqual([
            name,
            value,
            all,
          ])
  })
})
