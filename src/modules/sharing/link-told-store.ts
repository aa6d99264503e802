import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import { sealedText } from '#shared/sealed.ts'
import type { Place } from '#shared/vault.ts'

/** Whom a link was for, as the sender wrote it, and whether the child's first name stands in it. */
export const linkTold = z.object({ relation: sealedText, name: sealedText, named: z.boolean() })
export type LinkTold = z.output<typeof linkTold>

export const linkToldPlace = (itemId: string): Place => ({
  table: 'answer_link',
  column: 'told',
  row: itemId,
  version: 1,
})

/** A link that somebody outside has been given, as the family meets it. */
export type ToldLink = {
  itemId: string
  /** Undefined where it could tell where the child is, and of links from before it was kept. */
  told: LinkTold | undefined
  from: string
  ground: string
  since: Day
  lastDay: Day
  lives: boolean
}

type Row = {
  item_id: string
  told: Buffer | null
  from_unit: string
  legal_ground: string
  made_at: Date
  expires_at: Date
  lives: boolean
}

/** Links about the child that the reader may know of, the latest first: those that live, and those that are over. */
export async function findToldLinks(work: Work, childId: string): Promise<ToldLink[]> {
  const { rows } = await sql<Row>`
    select l.*, u.name as from_unit from links_told(${childId}) l join unit_here u on u.id = l.from_unit_id
    order by l.made_at desc, l.item_id`.execute(work.trx)
  if (rows.length === 0) return []
  const box = await work.box(childId)
  return rows.map((row) => ({
    itemId: row.item_id,
    told: row.told ? box.open(linkToldPlace(row.item_id), row.told, linkTold) : undefined,
    from: row.from_unit,
    ground: row.legal_ground,
    since: swedishDay(row.made_at),
    lastDay: swedishDay(new Date(row.expires_at.getTime() - 1)),
    lives: row.lives,
  }))
}

/** Takes back the family's yes to a link. False: there is none on their yes that lives. */
export async function endLinkOnYes({ trx, newId }: Work, childId: string, itemId: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select take_back_link(${childId}, ${itemId}, ${newId()}) as taken`.execute(trx)
  return rows[0]?.taken ?? false
}
