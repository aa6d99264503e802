import { type QueryExecutorProvider, sql } from 'kysely'
import type { Day } from '#shared/dates.ts'

// Who is accountable, read from the tables by rules written here and not by the program's own functions: the one whose tenure
// covers the moment; else whoever they have named; else the unit's holder; else its stand-in; else the organisation's fallback.
// Those who are away, or where it is closed, are passed by while somebody is there.

type Moment = { at: Date; today: Day }

const people = ({ at, today }: Moment) => sql`
  employed as materialized (select e.id, e.person_id, e.unit_id from engagement e
    where e.valid_from <= ${today}::date and (e.valid_to is null or e.valid_to >= ${today}::date)),
  away as materialized (select a.engagement_id, a.stand_in from absence a
    where ${today}::date between a.from_day and a.to_day and (a.ended_at is null or a.ended_at > ${at}::timestamptz)),
  shut as materialized (select c.unit_id from closed_period c
    where ${today}::date between c.from_day and c.to_day and (c.ended_at is null or c.ended_at > ${at}::timestamptz)),
  function as materialized (select f.* from unit_function f where f.kind = 'best_interests_lead'),
  fallback as materialized (select f.authority_id, f.engagement_id from authority_function f
    where f.kind = 'fallback_lead' and f.valid_from <= ${today}::date and (f.valid_to is null or f.valid_to >= ${today}::date))`

/** Those who may carry what a unit holds, with their places in the line. */
const line = (lead: ReturnType<typeof sql>, unit: ReturnType<typeof sql>) => sql`
  select 1 as place, ${lead} as id
  union all
  select 2, a.stand_in from away a join engagement le on le.id = ${lead} join function f on f.unit_id = le.unit_id
    where a.engagement_id = ${lead} and a.stand_in in (f.holder_engagement_id, f.stand_in_engagement_id)
  union all
  select s.place, s.id from function f
    cross join lateral (values (3, f.holder_engagement_id), (4, f.stand_in_engagement_id)) s (place, id)
    where f.unit_id = ${unit}
  union all
  select 5, b.engagement_id from fallback b join secrecy_unit w on w.authority_id = b.authority_id
    join unit u on u.secrecy_unit_id = w.id where u.id = ${unit}`

export type Held = { matters: number; stood_for: number; wrong: { childId: string; what: string }[] }

/**
 * The open matters of a moment, and each that has not exactly one who is accountable and works there. `all`: the program is
 * asked of every one, else of those where another than the one who was given it is to have it.
 */
export async function checkMatters(
  admin: QueryExecutorProvider,
  { all, ...moment }: Moment & { all: boolean },
): Promise<Held> {
  const { at } = moment
  const { rows } = await sql<Held>`
    with ${people(moment)}, held as materialized (
      select m.child_id, m.id as matter_id, count(r.id)::int as tenures, (array_agg(r.engagement_id))[1] as lead,
        (array_agg(r.unit_id))[1] as unit_id
      from matter m left join responsibility r on (r.child_id, r.matter_id) = (m.child_id, m.id)
        and r.kind = 'best_interests_lead' and r.during @> ${at}::timestamptz
      where m.opened_at <= ${at}::timestamptz and (m.closed_at is null or m.closed_at > ${at}::timestamptz)
      group by m.child_id, m.id
    ), aside as materialized (
      select l.child_id, l.set_aside from lead_choice l join responsibility r on (r.child_id, r.id) = (l.child_id, l.tenure_id)
        join held h on (h.child_id, h.matter_id) = (r.child_id, r.matter_id) where l.set_aside is not null
    ), judged as (
      select h.child_id, l.id, l.place, case
          when (h.child_id, e.person_id) in (select * from aside) then case when l.place <> 2 then 3 end
          when l.id not in (select engagement_id from away) and (l.place = 5 or h.unit_id not in (select * from shut)) then 1
          when l.place <> 2 then 2
        end as turn
      from held h cross join lateral (${line(sql`h.lead`, sql`h.unit_id`)}) l join employed e on e.id = l.id
    ), best as materialized (
      select distinct on (child_id) child_id, turn, place from judged where turn is not null order by child_id, turn, place
    ), named as (
      select h.child_id, h.tenures, b.turn, b.place, case when ${!all} and h.tenures = 1 and b.place = 1 then h.lead
          else accountable_engagement(h.child_id, ${at}::timestamptz) end as says
      from held h left join best b on b.child_id = h.child_id
    ), wrong as (
      select n.child_id, case
          when n.tenures <> 1 then n.tenures || ' tenures'
          when n.turn is null then 'nobody employed'
          when n.says is null then 'the program names nobody'
          when not exists (select from judged j where (j.child_id, j.turn, j.place, j.id) = (n.child_id, n.turn, n.place, n.says))
            then 'the program names a stranger'
        end as what
      from named n)
    select (select count(*)::int from held) as matters,
      (select count(*)::int from named where place > 1) as stood_for,
      (select coalesce(json_agg(json_build_object('childId', child_id, 'what', what)), '[]') from wrong
        where what is not null) as wrong`.execute(admin)
  const [held] = rows
  if (!held) throw new Error('nothing was counted')
  return held
}

/** Hand-overs that are offered and wait with nobody, that wait too long in silence, or were answered and led nowhere. */
export async function checkHandovers(admin: QueryExecutorProvider, moment: Moment) {
  const { rows } = await sql<{ childId: string; what: string }>`
    with ${people(moment)}
    select h.child_id as "childId", h.id || ' is ' || h.state || ', and nobody has it' as what
    from handover h join matter m on (m.child_id, m.id) = (h.child_id, h.matter_id)
    where h.state = 'offered' and (m.closed_at is not null or not exists (
      select from task t where t.child_id = h.child_id and t.about_id = h.id and t.done_at is null
        and exists (select from (${line(sql`t.engagement_id`, sql`h.to_unit_id`)}) l join employed e on e.id = l.id)))
    union all
    select h.child_id, h.id || ' has waited too long, and nobody was told'
    from handover h
    where h.state = 'offered' and h.lapsed_at is null and h.lapses_at < ${moment.at}::timestamptz - interval '1 day'
    union all
    select h.child_id, h.id || ' was answered, and nobody took up there'
    from handover h
    where h.answered_at > ${moment.at}::timestamptz - interval '1 day' and not exists (
        select from responsibility r join unit u on u.id = r.unit_id
        where (r.child_id, r.matter_id, r.kind) = (h.child_id, h.matter_id, 'best_interests_lead')
          and case when h.state = 'accepted' then lower(r.during) = h.answered_at and r.unit_id = h.to_unit_id
            else r.during @> h.answered_at or upper(r.during) = h.answered_at end)`.execute(admin)
  return rows
}

/** Each matter that ever was: its tenures follow each other from the first moment to the last, without two at a time. */
export async function checkHistory(admin: QueryExecutorProvider) {
  const { rows } = await sql<{ childId: string; what: string }>`
    select m.child_id as "childId", 'the tenures do not cover the matter' as what
    from matter m left join responsibility r on (r.child_id, r.matter_id) = (m.child_id, m.id)
      and r.kind = 'best_interests_lead' and not isempty(r.during)
    group by m.child_id, m.id, m.opened_at, m.closed_at
    having range_agg(r.during) is distinct from
      nullif(tstzmultirange(tstzrange(m.opened_at, m.closed_at)), '{}'::tstzmultirange)
    union all
    select r.child_id, 'two tenures at a time'
    from responsibility r join responsibility other on other.child_id = r.child_id and other.id > r.id
      and other.kind = r.kind and other.during && r.during
    where r.kind = 'best_interests_lead'`.execute(admin)
  return rows
}
