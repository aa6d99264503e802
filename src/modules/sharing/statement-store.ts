import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { openItem } from '#modules/items'
import { type Day, swedishDay } from '#shared/dates.ts'
import type { ItemKind, ItemReaders, Voice, WheelArea } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'

/** Something said on the wheel, as the one who may open it meets it. */
export type OpenableStatement = {
  itemId: string
  version: number
  readers: ItemReaders
  area: WheelArea
  voice: Voice
  /** Mamma, a colleague's name, another unit; undefined for the child and for an adult close to it. */
  who: string | undefined
  saidOn: Day
  working: SealedText | undefined
  challenging: SealedText | undefined
  quote: SealedText | undefined
}

const may = sealedText.optional()
const words = z.object({ working: may, challenging: may, quote: may })

type Row = {
  child_id: string
  item_id: string
  version: number
  body: Buffer
  readers: ItemReaders
  area: WheelArea
  voice: Voice
  who: string | null
  said_on: Day
}

/** The newest version of every statement that belongs to the unit of the one who asks, by area and day. */
export async function findUnitsStatements(work: Work, childId: string): Promise<OpenableStatement[]> {
  const { rows } = await sql<Row>`
    select * from (
      select distinct on (i.id) i.child_id, i.id as item_id, v.version, v.body, i.readers, s.area, s.voice, s.said_on,
        coalesce(g.called, nullif(concat_ws(' ', p.given_name, p.family_name), ''), u.name) as who
      from statement s
        join item i on i.child_id = s.child_id and i.id = s.item_id
        join item_version v on v.child_id = i.child_id and v.item_id = i.id
        left join guardianship g on g.child_id = s.child_id and g.person_id = s.voice_person_id
        left join person_here p on p.id = s.voice_person_id
        left join unit_here u on u.id = s.voice_unit_id
      where s.child_id = ${childId} and i.secrecy_unit_id = my_secrecy_unit()
      order by i.id, v.version desc) newest
    order by area, said_on, item_id`.execute(work.trx)
  return Promise.all(
    rows.map(async (row) => {
      const body = await openItem(work, row, words)
      return {
        itemId: row.item_id,
        version: row.version,
        readers: row.readers,
        area: row.area,
        voice: row.voice,
        who: row.who ?? undefined,
        saidOn: row.said_on,
        working: body.working,
        challenging: body.challenging,
        quote: body.quote,
      }
    }),
  )
}

/** One item version that somebody reads just now. */
export type SharedItem = {
  grantId: string
  itemId: string
  version: number
  kind: ItemKind
  area: WheelArea | undefined
  unit: { id: string; name: string } | undefined
  personId: string | undefined
  since: Day
  lastDay: Day
}

/** Every item version that is shared at this moment, as far as the one who asks may see. */
export async function findSharedItems({ trx }: Work, childId: string): Promise<SharedItem[]> {
  const rows = await trx
    .selectFrom('access_grant as g')
    .innerJoin('item as i', (join) =>
      join.onRef('i.child_id', '=', 'g.child_id').onRef('i.id', '=', 'g.item_id'),
    )
    .leftJoin('statement as s', (join) =>
      join.onRef('s.child_id', '=', 'g.child_id').onRef('s.item_id', '=', 'g.item_id'),
    )
    .leftJoin('unit_here as u', 'u.id', 'g.to_unit_id')
    .select(['g.id', 'i.id as item_id', 'g.item_version', 'i.kind', 's.area', 'u.id as unit_id', 'u.name'])
    .select(['g.to_person_id', 'g.decided_at', 'g.valid_to'])
    .where('g.child_id', '=', childId)
    .where('g.kind', '=', 'item_version')
    .where(sql<boolean>`grant_lives(g)`)
    .orderBy('g.decided_at', 'desc')
    .orderBy('g.id')
    .execute()
  return rows.map((row) => ({
    grantId: row.id,
    itemId: row.item_id,
    version: row.item_version ?? 1,
    kind: row.kind,
    area: row.area ?? undefined,
    unit: row.unit_id && row.name ? { id: row.unit_id, name: row.name } : undefined,
    personId: row.to_person_id ?? undefined,
    since: swedishDay(row.decided_at),
    lastDay: swedishDay(new Date(row.valid_to.getTime() - 1)),
  }))
}

/** The child as a reader of its own page: when it can sign in, and it is noted that it knows. */
export async function findChildAsReader(
  { trx }: Work,
  childId: string,
  matterId: string,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('child as c')
    .innerJoin('family_talk as t', 't.child_id', 'c.id')
    .select('c.person_id')
    .where('c.id', '=', childId)
    .where('t.is_child', '=', true)
    .where('t.matter_id', '=', matterId)
    .executeTakeFirst()
  return row?.person_id ?? undefined
}

/** Does somebody read some version of it just now? */
export async function isShown({ trx }: Work, childId: string, itemId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('access_grant as g')
    .select('g.id')
    .where('g.child_id', '=', childId)
    .where('g.item_id', '=', itemId)
    .where('g.kind', '=', 'item_version')
    .where(sql<boolean>`grant_lives(g)`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
