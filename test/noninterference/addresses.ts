import { sql } from 'kysely'
import type { Act } from '#modules/audit'
import { readingAddress } from '#modules/plans'
import { paths } from '#shared/paths.ts'
import { idTables } from '#test/id-tables.ts'
import { admin, id, lisa, nils, routes } from '#test/world.ts'

/** Not a page of ours, the way to whoever vouches for people; or one that opens with what lies nowhere. */
const elsewhere = (pattern: string) => /:(issuer|code)/.test(pattern)
/** These end the session, or change what every later answer is about. */
const last = [
  paths.signOut,
  paths.unit,
  paths.sessions,
  paths.childsDoor.handOver,
  paths.childsDoor.endPaper,
].map(({ pattern }) => pattern)

/** With `search`: the name that is first sent to the page, and then what it leads to. */
export type Address = { method: 'GET' | 'POST'; path: string; search?: string }
export const searches: readonly Address[] = ['Lisa', 'Elsa'].map((search) => ({
  method: 'GET',
  path: paths.children.to({}),
  search,
}))

/** Every address about Lisa, about other children, and about nobody, with every id there is; and one there is not. */
export async function everyAddress(method: 'GET' | 'POST'): Promise<Address[]> {
  const found = new Set<string>()
  for (const { pattern } of routes.filter((route) => route.method === method && !elsewhere(route.pattern)))
    if (method === 'GET' || !last.includes(pattern as (typeof last)[number]))
      for (const path of await filledIn(pattern)) found.add(path)
  if (method === 'GET')
    for (const reading of ['plain', 'whole'] as const) found.add(readingAddress(lisa, reading))
  return [...found].map((path) => ({ method, path }))
}

/** Every address of the acts that open here. */
export const addressesOf = (opens: (act: Act) => boolean): RegExp => {
  const patterns = routes.filter(({ act }) => act && opens(act)).map(({ pattern }) => pattern)
  return new RegExp(`^(${patterns.join('|').replaceAll(/:\w+/g, '[^/]+')})$`)
}

/** The addresses that this pattern has in this world. */
async function filledIn(pattern: string): Promise<string[]> {
  const children = pattern.includes(':childId') ? [lisa] : ['']
  if (pattern === paths.child.pattern) children.push(nils, id('elsa'), id('namesake'))
  const all: string[] = []
  for (const child of children) {
    const [before = '', name, after = ''] = pattern.replace(':childId', child).split(/:(\w+)/)
    if (!name) all.push(before)
    else for (const thing of await idsBelow(before)) all.push(`${before}${thing}${after}`)
  }
  return all
}

const tableOf = (address: string) => idTables.find(([before]) => address.endsWith(before))

async function idsBelow(address: string): Promise<string[]> {
  const found = tableOf(address)
  if (!found) return [missing]
  const [, table, column] = found
  // What is about no child, as units, is tried with three of its kind.
  const some = address.includes(lisa) ? sql`where child_id = ${lisa}` : sql`order by 1 limit 3`
  const { rows } = await sql<{ id: string }>`
    select distinct ${sql.ref(column)} as id from ${sql.table(table)} ${some}`.execute(admin)
  return [...rows.map((row) => row.id), missing]
}
const missing = id('nothing at all')

/** Addresses about a child with an id of a kind that is not in `idTables`: they would never be tried with a real one. */
export const untried = routes
  .map(({ pattern }) => pattern)
  .filter((pattern) => {
    const [before = '', name] = pattern.replace(':childId', lisa).split(/:(\w+)/)
    return pattern.includes(':childId') && name && !tableOf(before)
  })
