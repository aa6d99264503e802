import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { addItem, addItemVersion, openItem } from '#modules/items'
import { type Day, swedishDay } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import type { SupportEnd } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import type { Look, Support } from './support.ts'

const body = z.object({
  what: sealedText,
  pointsTo: sealedText.optional(),
  /** What was seen this time; the first version has none. */
  look: sealedText.optional(),
})

type Row = {
  child_id: string
  item_id: string
  matter_id: string
  version: number
  body: Buffer
  engagement_id: string
  given_name: string | null
  family_name: string | null
  title: string
  review_on: Day
  made_at: Date
  ended_at: Date | null
  ended_because: SupportEnd | null
}

async function findSupports(work: Work, childId: string, itemId?: string): Promise<Support[]> {
  const { rows } = await sql<Row>`
    select v.child_id, v.item_id, s.matter_id, v.version, v.body, s.engagement_id, p.given_name, p.family_name, e.title,
      s.review_on, i.made_at, s.ended_at, s.ended_because
    from support s
      join item i on i.child_id = s.child_id and i.id = s.item_id
      join item_version v on v.child_id = i.child_id and v.item_id = i.id and v.version = i.version
      join engagement_here e on e.id = s.engagement_id
      join person_here p on p.id = e.person_id
    where s.child_id = ${childId} and (${itemId ?? null}::uuid is null or s.item_id = ${itemId ?? null}::uuid)
    order by i.made_at, i.id`.execute(work.trx)
  return Promise.all(rows.map((row) => supportOf(work, row)))
}

async function supportOf(work: Work, row: Row): Promise<Support> {
  const { what, pointsTo } = await openItem(work, row, body)
  return {
    itemId: row.item_id,
    matterId: row.matter_id,
    version: row.version,
    what,
    pointsTo,
    who: {
      engagementId: row.engagement_id,
      name: printedName(row),
      title: row.title,
    },
    reviewOn: row.review_on,
    since: swedishDay(row.made_at),
    ended:
      row.ended_at && row.ended_because
        ? { on: swedishDay(row.ended_at), because: row.ended_because }
        : undefined,
  }
}

/** What my unit does for the child, and has done, oldest first. */
export const listSupports = (work: Work, childId: string): Promise<Support[]> => findSupports(work, childId)

export const findSupport = async (
  work: Work,
  childId: string,
  itemId: string,
): Promise<Support | undefined> => (await findSupports(work, childId, itemId))[0]

/** How it went, each time somebody looked; newest first. */
export async function listLooks(work: Work, childId: string, itemId: string): Promise<Look[]> {
  const rows = await work.trx
    .selectFrom('item_version as v')
    .innerJoin('person_here as p', 'p.id', 'v.written_by')
    .select([
      'v.child_id',
      'v.item_id',
      'v.version',
      'v.body',
      'v.written_at',
      'p.given_name',
      'p.family_name',
    ])
    .where('v.child_id', '=', childId)
    .where('v.item_id', '=', itemId)
    .where('v.version', '>', 1)
    .orderBy('v.version', 'desc')
    .execute()
  const looks = await Promise.all(
    rows.map(async (row) => ({
      on: swedishDay(row.written_at),
      by: printedName(row),
      note: (await openItem(work, row, body)).look,
    })),
  )
  return looks.flatMap(({ note, ...look }) => (note ? { ...look, note } : []))
}

export type NewSupport = {
  childId: string
  itemId: string
  matterId: string
  what: SealedText
  pointsTo: SealedText | undefined
  engagementId: string
  reviewOn: Day
}

/** False when it is there already: the form was sent twice. */
export async function addSupport(work: Work, support: NewSupport): Promise<boolean> {
  const { childId, itemId, matterId, what, pointsTo, engagementId, reviewOn } = support
  const { secrecyUnitId } = work.actor
  if (!secrecyUnitId) throw new Error('only staff give support')
  const written = {
    childId,
    itemId,
    matterId,
    kind: 'support',
    secrecyUnitId,
    body: { what, pointsTo },
  } as const
  if (!(await addItem(work, written))) return false
  await work.trx
    .insertInto('support')
    .values({
      child_id: childId,
      item_id: itemId,
      matter_id: matterId,
      engagement_id: engagementId,
      review_on: reviewOn,
    })
    .execute()
  return true
}

/** Writes what was seen as a new version. False when somebody else wrote meanwhile. */
export const addLook = (
  work: Work,
  childId: string,
  { itemId, what, pointsTo }: Support,
  look: { seenVersion: number; note: SealedText },
): Promise<boolean> =>
  addItemVersion(work, {
    childId,
    itemId,
    seenVersion: look.seenVersion,
    body: { what, pointsTo, look: look.note },
  })

export async function setReview(
  { trx }: Work,
  childId: string,
  itemId: string,
  reviewOn: Day,
): Promise<void> {
  await trx
    .updateTable('support')
    .set({ review_on: reviewOn })
    .where('child_id', '=', childId)
    .where('item_id', '=', itemId)
    .execute()
}

/** False when it has ended already. */
export async function setEnded(
  { trx, at }: Work,
  childId: string,
  itemId: string,
  because: SupportEnd,
): Promise<boolean> {
  const ended = await trx
    .updateTable('support')
    .set({ ended_at: at, ended_because: because })
    .where('child_id', '=', childId)
    .where('item_id', '=', itemId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}
