import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { Day } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import type { ItemReaders } from '#shared/schema.ts'

/**
 * What the child has told one adult alone who can read it no longer, as the child meets it with another adult beside it: no
 * words, and nothing of what they are about.
 */
export type LeftUnread = { itemId: string; saidOn: Day; toldTo: string }

type Row = { id: string; said_on: Day; given_name: string; family_name: string }

export async function findLeftUnread({ trx, actor }: Work, childId: string): Promise<LeftUnread[]> {
  if (!actor.handedBy) return []
  const { rows } = await sql<Row>`select * from told_and_left(${childId})`.execute(trx)
  return rows.map((row) => ({ itemId: row.id, saidOn: row.said_on, toldTo: printedName(row) }))
}

/** The child lets others read it. False when it waits for the child no longer. */
export async function passOn(
  { trx }: Work,
  childId: string,
  itemId: string,
  readers: ItemReaders,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select pass_on(${childId}, ${itemId}, ${readers}::item_readers) as done`.execute(trx)
  return rows[0]?.done ?? false
}
