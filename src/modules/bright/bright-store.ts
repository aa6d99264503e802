import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { Day } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import type { SealedText } from '#shared/sealed.ts'
import { type Bright, brightBody } from './bright.ts'

type Row = {
  id: string
  body: Buffer
  is_child: boolean
  unit_name: string | null
  given_name: string | null
  family_name: string | null
  called: string | null
  mine: boolean
  written_at: Date
  opens_on: Day
}

const placeOf = (row: string) => ({ table: 'bright_moment', column: 'body', row, version: 1 })

/** All that the reader may see, newest first, of every plan the child has had. */
export async function findBright({ trx, box }: Work, childId: string): Promise<Bright[]> {
  const { rows } = await sql<Row>`
    select b.id, b.body, b.is_child, u.name as unit_name, p.given_name, p.family_name, g.called,
      b.written_by = (select me()) as mine, b.written_at, b.opens_on
    from bright_moment b
      left join unit_here u on u.id = b.unit_id
      left join person_here p on p.id = b.written_by and b.unit_id is not null
      left join guardianship g on g.child_id = b.child_id and g.person_id = b.written_by and b.unit_id is null
    where b.child_id = ${childId} and b.taken_back_at is null
    order by b.written_at desc, b.id`.execute(trx)
  if (rows.length === 0) return []
  const sealed = await box(childId)
  return rows.map((row) => ({
    id: row.id,
    words: sealed.open(placeOf(row.id), row.body, brightBody).words,
    by: writerOf(row),
    mine: row.mine,
    at: row.written_at,
    opensOn: row.opens_on,
  }))
}

function writerOf(row: Row): Bright['by'] {
  if (row.is_child) return { kind: 'child' }
  if (row.unit_name) return { kind: 'unit', name: printedName(row), unit: row.unit_name }
  return { kind: 'guardian', called: row.called ?? undefined }
}

export type ItsPlan = { id: string; isOpen: boolean }

/** The plan that goes on, or else the one that ended last. */
export async function findItsPlan({ trx }: Work, childId: string): Promise<ItsPlan | undefined> {
  const row = await trx
    .selectFrom('plan')
    .select(['id', 'ended_at'])
    .where('child_id', '=', childId)
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('made_at', 'desc')
    .executeTakeFirst()
  return row && { id: row.id, isOpen: row.ended_at === null }
}

type NewBright = {
  childId: string
  planId: string
  id: string
  words: SealedText
  isChild: boolean
  opensOn: Day
}

/** Sent twice it is one. */
export async function addBright(
  { trx, at, actor, box }: Work,
  { childId, planId, id, words, isChild, opensOn }: NewBright,
): Promise<void> {
  await trx
    .insertInto('bright_moment')
    .values({
      child_id: childId,
      plan_id: planId,
      id,
      body: (await box(childId)).seal(placeOf(id), { words }),
      is_child: isChild,
      unit_id: sql`my_unit()`,
      written_by: actor.personId,
      written_at: at,
      opens_on: opensOn,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** False when it is not the person's own, or not there. */
export async function takeBackBright(
  { trx, at, actor }: Work,
  childId: string,
  id: string,
): Promise<boolean> {
  const taken = await trx
    .updateTable('bright_moment')
    .set({ taken_back_at: at })
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .where('written_by', '=', actor.personId)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}
