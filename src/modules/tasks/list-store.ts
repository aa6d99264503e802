import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { hasBegun } from '#modules/organisations'
import { nilId } from '#shared/asking.ts'
import { type Day, swedishDay, swedishMoment } from '#shared/dates.ts'
import { personOf } from '#shared/person.ts'
import type { TaskKind } from '#shared/schema.ts'
import type { Finished, Mark, Waiting } from './task.ts'

const perPage = 50

type Row = {
  id: string
  child_id: string
  kind: TaskKind
  about_id: string | null
  due_on: Day
  stands_in: boolean
  known: boolean
  given_name: string | null
  family_name: string | null
  protection: string
  provisional: boolean
}

/**
 * What waits for the person in the acting unit, what has come to them as stand-in or from somebody who has left, and what
 * is theirs because of what they are there now, the oldest day first. Each way in has its own index, and only a page of tasks looks for its children: neither all tasks nor all children are read.
 * A task about a child that the person no longer knows is left out.
 */
export async function listWaiting(
  { trx, actor, at }: Work,
  after: Mark | undefined,
): Promise<{ waiting: Waiting[]; next: Mark | undefined }> {
  const me = actor.engagementId ?? null
  const from = after ? sql`and (due_on, id) > (${after.dueOn}::date, ${after.id}::uuid)` : sql``
  const { rows } = await sql<Row>`
    select t.id, t.child_id, t.kind, t.about_id, t.due_on, t.stands_in, c.id is not null as known,
      c.given_name, c.family_name, c.protection, c.provisional
    from (
      select id, child_id, kind, about_id, due_on, false as stands_in from task
        where engagement_id = ${me} and done_at is null ${from}
      union all
      select id, child_id, kind, about_id, due_on, true from task
        where stand_in_engagement_id = ${me} and escalates_at <= ${at.toISOString()}::timestamptz
          and engagement_id <> ${me} and done_at is null ${from}
      union all
      select id, child_id, kind, about_id, due_on, true from task
        where (child_id, engagement_id) in (select l.child_id, l.engagement_id from left_to_me() l) and done_at is null ${from}
          and (stand_in_engagement_id = ${me} and escalates_at <= ${at.toISOString()}::timestamptz) is not true
      union all
      select about_id, child_id, kind, about_id, due_on, false from (select *, about_id as id from my_called()) c
        where not exists (select from task t where t.child_id = c.child_id and t.about_id = c.about_id
          and t.done_at is null and (t.engagement_id = ${me}
            or (t.stand_in_engagement_id = ${me} and t.escalates_at <= ${at.toISOString()}::timestamptz))) ${from}
      order by due_on, id limit ${perPage + 1}
    ) t left join child c on c.id = t.child_id
    order by t.due_on, t.id`.execute(trx)
  const page = rows.slice(0, perPage)
  const last = page.at(-1)
  return {
    waiting: page.flatMap((row) => (row.known ? [waitingOf(row)] : [])),
    next: last && rows.length > perPage ? { dueOn: last.due_on, id: last.id } : undefined,
  }
}

const waitingOf = (row: Row): Waiting => ({
  childId: row.child_id,
  child: personOf({ ...row, id: row.child_id }),
  kind: row.kind,
  aboutId: row.about_id ?? undefined,
  dueOn: row.due_on,
  standsIn: row.stands_in,
})

/** What the person has done since a day, the latest first. */
export async function listFinished({ trx, actor }: Work, since: Day): Promise<Finished[]> {
  const rows = await trx
    .selectFrom('task as t')
    .innerJoin('child as c', 'c.id', 't.child_id')
    .select(['t.child_id', 't.kind', 'c.given_name', 'c.family_name', 'c.protection', 'c.provisional'])
    .where('t.done_by', '=', actor.personId)
    .where('t.done_at', '>=', swedishMoment(since, '00:00'))
    .orderBy('t.done_at', 'desc')
    .orderBy('t.id')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    childId: row.child_id,
    child: personOf({ ...row, id: row.child_id }),
    kind: row.kind,
  }))
}

/** The open tasks about one child that the person may see, the oldest day first; `mine`: also as stand-in. */
export async function listWaitingFor(
  { trx, actor, at }: Work,
  childId: string,
): Promise<readonly { kind: TaskKind; aboutId: string | undefined; dueOn: Day; mine: boolean }[]> {
  const rows = await trx
    .selectFrom('task')
    .select(['kind', 'about_id', 'due_on', 'engagement_id', 'stand_in_engagement_id', 'escalates_at'])
    .select(
      sql<boolean>`(child_id, engagement_id) in (select l.child_id, l.engagement_id from left_to_me() l)`.as(
        'left_to_me',
      ),
    )
    .where('child_id', '=', childId)
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    aboutId: row.about_id ?? undefined,
    dueOn: row.due_on,
    mine:
      row.engagement_id === actor.engagementId ||
      row.left_to_me ||
      (row.stand_in_engagement_id === actor.engagementId &&
        row.escalates_at !== null &&
        row.escalates_at <= at),
  }))
}

/** How many have asked the person to hold a time, and wait for an answer. About no child. */
export async function countTimesAsked({ trx, actor, at }: Work): Promise<number> {
  const row = await trx
    .selectFrom('time_hold')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('to_engagement_id', '=', actor.engagementId ?? nilId)
    .where('starts_at', '>', at)
    .where('answer', 'is', null)
    .where('released_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

/** A question to another unit with no child named, that waits: for an answer, or for whoever asked to read one. */
export type Question = { id: string; answered: boolean; since: Day; other: string }

export async function listQuestions({ trx }: Work): Promise<Question[]> {
  const { rows } = await sql<{ id: string; answered: boolean; since: Date; other: string }>`
    select w.id, w.answered, w.since, u.name as other from my_waiting_consultations() w
      join unit_here u on u.id = w.other_unit_id
    order by w.since, w.id limit 20`.execute(trx)
  return rows.map(({ since, ...row }) => ({ ...row, since: swedishDay(since) }))
}

/** Questions without a name have begun where I work, or were begun before that and are there still. */
export async function usesQuestions(work: Work): Promise<boolean> {
  if (await hasBegun(work, 'unnamed_question')) return true
  return (await work.trx.selectFrom('consultation').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Whether the person keeps the units and people of an organisation. */
export async function isAdministrator({ trx }: Work): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select cardinality(my_administered()) > 0 as is`.execute(trx)
  return rows[0]?.is ?? false
}

/** Alarms that wait for the person as reviewer of a unit's log; undefined for whoever reviews none. */
export async function countAlarms({ trx }: Work): Promise<number | undefined> {
  const { rows } = await sql<{ alarms: number | null }>`select alarms_to_review() as alarms`.execute(trx)
  return rows[0]?.alarms ?? undefined
}
