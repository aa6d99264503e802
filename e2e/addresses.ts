import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { admin, as, lisa, type Person, people, routes } from '#test/world.ts'

/** Where the ids in an address come from, by what stands before them. */
const tables: readonly (readonly [before: string, table: string, column: string])[] = [
  ['/uppmarksammat/', 'noticing', 'item_id'],
  ['/hjulet/', 'statement', 'item_id'],
  ['/fragor/', 'source_question', 'item_id'],
  ['/stod/', 'support', 'item_id'],
  ['/kollega/', 'assignment', 'id'],
  ['/overlamning/', 'handover', 'id'],
  ['/samtycke/', 'consent', 'id'],
  ['/delning/', 'access_grant', 'id'],
  ['/mote/', 'meeting', 'id'],
  ['/plan/mal/', 'plan_part', 'part_id'],
  ['/plan/insatser/', 'plan_part', 'part_id'],
]

/** The pages of the inventory about Lisa and about nobody, with every id that she has now. */
async function addresses() {
  const all: [pattern: string, address: string][] = []
  for (const { method, pattern } of routes) {
    if (method !== 'GET' || pattern.includes(':issuer')) continue
    const [before = '', name] = pattern.replace(':childId', lisa).split(/(?<=\/):(\w+)/)
    const after = pattern.split(`:${name}`)[1] ?? ''
    if (!name) all.push([pattern, before])
    else for (const id of await idsBelow(before)) all.push([pattern, `${before}${id}${after}`])
  }
  return all
}

async function idsBelow(address: string): Promise<string[]> {
  const found = tables.find(([before]) => address.endsWith(before))
  if (!found) throw new Error(`no ids for ${address}: add its table`)
  const [, table, column] = found
  const { rows } = await sql<{ id: string }>`
    select distinct ${sql.ref(column)} as id from ${sql.table(table)} where child_id = ${lisa} order by 1`.execute(
    admin,
  )
  return rows.map(({ id }) => id)
}

export type Opened = { person: Person | 'nobody'; address: string }

const seen = new Set<string>()

/** Every page that somebody can open now, once for each look it has; those opened before do not come again. */
export async function pagesNow(): Promise<Opened[]> {
  const found: Opened[] = []
  for (const [pattern, address] of await addresses())
    for (const person of [...people, 'nobody'] as const) {
      const answer = await as(person).get(address)
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
      const look = lookOf(pattern, await answer.text())
      if (seen.has(look)) continue
      seen.add(look)
      found.push({ person, address })
    }
  return found
}

/** What a page is made of, apart from its words: two that are made alike look alike. */
const lookOf = (pattern: string, html: string) =>
  createHash('sha256')
    .update(pattern)
    .update(
      html.replace(/>[^<]+</g, '><').replace(/ (href|value|id|for|name|aria-\w+|datetime)="[^"]*"/g, ''),
    )
    .digest('hex')
