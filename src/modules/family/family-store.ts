import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import type { Child } from '#modules/children'
import { swedishDay } from '#shared/dates.ts'
import { personOf } from '#shared/person.ts'
import type { Protection, ToldWay } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import type { Bar, ImportantAdult, Listener } from './family.ts'
import { childKey } from './family.ts'

type Row = {
  id: string
  given_name: string | null
  family_name: string | null
  protection: Protection
  called: string
  told_on: string | null
  way: ToldWay | null
  barred: boolean
}

/** The guardians, and the child, with what is noted in the matter about who knows. */
export async function listListeners(
  { trx, today }: Work,
  child: Child,
  matterId: string | undefined,
): Promise<Listener[]> {
  const { rows } = await sql<Row>`
    select p.id, p.given_name, p.family_name, p.protection, g.called, t.told_on, t.way,
      exists (select from bar b where b.child_id = g.child_id and b.person_id = g.person_id
        and b.thing_id is null and b.ended_at is null) as barred
    from guardianship g
      join person p on p.id = g.person_id
      left join lateral (select told_on, way from family_talk t where t.child_id = g.child_id
        and t.matter_id = ${matterId ?? null}::uuid and t.person_id = g.person_id and not t.is_child
        order by t.noted_at limit 1) t on true
    where g.child_id = ${child.id} and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to > ${today}::date)
    order by g.called, p.id`.execute(trx)
  const self = await trx
    .selectFrom('child as c')
    .leftJoin('family_talk as t', (join) =>
      join
        .onRef('t.child_id', '=', 'c.id')
        .on('t.is_child', '=', true)
        .on('t.matter_id', '=', matterId ?? null),
    )
    .select(['c.person_id', 't.told_on', 't.way'])
    .where('c.id', '=', child.id)
    .orderBy('t.noted_at')
    .executeTakeFirstOrThrow()
  const toldOf = (row: { told_on: string | null; way: ToldWay | null }) =>
    row.told_on && row.way ? { on: row.told_on, way: row.way } : undefined
  return [
    ...rows.map((row) => ({
      key: row.id,
      personId: row.id,
      isChild: false,
      person: personOf(row),
      called: row.called,
      told: toldOf(row),
      barred: row.barred,
    })),
    {
      key: childKey,
      personId: self.person_id ?? undefined,
      isChild: true,
      person: child.person,
      called: '',
      told: toldOf(self),
      barred: false,
    },
  ]
}

type Told = {
  childId: string
  matterId: string
  to: Listener
  on: string
  way: ToldWay
  note: SealedText | undefined
}

/** Notes that somebody has been told what was noticed and what the model is. */
export async function addTalk(work: Work, { childId, matterId, to, on, way, note }: Told): Promise<void> {
  const { trx, at, actor, newId } = work
  const row = newId()
  const place = { table: 'family_talk', column: 'body', row, version: 1 }
  await trx
    .insertInto('family_talk')
    .values({
      child_id: childId,
      id: row,
      matter_id: matterId,
      person_id: to.personId ?? null,
      is_child: to.isChild,
      told_on: on,
      way,
      body: note ? (await work.box(childId)).seal(place, { note }) : null,
      noted_by: actor.personId,
      noted_at: at,
    })
    .execute()
}

/** Has the family been told of the matter, and has the gathering begun? */
export async function findMilestones({ trx }: Work, childId: string, matterId: string) {
  const { rows } = await sql<{ told: boolean; gathers: boolean }>`
    select exists (select from plan_event e where e.child_id = ${childId} and e.matter_id = ${matterId}
        and e.kind = 'family_told') as told,
      exists (select from gathering g where g.child_id = ${childId} and g.matter_id = ${matterId}) as gathers`.execute(
    trx,
  )
  return rows[0] ?? { told: false, gathers: false }
}

const barPlace = (row: string) => ({ table: 'bar', column: 'body', row, version: 1 })
const barBody = z.object({ why: sealedText })

/**
 * Bars somebody from everything about the child, or from one thing: an item, a meeting or a part of the plan. It holds
 * from the next request on. Barred already: nothing more happens.
 */
export async function addBar(
  work: Work,
  bar: { childId: string; personId: string; thingId?: string | undefined; why: SealedText },
): Promise<void> {
  const { trx, at, actor, newId } = work
  const had = await trx
    .selectFrom('bar')
    .select('id')
    .where('child_id', '=', bar.childId)
    .where('person_id', '=', bar.personId)
    .where(sql<boolean>`thing_id is not distinct from ${bar.thingId ?? null}::uuid`)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (had) return
  const row = newId()
  await trx
    .insertInto('bar')
    .values({
      child_id: bar.childId,
      id: row,
      person_id: bar.personId,
      thing_id: bar.thingId ?? null,
      body: (await work.box(bar.childId)).seal(barPlace(row), { why: bar.why }),
      decided_by: actor.personId,
      decided_at: at,
    })
    .execute()
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

/** The bars that hold. */
export async function listBars({ trx, box }: Work, childId: string): Promise<Bar[]> {
  const rows = await trx
    .selectFrom('bar')
    .select(['id', 'person_id', 'thing_id', 'body', 'decided_at'])
    .where('child_id', '=', childId)
    .where('ended_at', 'is', null)
    .orderBy('decided_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const childs = await box(childId)
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    thingId: row.thing_id ?? undefined,
    since: swedishDay(row.decided_at),
    why: childs.open(barPlace(row.id), row.body, barBody).why,
  }))
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
      from plan_part p where p.child_id = ${childId} and p.to_version is null
    order by at desc, id limit 200`.execute(trx)
  return rows.map(({ id, kind, at }) => ({ id, kind, day: swedishDay(at) }))
}

const adultPlace = (row: string) => ({ table: 'important_adult', column: 'body', row, version: 1 })
const adultBody = z.object({ name: sealedText, relation: sealedText, phone: sealedText.optional() })

/** The adults that the child leans on, as those who work with the child have written them down. */
export async function listImportantAdults({ trx, box }: Work, childId: string): Promise<ImportantAdult[]> {
  const rows = await trx
    .selectFrom('important_adult')
    .select(['id', 'body'])
    .where('child_id', '=', childId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const childs = await box(childId)
  return rows.map(({ id, body }) => ({
    phone: undefined,
    id,
    ...childs.open(adultPlace(id), body, adultBody),
  }))
}

/** Writes down an adult that the child leans on. There already: the form was sent twice. */
export async function addImportantAdult(
  { trx, at, actor, box }: Work,
  childId: string,
  { id, ...body }: ImportantAdult,
): Promise<void> {
  await trx
    .insertInto('important_adult')
    .values({
      child_id: childId,
      id,
      body: (await box(childId)).seal(adultPlace(id), body),
      added_by: actor.personId,
      added_at: at,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}
