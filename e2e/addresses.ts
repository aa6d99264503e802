import { type RawBuilder, sql } from 'kysely'
import { createApp, inventory } from '#app'
import { idOf } from '#demo/county/index.ts'
import { readingAddress } from '#modules/plans'
import { paths } from '#shared/paths.ts'
import { idTables } from '#test/id-tables.ts'
import { admin, administrator, deps, type Reader } from './county.ts'

const options = { cookieName: 'kb-test', demo: true }
const app = createApp(deps, options)
const patterns = inventory(deps, options)
  .filter(({ method, pattern }) => method === 'GET' && !/:(issuer|code)|^\/scim\//.test(pattern))
  .map(({ pattern }) => pattern)

/** The addresses of some patterns about a child and about nobody, with the ids that the child has. */
async function addresses(chosen: readonly string[], childId: string) {
  const all: [pattern: string, address: string][] = []
  for (const pattern of chosen) {
    const [before = '', name, after = ''] = pattern.replace(':childId', childId).split(/:(\w+)/)
    if (!name) all.push([pattern, before])
    else for (const id of await idsBelow(before, childId)) all.push([pattern, `${before}${id}${after}`])
    if (pattern === paths.plan.show.pattern) all.push([pattern, readingAddress(childId, 'whole')])
  }
  return all
}

async function idsBelow(address: string, childId: string): Promise<string[]> {
  // Of no child: the reader's own unit, and another.
  if (address === paths.directory.unit.pattern.replace(':unitId', '')) return unitsAround(childId)
  const noChild = aboutNoChild.find(([before]) => address.endsWith(before))
  if (noChild && !address.includes(childId)) return idsFrom(noChild[1])
  const found = idTables.find(([before]) => address.endsWith(before))
  if (!found) throw new Error(`no ids for ${address}: add its table`)
  const [, table, column] = found
  return idsFrom(sql`select distinct ${sql.ref(column)} as id from ${sql.table(table)} where child_id = ${childId}
    order by 1 limit 3`)
}

const idsFrom = async (query: RawBuilder<unknown>): Promise<string[]> =>
  (await sql<{ id: string }>`${query}`.execute(admin)).rows.map(({ id }) => id)

const unitsAround = (childId: string) =>
  idsFrom(sql`select unit_id as id from child_placement where child_id = ${childId}
    union (select u.id from unit u order by u.name limit 1) order by id limit 3`)

/** Where the administrator among the readers keeps order. */
const herUnits = sql`select u.id from unit u join secrecy_unit s on s.id = u.secrecy_unit_id
  where s.authority_id = (select o.authority_id from unit v join secrecy_unit o on o.id = v.secrecy_unit_id
    where v.id = ${idOf.unit(administrator.split('@')[1] ?? '')})`
const aboutNoChild: readonly [before: string, ids: RawBuilder<unknown>][] = [
  ['/verksamheter/', sql`${herUnits} order by u.name, u.id limit 2`],
  ['/medarbetare/', sql`select id from engagement where unit_id in (${herUnits}) order by title, id limit 2`],
  ['/uppdrag/', sql`select id from appointment order by id limit 2`],
  ['/fragor-utan-namn/', sql`select id from consultation order by asked_at, id limit 2`],
]

export type Opened = { reader: Reader; address: string }

/** Every page that somebody in the county can open, once for each look that it has. */
export async function everyPage(readers: readonly Reader[]): Promise<Opened[]> {
  const seen = new Set<string>()
  const found: Opened[] = []
  for (const reader of readers)
    for (const [pattern, address] of await addresses(patterns, reader.childId)) {
      const headers: Record<string, string> = reader.token
        ? { Cookie: `${options.cookieName}=${reader.token}` }
        : {}
      const answer = await app.request(address, { headers })
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
      const looks = looksIn(await answer.text()).map(
        (look) => `${answer.ok ? pattern : answer.status} ${look}`,
      )
      if (looks.every((look) => seen.has(look))) continue
      for (const look of looks) seen.add(look)
      found.push({ reader, address })
    }
  return found
}

/** What a page is made of, apart from its words and its length: elements with their classes, each after another. */
function looksIn(html: string): string[] {
  const tags = [...html.matchAll(/<\/?[a-z][^>]*>/g)].map(([tag]) =>
    tag.replace(/ (href|value|id|for|name|aria-\w+|datetime|d|transform|data-max)="[^"]*"/g, ''),
  )
  return tags.map((tag, place) => `${tags[place - 1]}${tag}`)
}
