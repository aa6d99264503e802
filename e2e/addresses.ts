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
  ['/plan/mal/', 'plan_part', 'id'],
  ['/plan/insatser/', 'plan_part', 'id'],
]

/** The pages of the inventory about Lisa and about nobody, with every id that she has now. */
async function addresses(): Promise<string[]> {
  const all: string[] = []
  for (const { method, pattern } of routes) {
    if (method !== 'GET' || pattern.includes(':issuer')) continue
    const [before = '', name] = pattern.replace(':childId', lisa).split(/(?<=\/):(\w+)/)
    const after = pattern.split(`:${name}`)[1] ?? ''
    if (!name) all.push(before)
    else for (const id of await idsBelow(before)) all.push(`${before}${id}${after}`)
  }
  return all
}

async function idsBelow(address: string): Promise<string[]> {
  const found = tables.find(([before]) => address.endsWith(before))
  if (!found) throw new Error(`no ids for ${address}: add its table`)
  const [, table, column] = found
  const { rows } = await sql<{ id: string }>`
    select ${sql.ref(column)} as id from ${sql.table(table)} where child_id = ${lisa} order by 1`.execute(
    admin,
  )
  return rows.map(({ id }) => id)
}

export type Opened = { person: Person | 'nobody'; address: string }

const seen = new Set<string>()

/**
 * Every page that somebody can open now, once for each look it has: ids apart, pages that say the same to several
 * people, or that have been opened before, come only once.
 */
export async function pagesNow(): Promise<Opened[]> {
  const found: Opened[] = []
  for (const address of await addresses())
    for (const person of [...people, 'nobody'] as const) {
      const answer = await as(person).get(address)
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
      const look = lookOf(await answer.text())
      if (seen.has(look)) continue
      seen.add(look)
      found.push({ person, address })
    }
  return found
}

const lookOf = (html: string) =>
  createHash('sha256')
    .update(
      html.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replace(/<details class="viewer">.*?<\/details>/s, ''),
    )
    .digest('hex')
