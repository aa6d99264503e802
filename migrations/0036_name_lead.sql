-- Who is BBA, chosen by hand and with a reason; and whoever has become it without anybody choosing is told. docs/decisions/0027.

alter type task_kind add value 'become_lead';
alter type task_kind add value 'lead_changed';

create table lead_choice (
  child_id uuid,
  tenure_id uuid,
  unit_id uuid not null references unit,
  body bytea not null,
  chosen_by uuid not null references person,
  chosen_at timestamptz not null,
  primary key (child_id, tenure_id),
  foreign key (child_id, tenure_id) references responsibility on delete cascade
);
comment on table lead_choice is 'Why a tenure was given by hand. unit_id: where whoever had it before worked.';

-- What somebody may choose a BBA in place of, just now: where they hold the function or stand in, inside the wall; and what has
-- come to them because whoever has the tenure has left, or must not. Nobody of the latter needs to read the matter.
create function lead_to_name(child uuid)
returns table (tenure_id uuid, unit_id uuid, wall uuid, held_by uuid, held_now uuid)
stable security definer set search_path = '' language plpgsql rows 1 as $$
declare
  mine uuid := public.my_engagement();
begin
  if mine is null or child = any (public.my_own_children()) then return; end if;
  return query
    select r.id, r.unit_id, m.secrecy_unit_id, r.engagement_id, h.now
    from public.responsibility r join public.matter m on (m.child_id, m.id) = (r.child_id, r.matter_id)
      cross join lateral (select public.stands_for(r.engagement_id, r.unit_id, public.asked_at(), child) as now) h
    where r.child_id = child and r.kind = 'best_interests_lead' and upper_inf(r.during)
      and ((r.unit_id = public.my_unit() and public.i_hold_the_function() and child = any (public.my_lead_children()))
        or (h.now = mine and r.engagement_id <> mine));
end $$;

-- Who can be chosen: those who work in the same unit, and whoever holds the function or stands in elsewhere inside the wall.
create function lead_candidates(child uuid) returns setof uuid
stable security definer set search_path = '' language sql rows 20 as $$
  select e.id from public.lead_to_name(child) l
    join public.unit u on u.secrecy_unit_id = l.wall
    join public.engagement e on e.unit_id = u.id
  where e.id <> l.held_by and public.employed_on(e.id, public.asked_day())
    and not public.is_own_child(e.id, child, public.asked_day())
    and (u.id = l.unit_id or exists (select from public.unit_function f where f.kind = 'best_interests_lead'
      and f.unit_id = u.id and e.id in (f.holder_engagement_id, f.stand_in_engagement_id)))
$$;

-- One ends and the next begins at the same moment. What waited for the one waits for the other, and both get to know.
-- tenure: the id of the new one, so that what is sent twice is once. ids: three fresh ones.
create function name_lead(child uuid, seen uuid, tenure uuid, chosen uuid, reason bytea, due date, ids uuid[]) returns text
volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  had public.responsibility;
  fresh public.responsibility;
  wall uuid;
begin
  perform from public.child c where c.id = child for no key update;
  select * into fresh from public.responsibility r where r.child_id = child and r.id = tenure;
  if fresh.id is not null then
    return case when fresh.engagement_id = chosen and fresh.given_by = public.me() then 'done' else 'conflict' end;
  end if;
  select r.* into had from public.lead_to_name(child) l
    join public.responsibility r on r.child_id = child and r.id = l.tenure_id;
  if had.id is null then return 'not-allowed'; end if;
  if had.id <> seen or lower(had.during) >= at then return 'conflict'; end if;
  if chosen not in (select c from public.lead_candidates(child) c) then return 'not-candidate'; end if;

  select u.secrecy_unit_id into wall from public.engagement e join public.unit u on u.id = e.unit_id where e.id = chosen;
  update public.responsibility r set during = tstzrange(lower(r.during), at) where r.child_id = child and r.id = had.id;
  insert into public.responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during, given_by)
  select child, tenure, had.matter_id, had.kind, e.unit_id, e.id, tstzrange(at, null), public.me()
  from public.engagement e where e.id = chosen;
  insert into public.lead_choice values (child, tenure, had.unit_id, reason, public.me(), at);
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select child, ids[1], 'work', chosen, wall, public.me(), at
  where not exists (select from public.assignment a where a.child_id = child and a.engagement_id = chosen
    and a.kind = 'work' and a.valid_from <= at and a.valid_to is null);
  update public.task t set engagement_id = chosen,
    stand_in_engagement_id = nullif(t.stand_in_engagement_id, chosen),
    escalates_at = case when t.stand_in_engagement_id is distinct from chosen then t.escalates_at end
  where t.child_id = child and t.engagement_id = had.engagement_id and t.done_at is null
    and t.kind::text not in ('review_extract', 'answer_objection', 'lead_changed');
  update public.task t set done_at = at, done_by = public.me()
  where t.child_id = child and t.kind::text = 'become_lead' and t.done_at is null;
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  select child, one.id, one.kind::public.task_kind, one.engagement, tenure, due, at
  from (values (ids[2], 'become_lead', chosen), (ids[3], 'lead_changed', had.engagement_id)) one (id, kind, engagement)
  where one.engagement <> public.my_engagement() and public.employed_on(one.engagement, public.asked_day());
  return 'done';
end $$;

-- Whoever is accountable without having been given it, since somebody has left or must not be, is told once: the accountability
-- itself is worked out at each request and never waits for this. ids: one for each that may be told in this turn.
create function tell_new_leads(moment timestamptz, due date, ids uuid[]) returns int
volatile security definer set search_path = '' language plpgsql as $$
declare told int;
begin
  perform public.refuse_sessions();
  perform pg_advisory_xact_lock(hashtextextended('tell_new_leads', 35));
  with held as materialized (
    select r.child_id, r.id, r.engagement_id, public.stands_for(r.engagement_id, r.unit_id, moment, r.child_id) as now
    from public.responsibility r where r.kind = 'best_interests_lead' and upper_inf(r.during) and lower(r.during) <= moment),
  untold as (
    select h.*, row_number() over (order by h.child_id) as n from held h
    where h.now <> coalesce((select t.engagement_id from public.task t
      where t.child_id = h.child_id and t.about_id = h.id and t.kind::text = 'become_lead'
      order by t.made_at desc limit 1), h.engagement_id)),
  over as (
    update public.task t set done_at = moment from untold o
    where o.n <= cardinality(ids) and t.child_id = o.child_id and t.about_id = o.id and t.kind::text = 'become_lead'
      and t.done_at is null),
  fresh as (
    insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
    select o.child_id, ids[o.n], 'become_lead', o.now, o.id, due, moment from untold o where o.n <= cardinality(ids)
    returning 1)
  select count(*) into told from fresh;
  return told;
end $$;

alter table lead_choice enable row level security, force row level security;
grant select on lead_choice to kb_app;
create policy mine on lead_choice for select to kb_app using (
  chosen_by = (select me()) and child_id in (select unnest(my_children())));
create policy where_it_was_held on lead_choice for select to kb_app using (
  unit_id = (select my_unit()) and (select i_hold_the_function()) and child_id in (select unnest(my_lead_children())));
grant insert on lead_choice to kb_rules;
create policy rules_add on lead_choice for insert to kb_rules with check (true);
call cover_for_retention('lead_choice');

call give_to_rules('{tell_new_leads}'::regproc[]::regprocedure[], 'kb_app');
call give_to_rules(new_rules());
