import { type QueryExecutorProvider, sql } from 'kysely'
import type { Day } from '#shared/dates.ts'

// Who is accountable, read from the tables by rules written here and not by the program's own functions: the one whose
// tenure covers the moment, if employed; else the unit's holder; else its stand-in; else the organisation's fallback.

type Moment = { at: Date; today: Day }

const employed = ({ today }: Moment) => sql`
  employed as materialized (select e.id from engagement e
    where e.valid_from <= ${today}::date and (e.valid_to is null or e.valid_to >= ${today}::date)),
  fallback as materialized (select f.authority_id, f.engagement_id from authority_function f
      join employed e on e.id = f.engagement_id
    where f.kind = 'fallback_lead' and f.valid_from <= ${today}::date and (f.valid_to is null or f.valid_to >= ${today}::date))`

/** Those who stand behind somebody in a unit and work there today, the first of them first. */
const behind = (engagement: ReturnType<typeof sql>, unit: ReturnType<typeof sql>) => sql`
  select c.id from (
    select 1 as rank, ${engagement} as id
    union all
    select s.rank, s.id from unit_function f
      cross join lateral (values (2, f.holder_engagement_id), (3, f.stand_in_engagement_id)) s (rank, id)
    where f.unit_id = ${unit} and f.kind = 'best_interests_lead'
    union all
    select 4, b.engagement_id from fallback b join secrecy_unit w on w.authority_id = b.authority_id
      join unit u on u.secrecy_unit_id = w.id where u.id = ${unit}) c
  where c.id in (select id from employed)
  order by c.rank`

export type Held = { matters: number; stood_for: number; wrong: { childId: string; what: string }[] }

/** The open matters of a moment, and each that has not exactly one who is accountable and works there. */
export async function checkMatters(admin: QueryExecutorProvider, moment: Moment): Promise<Held> {
  const { at } = moment
  const { rows } = await sql<Held>`
    with ${employed(moment)}, held as (
      select m.child_id, count(r.id)::int as tenures, (array_agg(r.engagement_id))[1] as lead,
        (array_agg(r.unit_id))[1] as unit_id
      from matter m left join responsibility r on (r.child_id, r.matter_id) = (m.child_id, m.id)
        and r.kind = 'best_interests_lead' and r.during @> ${at}::timestamptz
      where m.opened_at <= ${at}::timestamptz and (m.closed_at is null or m.closed_at > ${at}::timestamptz)
      group by m.child_id, m.id
    ), judged as (
      select h.child_id, h.tenures, h.lead in (select id from employed) as in_person,
        coalesce(h.lead in (select id from employed),  false) or exists (${behind(sql`h.lead`, sql`h.unit_id`)}) as somebody,
        h.lead, h.unit_id
      from held h
    ), named as (
      select j.*, case when j.in_person then j.lead else accountable_engagement(j.child_id, ${at}::timestamptz) end as says
      from judged j
    ), wrong as (
      select n.child_id, case
          when n.tenures <> 1 then n.tenures || ' tenures'
          when not n.somebody then 'nobody employed'
          when n.says is null then 'the program names nobody'
          when n.says not in (${behind(sql`n.lead`, sql`n.unit_id`)}) then 'the program names a stranger'
        end as what
      from named n)
    select (select count(*)::int from held) as matters,
      (select count(*)::int from judged where not in_person) as stood_for,
      (select coalesce(json_agg(json_build_object('childId', child_id, 'what', what)), '[]') from wrong
        where what is not null) as wrong`.execute(admin)
  const [held] = rows
  if (!held) throw new Error('nothing was counted')
  return held
}

/** Hand-overs that are offered and wait with nobody, or were answered and led nowhere. */
export async function checkHandovers(admin: QueryExecutorProvider, moment: Moment) {
  const { rows } = await sql<{ childId: string; what: string }>`
    with ${employed(moment)}
    select h.child_id as "childId", h.id || ' is ' || h.state || ', and nobody has it' as what
    from handover h join matter m on (m.child_id, m.id) = (h.child_id, h.matter_id)
    where h.state = 'offered' and (m.closed_at is not null or not exists (
      select from task t join engagement e on e.id = t.engagement_id
      where t.child_id = h.child_id and t.about_id = h.id and t.done_at is null
        and exists (${behind(sql`t.engagement_id`, sql`h.to_unit_id`)})))
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
