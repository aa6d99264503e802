import type { z } from 'zod'
import type { Work } from '#modules/audit'
import type { ItemKind, ItemReaders } from '#shared/schema.ts'
import type { Place } from '#shared/vault.ts'

/** Something written about a child. It belongs to one secrecy unit and is never overwritten. */
export type NewItem = {
  childId: string
  itemId: string
  kind: ItemKind
  matterId?: string | undefined
  /** The writer's own; for families, who have none, that of the unit it is handed to. */
  secrecyUnitId: string
  readers?: ItemReaders
  /** The one adult that a child beside it lets read: an engagement. */
  toldTo?: string | undefined
  body: unknown
}

const bodyPlace = (itemId: string, version: number): Place => ({
  table: 'item_version',
  column: 'body',
  row: itemId,
  version,
})

/** Writes the first version. False when it is there already: the form was sent twice. */
export async function addItem({ trx, actor, at, box }: Work, item: NewItem): Promise<boolean> {
  const added = await trx
    .insertInto('item')
    .values({
      child_id: item.childId,
      id: item.itemId,
      matter_id: item.matterId ?? null,
      kind: item.kind,
      secrecy_unit_id: item.secrecyUnitId,
      readers: item.readers ?? 'unit',
      told_to: item.toldTo ?? null,
      author_id: actor.personId,
      author_engagement_id: actor.engagementId ?? null,
      made_at: at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return false
  const body = (await box(item.childId)).seal(bodyPlace(item.itemId, 1), item.body)
  await trx
    .insertInto('item_version')
    .values({
      child_id: item.childId,
      item_id: item.itemId,
      version: 1,
      body,
      written_by: actor.personId,
      written_at: at,
    })
    .execute()
  return true
}

/** Writes the next version. False when somebody else saved first. */
export async function addItemVersion(
  { trx, actor, at, box }: Work,
  item: { childId: string; itemId: string; seenVersion: number; body: unknown },
): Promise<boolean> {
  const version = item.seenVersion + 1
  const moved = await trx
    .updateTable('item')
    .set({ version })
    .where('child_id', '=', item.childId)
    .where('id', '=', item.itemId)
    .where('version', '=', item.seenVersion)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) return false
  const body = (await box(item.childId)).seal(bodyPlace(item.itemId, version), item.body)
  await trx
    .insertInto('item_version')
    .values({
      child_id: item.childId,
      item_id: item.itemId,
      version,
      body,
      written_by: actor.personId,
      written_at: at,
    })
    .execute()
  return true
}

/** Opens the body of a version, as it was written. */
export const openItem = async <S extends z.ZodType>(
  { box }: Work,
  row: { child_id: string; item_id: string; version: number; body: Buffer },
  schema: S,
): Promise<z.output<S>> =>
  (await box(row.child_id)).open(bodyPlace(row.item_id, row.version), row.body, schema)

/**
 * The newest version that the person may read of each item of a kind, oldest first. The child, the matter or the item
 * narrows it further: join on the result's `item_id`.
 */
export const newestItems = ({ trx }: Work, childId: string, kind: ItemKind) =>
  trx
    .selectFrom('item as i')
    .innerJoin('item_version as v', (join) =>
      join.onRef('v.child_id', '=', 'i.child_id').onRef('v.item_id', '=', 'i.id'),
    )
    .distinctOn(['i.made_at', 'i.id'])
    .select([
      'i.child_id',
      'i.id as item_id',
      'i.matter_id',
      'i.readers',
      'i.author_id',
      'i.made_at',
      'v.version',
      'v.body',
      'v.written_at',
    ])
    .where('i.child_id', '=', childId)
    .where('i.kind', '=', kind)
    .orderBy('i.made_at')
    .orderBy('i.id')
    .orderBy('v.version', 'desc')
