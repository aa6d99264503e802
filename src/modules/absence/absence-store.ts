import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { printedName } from '#shared/person.ts'
import type { Absence, Closed, Period } from './absence.ts'

type Row = {
  id: string
  from_day: string
  to_day: string
  given_name: string | null
  family_name: string | null
  other: string | null
  other_given: string | null
  other_family: string | null
}

/** Absences that go on or come, the first day first, of one engagement or of a unit; and who stands in, as it is now. */
export async function listAbsences(
  { trx, today }: Work,
  of: { engagementId: string } | { unitId: string },
): Promise<Absence[]> {
  const whose = 'unitId' in of ? sql`e.unit_id = ${of.unitId}` : sql`e.id = ${of.engagementId}`
  const { rows } = await sql<Row>`
    select a.id, a.from_day, a.to_day, p.given_name, p.family_name,
      se.id as other, s.given_name as other_given, s.family_name as other_family
    from absence a
      join engagement_here e on e.id = a.engagement_id
      join person_here p on p.id = e.person_id
      left join engagement_here se on se.id <> e.id and se.id = stands_for(e.id, e.unit_id,
        greatest(asked_at(), (a.from_day + time '12:00') at time zone 'Europe/Stockholm'))
      left join person_here s on s.id = se.person_id
    where ${whose} and a.ended_at is null and a.to_day >= ${today}::date
    order by a.from_day, a.id limit 200`.execute(trx)
  return rows.map((row) => ({
    id: row.id,
    from: row.from_day,
    to: row.to_day,
    name: printedName(row),
    standIn: row.other
      ? printedName({ given_name: row.other_given, family_name: row.other_family })
      : undefined,
  }))
}

type NewAbsence = Period & { id: string; engagementId: string; standIn: string | undefined }

/** False: there is something already on one of those days. Sent twice it is one. */
export async function addAbsence({ trx, actor, at }: Work, { id, from, to, ...who }: NewAbsence) {
  await trx
    .insertInto('absence')
    .values({
      id,
      engagement_id: who.engagementId,
      from_day: from,
      to_day: to,
      stand_in: who.standIn ?? null,
      entered_by: actor.personId,
      entered_at: at,
    })
    .onConflict((on) => on.doNothing())
    .execute()
  const noted = await trx.selectFrom('absence').select('id').where('id', '=', id).executeTakeFirst()
  return noted !== undefined
}

/** Back, or not going after all. */
export const endAbsence = ({ trx, at }: Work, id: string) =>
  trx
    .updateTable('absence')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()

/** The two who hold the function of the unit, of whom one may be named; never the one who is away. */
export async function listStandIns({ trx }: Work, unitId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; given_name: string | null; family_name: string | null }>`
    select e.id, p.given_name, p.family_name from unit_function f
      join unit_here u on u.id = f.unit_id
      join engagement_here e on e.id in (f.holder_engagement_id, f.stand_in_engagement_id)
      join unit_here v on v.id = e.unit_id and v.secrecy_unit_id = u.secrecy_unit_id
      join person_here p on p.id = e.person_id
    where f.unit_id = ${unitId} and f.kind = 'best_interests_lead'
    order by e.id <> f.holder_engagement_id`.execute(trx)
  return rows.map((row) => ({ id: row.id, name: printedName(row) }))
}

/** A unit where the person notes who is away; undefined for everybody else. */
export const findRoster = ({ trx }: Work, unitId: string) =>
  trx
    .selectFrom('unit_here')
    .select(['id', 'name'])
    .select(sql<boolean>`id = my_unit() and i_choose_leads()`.as('choosesLeads'))
    .where('id', '=', unitId)
    .where(sql<boolean>`id in (select unnest(my_rosters()))`)
    .executeTakeFirst()

export async function listClosed({ trx, today }: Work, unitId: string): Promise<Closed[]> {
  const rows = await trx
    .selectFrom('closed_period')
    .select(['id', 'from_day', 'to_day'])
    .where('unit_id', '=', unitId)
    .where('ended_at', 'is', null)
    .where('to_day', '>=', today)
    .orderBy('from_day')
    .execute()
  return rows.map(({ id, from_day, to_day }) => ({ id, from: from_day, to: to_day }))
}

/** Who takes what the unit holds while it is closed, and where they work; undefined when the organisation has named nobody. */
export async function findWhoTakes({ trx }: Work, unitId: string, onDay: string) {
  const row = await trx
    .selectFrom('engagement_here as e')
    .innerJoin('person_here as p', 'p.id', 'e.person_id')
    .innerJoin('unit_here as u', 'u.id', 'e.unit_id')
    .select(['p.given_name', 'p.family_name', 'u.name'])
    .where(sql<boolean>`e.id = closing_leads_to(${unitId}, ${onDay}::date)`)
    .executeTakeFirst()
  return row && `${printedName(row)} på ${row.name}`
}

/** False: there is something already on one of those days. Sent twice it is one. */
export async function addClosed(
  { trx, actor, at }: Work,
  { id, unitId, from, to }: Closed & { unitId: string },
) {
  await trx
    .insertInto('closed_period')
    .values({
      id,
      unit_id: unitId,
      from_day: from,
      to_day: to,
      entered_by: actor.personId,
      entered_at: at,
    })
    .onConflict((on) => on.doNothing())
    .execute()
  const noted = await trx.selectFrom('closed_period').select('id').where('id', '=', id).executeTakeFirst()
  return noted !== undefined
}

export const endClosed = ({ trx, at }: Work, id: string, unitId: string) =>
  trx
    .updateTable('closed_period')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('unit_id', '=', unitId)
    .where('ended_at', 'is', null)
    .execute()
