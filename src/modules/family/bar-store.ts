import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { nilId } from '#shared/asking.ts'
import { type Day, swedishDay } from '#shared/dates.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import { type Bar, barGrounds } from './family.ts'

// The name it was first sealed under, in the bar's own row.
const reasonPlace = (row: string) => ({ table: 'bar', column: 'body', row, version: 1 })
const reasonBody = z.object({ why: sealedText })

/**
 * Bars somebody from everything about the child, or from one thing: an item, a meeting or a part of the plan. It holds
 * from the next request on. Undefined: barred already, and nothing more happens.
 */
export async function addBar(
  work: Work,
  bar: {
    childId: string
    personId: string
    thingId?: string | undefined
    /** Undefined: it lies with those who decided. */
    why: SealedText | undefined
    ground?: Bar['ground']
  },
): Promise<string | undefined> {
  const { trx, at, actor, newId } = work
  const had = await trx
    .selectFrom('bar')
    .select('id')
    .where('child_id', '=', bar.childId)
    .where('person_id', '=', bar.personId)
    .where(sql<boolean>`thing_id is not distinct from ${bar.thingId ?? null}::uuid`)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (had) return undefined
  const row = newId()
  await trx
    .insertInto('bar')
    .values({
      child_id: bar.childId,
      id: row,
      person_id: bar.personId,
      thing_id: bar.thingId ?? null,
      decided_by: actor.personId,
      decided_at: at,
      legal_ground: bar.ground?.code ?? null,
      reconsider_on: bar.ground?.reconsiderOn ?? null,
    })
    .execute()
  if (bar.why)
    await trx
      .insertInto('bar_reason')
      .values({
        child_id: bar.childId,
        bar_id: row,
        secrecy_unit_id: actor.secrecyUnitId ?? nilId,
        body: (await work.box(bar.childId)).seal(reasonPlace(row), { why: bar.why }),
        written_by: actor.personId,
      })
      .execute()
  return row
}

/** It was considered anew, and is still needed: until the next time. */
export async function keepBar({ trx }: Work, childId: string, barId: string, until: Day): Promise<boolean> {
  const kept = await trx
    .updateTable('bar')
    .set({ reconsider_on: until })
    .where('child_id', '=', childId)
    .where('id', '=', barId)
    .where('ended_at', 'is', null)
    .where('legal_ground', 'is not', null)
    .executeTakeFirst()
  return kept.numUpdatedRows === 1n
}

/** Takes a bar away. Gone already: nothing more happens. */
export async function endBar({ trx, at }: Work, childId: string, barId: string): Promise<void> {
  await trx
    .updateTable('bar')
    .set({ ended_at: at })
    .where('child_id', '=', childId)
    .where('id', '=', barId)
    .where('ended_at', 'is', null)
    .execute()
}

/** The bars that hold, with the reason where the person who asks may read it. */
export async function listBars({ trx, box }: Work, childId: string): Promise<Bar[]> {
  const rows = await trx
    .selectFrom('bar as b')
    .leftJoin('bar_reason as r', (join) =>
      join.onRef('r.child_id', '=', 'b.child_id').onRef('r.bar_id', '=', 'b.id'),
    )
    .leftJoin('unit_here as u', 'u.id', 'b.thing_id')
    .select([
      'b.id',
      'b.person_id',
      'b.thing_id',
      'u.name as unit_name',
      'r.body',
      'b.decided_at',
      'b.legal_ground',
      'b.reconsider_on',
    ])
    .where('b.child_id', '=', childId)
    .where('b.ended_at', 'is', null)
    .orderBy('b.decided_at')
    .orderBy('b.id')
    .execute()
  if (rows.length === 0) return []
  const childs = await box(childId)
  return rows.map((row) => ({
    id: row.id,
    ground: groundOf(row),
    personId: row.person_id,
    thingId: row.thing_id ?? undefined,
    unitName: row.unit_name ?? undefined,
    since: swedishDay(row.decided_at),
    why: row.body ? childs.open(reasonPlace(row.id), row.body, reasonBody).why : undefined,
  }))
}

const groundOf = (row: { legal_ground: string | null; reconsider_on: Day | null }): Bar['ground'] => {
  const code = barGrounds.find((one) => one === row.legal_ground)
  return code && row.reconsider_on ? { code, reconsiderOn: row.reconsider_on } : undefined
}

export type ThingKind =
  | 'statement'
  | 'support'
  | 'noticing'
  | 'meeting'
  | 'goal'
  | 'action'
  | 'contact'
  | 'other'
/** Something about the child that can be barred by itself. */
export type Thing = { id: string; kind: ThingKind; day: string }

/** What can be barred by itself, newest first. */
export async function listThings({ trx }: Work, childId: string): Promise<Thing[]> {
  const { rows } = await sql<{ id: string; kind: ThingKind; at: Date }>`
    select i.id, i.kind::text as kind, i.made_at as at from item i
      where i.child_id = ${childId} and i.kind in ('noticing', 'statement', 'support')
    union all
    select m.id, 'meeting', m.starts_at from meeting m where m.child_id = ${childId}
    union all
    select p.part_id, case when p.kind in ('goal', 'action', 'contact') then p.kind::text else 'other' end, p.written_at
      from plan_part p where p.child_id = ${childId} and p.to_at is null
    order by at desc, id limit 200`.execute(trx)
  return rows.map(({ id, kind, at }) => ({ id, kind, day: swedishDay(at) }))
}
