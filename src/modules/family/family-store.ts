import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { Child } from '#modules/children'
import { nilId } from '#shared/asking.ts'
import { personOf } from '#shared/person.ts'
import type { Protection, ToldWay } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import { isLanguage, type Language } from '#ui/languages.ts'
import { childKey, type Listener } from './family.ts'

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
      join person_here p on p.id = g.person_id
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
      noted_by: actor.personId,
      noted_at: at,
    })
    .execute()
  if (!note) return
  // The name it was first sealed under, in the talk's own row.
  const place = { table: 'family_talk', column: 'body', row, version: 1 }
  await trx
    .insertInto('family_talk_note')
    .values({
      child_id: childId,
      talk_id: row,
      secrecy_unit_id: actor.secrecyUnitId ?? nilId,
      body: (await work.box(childId)).seal(place, { note }),
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

/** What a guardian has chosen to read in, or the child (no person), for those who carry the matter. */
export async function findLanguage(
  { trx }: Work,
  childId: string,
  personId: string | undefined,
): Promise<Language | undefined> {
  const row = await trx
    .selectFrom('reading_language as r')
    .select('r.language')
    .where((e) =>
      personId
        ? e('r.person_id', '=', personId)
        : e('r.person_id', '=', e.selectFrom('child').select('person_id').where('id', '=', childId)),
    )
    .executeTakeFirst()
  return isLanguage(row?.language) ? row.language : undefined
}
