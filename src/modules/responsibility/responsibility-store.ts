import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { swedishDay } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import type {
  HandoverKind,
  MatterOutcome,
  PlanEventKind,
  ResponsibilityKind,
  UnitKind,
} from '#shared/schema.ts'
import type { InsteadOf, Turn } from './matter.ts'

/** Who is responsible just now, in one of the two ways. */
export type Responsible = {
  engagementId: string
  matterId: string
  unitId: string
  secrecyUnitId: string
  personId: string
  name: string
  title: string
  unitName: string
  /** Of the unit that has it, whoever goes in. */
  unitKind: UnitKind
  phone: string | undefined
  /** Somebody who is away, or a unit that has closed, for whom this one has it so long. */
  insteadOf: InsteadOf | undefined
}

/**
 * The BBA, or the one who leads the collaboration, of the child's open matter; undefined when there is none. When that
 * person has left, whoever stands for them: computed each time, so that nobody is ever missing.
 */
export async function findResponsible(
  { trx, today }: Work,
  childId: string,
  kind: ResponsibilityKind,
): Promise<Responsible | undefined> {
  const row = await trx
    .selectFrom('responsibility as r')
    .innerJoin('engagement_here as e', (join) =>
      join.on(sql<boolean>`e.id = tenure_held_by(r.child_id, r.id)`),
    )
    .innerJoin('person_here as p', 'p.id', 'e.person_id')
    .innerJoin('unit_here as u', 'u.id', 'r.unit_id')
    .innerJoin('unit_here as w', 'w.id', 'e.unit_id')
    .leftJoin('engagement_here as ae', (join) =>
      join.on(sql<boolean>`ae.id = away_from_tenure(r.child_id, r.id)`),
    )
    .leftJoin('person_here as ap', 'ap.id', 'ae.person_id')
    .leftJoin('closed_period as cp', (join) =>
      join
        .onRef('cp.unit_id', '=', 'r.unit_id')
        .on('cp.ended_at', 'is', null)
        .on(sql<boolean>`${today}::date between cp.from_day and cp.to_day and e.id <> r.engagement_id`),
    )
    .select([
      'e.id as engagement_id',
      'r.matter_id',
      'r.unit_id',
      'u.secrecy_unit_id',
      'p.id',
      'p.given_name',
      'p.family_name',
      'e.title',
      'e.phone',
      'u.name as unit_name',
      'u.kind as unit_kind',
      'w.name as works_at',
      'w.phone as unit_phone',
      'ae.id as away_id',
      'ap.given_name as away_given',
      'ap.family_name as away_family',
      'cp.to_day as closed_until',
    ])
    .where('r.child_id', '=', childId)
    .where('r.kind', '=', kind)
    .where(sql<boolean>`r.during @> asked_at()`)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    engagementId: row.engagement_id,
    matterId: row.matter_id,
    unitId: row.unit_id,
    secrecyUnitId: row.secrecy_unit_id,
    personId: row.id,
    name: printedName(row),
    title: row.title,
    unitName: row.works_at,
    unitKind: row.unit_kind,
    phone: row.phone ?? row.unit_phone ?? undefined,
    insteadOf: row.closed_until
      ? { name: row.unit_name, closedUntil: row.closed_until }
      : row.away_id
        ? { name: printedName({ given_name: row.away_given, family_name: row.away_family }) }
        : undefined,
  }
}

/**
 * The child's open matter in my own secrecy unit; a new one, with me as BBA, where there is none. Undefined when another
 * unit's BBA carries one: nobody has two.
 */
export async function openMatter(work: Work, childId: string): Promise<string | undefined> {
  const { trx, at, newId } = work
  const { engagementId, unitId, secrecyUnitId } = work.actor
  if (!engagementId || !unitId || !secrecyUnitId) throw new Error('only staff carry a matter')
  await assign(work, { childId, kind: 'work', engagementId, secrecyUnitId })
  const mine = await trx
    .selectFrom('matter')
    .select('id')
    .where('child_id', '=', childId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (mine) return mine.id
  const matterId = newId()
  const opened = await trx
    .insertInto('matter')
    .values({ child_id: childId, id: matterId, secrecy_unit_id: secrecyUnitId, opened_at: at })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (opened.numInsertedOrUpdatedRows !== 1n) return undefined
  await trx
    .insertInto('responsibility')
    .values({
      child_id: childId,
      id: newId(),
      matter_id: matterId,
      kind: 'best_interests_lead',
      unit_id: unitId,
      engagement_id: engagementId,
      during: sql`tstzrange(${at.toISOString()}::timestamptz, null)`,
      given_by: work.actor.personId,
    })
    .execute()
  return matterId
}

/** Whose turn it is, for the family that has been told, and for those who carry the matter; undefined when nothing is going on. */
export async function findTurn(
  work: Work,
  childId: string,
): Promise<(Turn & { lead: Responsible }) | undefined> {
  const lead = await findResponsible(work, childId, 'best_interests_lead')
  if (!lead) return undefined
  const { rows } = await sql<{ name: string; offered_at: Date; kind: HandoverKind; lapsed_at: Date | null }>`
    select u.name, h.offered_at, h.kind, h.lapsed_at from (
      select to_unit_id, offered_at, kind, lapsed_at from handover_turn(${childId})
      union all
      select to_unit_id, offered_at, kind, lapsed_at from handover
      where child_id = ${childId} and state = 'offered') h
    join unit_here u on u.id = h.to_unit_id limit 1`.execute(work.trx)
  const asked = rows[0] && {
    unitName: rows[0].name,
    since: swedishDay(rows[0].offered_at),
    kind: rows[0].kind,
    waitsLong: rows[0].lapsed_at !== null,
  }
  return { lead, asked }
}

/** Is there a plan that goes on? It has an end of its own. */
export async function hasOpenPlan({ trx }: Work, childId: string): Promise<boolean> {
  const plan = await trx
    .selectFrom('plan')
    .select('id')
    .where('child_id', '=', childId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return plan !== undefined
}

/**
 * Ends the matter, and with it every responsibility, at this moment. Open tasks about the child end too, and so does
 * what others were asked and have not answered: a question, an offer to take over.
 */
export async function closeMatter(
  work: Work,
  { childId, matterId, outcome }: { childId: string; matterId: string; outcome: MatterOutcome },
): Promise<void> {
  const { trx, at, actor, newId, today } = work
  await sql`
    select end_handover(child_id, id, null, ${newId()}, ${today}::date) from handover
    where child_id = ${childId} and state in ('prepared', 'offered')`.execute(trx)
  await trx
    .updateTable('access_grant')
    .set({ ended_at: at, ended_by: actor.personId })
    .where('child_id', '=', childId)
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb(
        'item_id',
        'in',
        eb
          .selectFrom('source_question')
          .select('item_id')
          .where('child_id', '=', childId)
          .where('answer', 'is', null),
      ),
    )
    .execute()
  await trx
    .updateTable('responsibility')
    .set({ during: sql`tstzrange(lower(during), ${at.toISOString()}::timestamptz)` })
    .where('child_id', '=', childId)
    .where('matter_id', '=', matterId)
    .where(sql<boolean>`upper_inf(during)`)
    .execute()
  await trx
    .updateTable('matter')
    .set({ closed_at: at, outcome })
    .where('child_id', '=', childId)
    .where('id', '=', matterId)
    .execute()
  await trx
    .updateTable('task')
    .set({ done_at: at, done_by: actor.personId })
    .where('child_id', '=', childId)
    .where('done_at', 'is', null)
    .execute()
}

/** Notes one of the plan's own events, for the timeline. */
export async function addEvent(
  { trx, at, newId }: Work,
  event: { childId: string; matterId: string; kind: PlanEventKind; aboutId?: string | undefined },
): Promise<void> {
  await trx
    .insertInto('plan_event')
    .values({
      child_id: event.childId,
      id: newId(),
      matter_id: event.matterId,
      kind: event.kind,
      about_id: event.aboutId ?? null,
      at,
    })
    .execute()
}

/** Whoever was to take over later, if nobody read, need not. */
export async function endPending({ trx, at }: Work, childId: string): Promise<void> {
  await trx
    .updateTable('assignment')
    .set({ valid_to: sql`valid_from` })
    .where('child_id', '=', childId)
    .where('kind', '=', 'work')
    .where('valid_from', '>', at)
    .execute()
}

/** Lets somebody work with the child: a colleague inside the wall, or another unit's part. Twice is once. */
export async function assign(
  { trx, at, actor, newId }: Work,
  given: {
    childId: string
    kind: 'work' | 'party'
    engagementId: string
    secrecyUnitId: string
    /** Later than now: a stand-in, if the thing has lain too long. */
    from?: Date
    until?: Date
  },
): Promise<void> {
  const from = given.from ?? at
  const had = await trx
    .selectFrom('assignment')
    .select('id')
    .where('child_id', '=', given.childId)
    .where('engagement_id', '=', given.engagementId)
    .where('kind', '=', given.kind)
    .where('valid_from', '<=', from)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  if (had) return
  await trx
    .insertInto('assignment')
    .values({
      child_id: given.childId,
      id: newId(),
      kind: given.kind,
      engagement_id: given.engagementId,
      secrecy_unit_id: given.secrecyUnitId,
      given_by: actor.personId,
      valid_from: from,
      valid_to: given.until ?? null,
    })
    .execute()
}
