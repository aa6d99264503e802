import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#modules/audit'
import { type Day, swedishClock } from '#shared/dates.ts'
import { personOf, printedName } from '#shared/person.ts'
import type { Coming, Mark, OfOthers } from './task.ts'

const perPage = 50

type ChildRow = {
  id: string
  child_id: string
  on_day: Day
  given_name: string | null
  family_name: string | null
  protection: string
  provisional: boolean
}
const childColumns = sql`c.given_name, c.family_name, c.protection, c.provisional`
const childOf = (row: ChildRow) => personOf({ ...row, id: row.child_id })

type Page<T> = { rows: T[]; next: Mark | undefined }
function pageOf<R extends ChildRow, T>(found: readonly R[], made: (row: R) => T): Page<T> {
  const last = found.length > perPage ? found[perPage - 1] : undefined
  return {
    rows: found.slice(0, perPage).map(made),
    next: last && { dueOn: last.on_day, id: last.id },
  }
}
const beyond = (after: Mark | undefined, day: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
  after ? sql`and (${day}, ${id}) > (${after.dueOn}::date, ${after.id}::uuid)` : sql``

/** The children that the person is BBA for just now, and those whom somebody who has left had. */
const mine = ({
  actor,
}: Work) => sql`left_here as materialized (select child_id, engagement_id from left_to_me()), mine as (
  select r.child_id, r.matter_id from responsibility r
  where r.engagement_id = ${actor.engagementId ?? null} and r.kind = 'best_interests_lead' and upper_inf(r.during)
  union
  select r.child_id, r.matter_id from left_here l
    join responsibility r on r.child_id = l.child_id and r.engagement_id = l.engagement_id
  where r.kind = 'best_interests_lead' and upper_inf(r.during))`

type OfOthersRow = ChildRow & {
  what: OfOthers['what']
  holder_given: string | null
  holder_family: string | null
  holder: boolean
  unit_name: string | null
}

/** What others have to do about the person's own children, the oldest day first: colleagues, families, and links. */
export async function listOfOthers(work: Work, after: Mark | undefined): Promise<Page<OfOthers>> {
  const me = work.actor.engagementId ?? null
  const at = sql`${work.at.toISOString()}::timestamptz`
  const { rows } = await sql<OfOthersRow>`
    with ${mine(work)}, waits as (
      select t.id, t.child_id, t.kind::text as what, t.engagement_id, t.due_on as on_day
      from mine join task t on t.child_id = mine.child_id and t.done_at is null
      where t.engagement_id <> ${me} and (t.stand_in_engagement_id = ${me} and t.escalates_at <= ${at}) is not true
        and (t.child_id, t.engagement_id) not in (select l.child_id, l.engagement_id from left_here l)
      union all
      select q.item_id, q.child_id, 'answer_link', null, q.due_on
      from mine join source_question q on q.child_id = mine.child_id and q.matter_id = mine.matter_id and q.answer is null
        join answer_link l on l.child_id = q.child_id and l.item_id = q.item_id
      where l.ended_at is null and l.answered_at is null and l.expires_at > ${at}
      union all
      select s.id, s.child_id, 'consent', null, (s.asked_at at time zone 'Europe/Stockholm')::date
      from mine join consent s on s.child_id = mine.child_id and s.matter_id = mine.matter_id
      where s.valid_to > ${at} and exists (select from consent_signer g where g.child_id = s.child_id and g.consent_id = s.id
        and not exists (select from consent_answer a
          where a.child_id = g.child_id and a.consent_id = g.consent_id and a.signer_id = g.id)))
    select w.id, w.child_id, w.what, w.on_day, ${childColumns}, p.given_name as holder_given,
      p.family_name as holder_family, w.engagement_id is not null as holder, u.name as unit_name
    from (select * from waits w where true ${beyond(after, sql`w.on_day`, sql`w.id`)}
        order by w.on_day, w.id limit ${perPage + 1}) w
      join child c on c.id = w.child_id
      left join engagement_here e on e.id = w.engagement_id
      left join person_here p on p.id = e.person_id
      left join unit_here u on u.id = e.unit_id
    order by w.on_day, w.id`.execute(work.trx)
  return pageOf(rows, (row) => ({
    id: row.id,
    childId: row.child_id,
    child: childOf(row),
    what: row.what,
    dueOn: row.on_day,
    who: row.holder
      ? [printedName({ given_name: row.holder_given, family_name: row.holder_family }), row.unit_name]
          .filter(Boolean)
          .join(', ')
      : undefined,
  }))
}

type ComingRow = ChildRow & { what: Coming['what']; at: Date }

/** Meetings, follow-ups and looks at support that come: of the person's own children, and where they are invited. */
export async function listComing(work: Work, after: Mark | undefined): Promise<Page<Coming>> {
  const me = work.actor.engagementId ?? null
  const at = sql`${work.at.toISOString()}::timestamptz`
  const { rows } = await sql<ComingRow>`
    with ${mine(work)}, called as (
      select p.child_id, p.meeting_id from assignment a
        join meeting_party p on p.child_id = a.child_id and p.engagement_id = a.engagement_id
      where a.engagement_id = ${me} and a.valid_from <= ${at} and (a.valid_to is null or a.valid_to > ${at})
        and p.answer is distinct from 'not_coming'),
    coming as (
      select m.id, m.child_id, 'meeting' as what, m.starts_at as at
      from mine join meeting m on m.child_id = mine.child_id and m.matter_id = mine.matter_id
      where m.state in ('planned', 'called')
      union
      select m.id, m.child_id, 'meeting', m.starts_at
      from called join meeting m on m.child_id = called.child_id and m.id = called.meeting_id where m.state = 'called'
      union all
      select p.id, p.child_id, 'follow_up', p.follow_up_at
      from mine join plan p on p.child_id = mine.child_id where p.ended_at is null and p.follow_up_at is not null
      union all
      select s.item_id, s.child_id, 'review', s.review_on::timestamp at time zone 'Europe/Stockholm'
      from mine join support s on s.child_id = mine.child_id and s.matter_id = mine.matter_id where s.ended_at is null),
    dated as (select x.*, (x.at at time zone 'Europe/Stockholm')::date as on_day from coming x)
    select d.id, d.child_id, d.what, d.at, d.on_day, ${childColumns}
    from (select * from dated d where d.on_day >= ${work.today}::date ${beyond(after, sql`d.on_day`, sql`d.id`)}
        order by d.on_day, d.id limit ${perPage + 1}) d
      join child c on c.id = d.child_id
    order by d.on_day, d.id`.execute(work.trx)
  return pageOf(rows, (row) => ({
    id: row.id,
    childId: row.child_id,
    child: childOf(row),
    what: row.what,
    day: row.on_day,
    clock: row.what === 'review' ? undefined : swedishClock(row.at),
  }))
}
