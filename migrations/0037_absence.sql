-- Nobody is missed while they are away, and no child while a unit is closed: whoever is there stands for them, worked out at
-- each request like everything else about who is accountable. docs/decisions/0028.

create table absence (
  id uuid primary key,
  engagement_id uuid not null references engagement,
  from_day date not null,
  to_day date not null check (to_day between from_day and from_day + 366),
  stand_in uuid references engagement check (stand_in <> engagement_id),
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  ended_at timestamptz,
  exclude using gist (engagement_id with =, daterange(from_day, to_day, '[]') with &&) where (ended_at is null)
);
comment on table absence is 'Never why. stand_in: one of the two who hold the unit''s function; null: they come in their order.';
comment on column absence.ended_at is 'Back before the last day, or never gone.';

create table closed_period (
  id uuid primary key,
  unit_id uuid not null references unit,
  from_day date not null,
  to_day date not null check (to_day between from_day and from_day + 366),
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  ended_at timestamptz,
  exclude using gist (unit_id with =, daterange(from_day, to_day, '[]') with &&) where (ended_at is null)
);
comment on table closed_period is 'Nobody is there; what the unit holds is held by the organisation''s fallback.';

-- Who is there ----------------------------------------------------------------------------------------------------------

-- Planned once for each connection: asked many times for each page.
create function is_away(engagement uuid, moment timestamptz) returns boolean
stable security definer set search_path = '' language plpgsql as $$
begin
  return exists (select from public.absence a where a.engagement_id = engagement
    and (moment at time zone 'Europe/Stockholm')::date between a.from_day and a.to_day
    and (a.ended_at is null or a.ended_at > moment));
end $$;
create function is_closed(unit uuid, moment timestamptz) returns boolean
stable security definer set search_path = '' language plpgsql as $$
begin
  return exists (select from public.closed_period c where c.unit_id = unit
    and (moment at time zone 'Europe/Stockholm')::date between c.from_day and c.to_day
    and (c.ended_at is null or c.ended_at > moment));
end $$;

-- One who is away names no more than which of the two who hold the function comes first: that was decided by two people.
create function may_stand_in(engagement uuid, other uuid) returns boolean
stable security definer set search_path = '' language sql as $$
  select exists (select from public.engagement e join public.unit u on u.id = e.unit_id
      join public.unit_function f on f.unit_id = e.unit_id and f.kind = 'best_interests_lead'
      join public.engagement o on o.id = other
      join public.unit v on v.id = o.unit_id and v.secrecy_unit_id = u.secrecy_unit_id
    where e.id = engagement and other <> engagement and other in (f.holder_engagement_id, f.stand_in_engagement_id))
$$;

-- As in 0030; and whoever is away, or works where it is closed, is passed by while somebody is there. Where nobody is, the
-- chain is as it would be if they were: somebody is always accountable.
create or replace function stands_for(engagement uuid, unit uuid, moment timestamptz, child uuid) returns uuid
stable security definer set search_path = '' language plpgsql as $$
declare
  on_day date := (moment at time zone 'Europe/Stockholm')::date;
  closed boolean := public.is_closed(unit, moment);
  fn public.unit_function;
  named uuid;
  fallbacks uuid[];
  one uuid;
begin
  if not closed and public.employed_on(engagement, on_day) and not public.is_away(engagement, moment)
    and not public.is_own_child(engagement, child, on_day) then return engagement; end if;
  select * into fn from public.unit_function f where f.unit_id = unit and f.kind = 'best_interests_lead';
  select a.stand_in into named from public.absence a where a.engagement_id = engagement
    and on_day between a.from_day and a.to_day and (a.ended_at is null or a.ended_at > moment)
    and public.may_stand_in(engagement, a.stand_in) limit 1;
  fallbacks := (select public.holders_on(w.authority_id, 'fallback_lead', on_day)
    from public.unit u join public.secrecy_unit w on w.id = u.secrecy_unit_id where u.id = unit);
  foreach one in array
      case when closed then '{}' else array[named, fn.holder_engagement_id, fn.stand_in_engagement_id] end || fallbacks loop
    if public.employed_on(one, on_day) and not public.is_away(one, moment)
      and not public.is_own_child(one, child, on_day) then return one; end if;
  end loop;
  foreach one in array array[engagement, fn.holder_engagement_id, fn.stand_in_engagement_id] || fallbacks loop
    if public.employed_on(one, on_day) and not public.is_own_child(one, child, on_day) then return one; end if;
  end loop;
  foreach one in array array[engagement, fn.holder_engagement_id, fn.stand_in_engagement_id] || fallbacks loop
    if public.employed_on(one, on_day) then return one; end if;
  end loop;
  return null;
end $$;
-- The same, about no child.
create or replace function stands_for(engagement uuid, unit uuid, moment timestamptz) returns uuid
stable security definer set search_path = '' language sql as $$
  select public.stands_for(engagement, unit, moment, null)
$$;

-- Who is away from a tenure that another has just now: for whoever may read the tenure and so knows its id. Of somebody who
-- has left, or whose own child it is, it says nothing.
create function away_from_tenure(child uuid, tenure uuid) returns uuid
stable security definer set search_path = '' language sql as $$
  select r.engagement_id from public.responsibility r
  where r.child_id = child and r.id = tenure and public.is_away(r.engagement_id, public.asked_at())
    and public.employed_on(r.engagement_id, public.asked_day())
    and not public.is_own_child(r.engagement_id, child, public.asked_day())
    and public.stands_for(r.engagement_id, r.unit_id, public.asked_at(), child) <> r.engagement_id
$$;

-- As in 0030, and what is held by those who are away, or where it is closed.
create or replace function left_to_me() returns table (child_id uuid, engagement_id uuid)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  units uuid[] := public.my_units_to_take_from();
  mine uuid := public.my_engagement();
  child uuid := public.asked_child();
  at timestamptz := public.asked_at();
  today date := public.asked_day();
begin
  if units = '{}' then return; end if;
  if child is not null then
    return query
      select distinct child, e.id from public.engagement e
      where e.unit_id = any (units) and e.id <> mine and e.id in (
          select r.engagement_id from public.responsibility r where r.child_id = child
            and (upper_inf(r.during) or upper(r.during) = at)
          union all
          select t.engagement_id from public.task t where t.child_id = child and (t.done_at is null or t.done_at = at)
            and t.kind::text not in ('review_extract', 'answer_objection'))
        and public.stands_for(e.id, e.unit_id, at, child) = mine;
    return;
  end if;
  return query
    with missing as (
      select e.id, e.unit_id from public.engagement e
      where e.unit_id = any (units) and e.id <> mine and (e.valid_to < today
        or exists (select from public.absence a where a.engagement_id = e.id
          and today between a.from_day and a.to_day and (a.ended_at is null or a.ended_at > at))
        or exists (select from public.closed_period c where c.unit_id = e.unit_id
          and today between c.from_day and c.to_day and (c.ended_at is null or c.ended_at > at))))
    select l.child, l.engagement from (
      select r.child_id, e.id, e.unit_id from missing e
        join public.responsibility r on r.engagement_id = e.id and upper_inf(r.during)
      union
      select t.child_id, e.id, e.unit_id from missing e
        join public.task t on t.engagement_id = e.id and t.done_at is null
          and t.kind::text not in ('review_extract', 'answer_objection')
      union
      select own.child, e.id, e.unit_id from public.engagement e
        cross join lateral (
          select g.child_id as child from public.guardianship g where g.person_id = e.person_id
          union all select c.id from public.child c where c.person_id = e.person_id) own
      where e.unit_id = any (units) and e.id <> mine
        and (exists (select from public.responsibility r
            where r.child_id = own.child and r.engagement_id = e.id and upper_inf(r.during))
          or exists (select from public.task t where t.child_id = own.child and t.engagement_id = e.id and t.done_at is null
            and t.kind::text not in ('review_extract', 'answer_objection')))) l (child, engagement, unit)
    where public.stands_for(l.engagement, l.unit, at, l.child) = mine;
end $$;

-- As in 0033, and whoever is there before whoever is away.
create or replace function holds_now(unit uuid, of_kind unit_function_kind, child uuid) returns uuid
stable security definer set search_path = '' language sql as $$
  select one.held from public.unit_function f
    cross join lateral (values (f.holder_engagement_id, 1), (f.stand_in_engagement_id, 2)) one (held, place)
  where f.unit_id = unit and f.kind = of_kind and public.answers_for(one.held, child)
  order by public.is_away(one.held, public.asked_at()), one.place limit 1
$$;
create or replace function answers_extract(asked public.extract_request) returns uuid[]
stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  given public.task;
  held public.unit_function;
  lead uuid;
begin
  select * into given from public.task t where t.child_id = asked.child_id and t.about_id = asked.id
    and t.kind = 'review_extract' and t.done_at is null;
  if given.id is null then return '{}'; end if;
  if asked.carries then
    select r.engagement_id into lead from public.responsibility r join public.unit u on u.id = r.unit_id
      where r.child_id = asked.child_id and r.kind = 'best_interests_lead' and r.during @> at
        and u.secrecy_unit_id = asked.secrecy_unit_id and public.answers_for(r.engagement_id, r.child_id) limit 1;
    lead := coalesce(lead, case when public.answers_for(given.engagement_id, asked.child_id) then given.engagement_id end);
    if lead is not null and not public.is_away(lead, at) then return array[lead]; end if;
  end if;
  select * into held from public.unit_function f where f.unit_id = asked.unit_id and f.kind = 'best_interests_lead';
  if held.unit_id is null then
    return case when public.answers_for(given.engagement_id, asked.child_id) then array[given.engagement_id] else '{}' end;
  end if;
  return array_remove(array[public.holds_now(held.unit_id, held.kind, asked.child_id), lead,
    case when given.escalates_at <= at and public.answers_for(held.stand_in_engagement_id, asked.child_id)
      then held.stand_in_engagement_id end], null);
end $$;

-- A tenure begins for somebody employed in that unit, as in 0027; that they are away just now does not matter.
alter policy inside on responsibility with check (
  exists (select from engagement e join unit u on u.id = e.unit_id
    where e.id = engagement_id and e.unit_id = responsibility.unit_id and u.secrecy_unit_id = (select my_secrecy_unit())
      and e.valid_from <= asked_day() and (e.valid_to is null or e.valid_to >= asked_day())));

-- What nobody who is there holds, and I am to take: of whom, and why it has come to me. Not what is mine because it is
-- somebody's own child.
create function unheld() returns table (child_id uuid, engagement_id uuid, why text)
stable security definer set search_path = '' language sql rows 5 as $$
  select l.child_id, l.engagement_id, w.why from public.left_to_me() l join public.engagement e on e.id = l.engagement_id
    cross join lateral (select case when e.valid_to < public.asked_day() then 'left'
      when public.is_closed(e.unit_id, public.asked_at()) then 'closed'
      when public.is_away(e.id, public.asked_at()) then 'away' end as why) w
  where w.why is not null
$$;

-- Those who leave within a month, or have left, and still hold something: for those who hold the unit's function or stand in,
-- and whoever is next. Who and when; never what.
create function leaving_soon() returns table (engagement_id uuid, last_day date)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  mine uuid := public.my_engagement();
  units uuid[] := public.my_units_to_take_from();
begin
  if units = '{}' then return; end if;
  return query
    select e.id, e.valid_to from public.engagement e
    where e.unit_id = any (units) and e.valid_to <= public.asked_day() + 30
      and (exists (select from public.responsibility r where r.engagement_id = e.id and upper_inf(r.during))
        or exists (select from public.task t where t.engagement_id = e.id and t.done_at is null))
      and (e.unit_id = public.my_unit() or public.stands_for(null, e.unit_id, public.asked_at()) = mine)
    order by e.valid_to, e.id limit 20;
end $$;

-- Who notes it ----------------------------------------------------------------------------------------------------------

-- The units where I note who is away and when it is closed: where I hold the function or stand in; and those I administer,
-- unless what nobody is there to hold would come to me by it.
create function my_rosters() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  mine uuid := public.my_engagement();
begin
  if mine is null then return '{}'; end if;
  return array(select f.unit_id from public.unit_function f
      where f.unit_id = public.my_unit() and f.kind = 'best_interests_lead'
        and mine in (f.holder_engagement_id, f.stand_in_engagement_id))
    || case when public.my_authorities('fallback_lead') = '{}' then public.my_administered_units() else '{}' end;
end $$;

-- Who would take what a unit holds while it is closed.
create function closing_leads_to(unit uuid, on_day date) returns uuid
stable security definer set search_path = '' language sql as $$
  select (public.holders_on(w.authority_id, 'fallback_lead', on_day))[1]
  from public.unit u join public.secrecy_unit w on w.id = u.secrecy_unit_id where u.id = unit
$$;

alter table absence enable row level security, force row level security;
alter table closed_period enable row level security, force row level security;
grant select on absence, closed_period to kb_rules;
create policy rules_read on absence for select to kb_rules using (true);
create policy rules_read on closed_period for select to kb_rules using (true);

grant select, insert, update (ended_at) on absence, closed_period to kb_app;
create policy seen on absence for select to kb_app using (engagement_id = (select my_engagement())
  or exists (select from engagement e where e.id = engagement_id and e.unit_id in (select unnest(my_rosters()))));
create policy noted on absence for insert to kb_app with check (
  (engagement_id = (select my_engagement())
    or exists (select from engagement e where e.id = engagement_id and e.unit_id in (select unnest(my_rosters()))))
  and entered_by = (select me()) and entered_at = asked_at() and ended_at is null and to_day >= asked_day()
  and (stand_in is null or may_stand_in(engagement_id, stand_in)));
create policy back on absence for update to kb_app
  using (ended_at is null and to_day >= asked_day() and (engagement_id = (select my_engagement())
    or exists (select from engagement e where e.id = engagement_id and e.unit_id in (select unnest(my_rosters())))))
  with check (ended_at = asked_at());
create policy read_all on closed_period for select to kb_app using ((select me()) is not null);
create policy noted on closed_period for insert to kb_app with check (
  unit_id in (select unnest(my_rosters())) and entered_by = (select me()) and entered_at = asked_at() and ended_at is null
  and to_day >= asked_day() and closing_leads_to(unit_id, from_day) is not null);
create policy opened on closed_period for update to kb_app
  using (unit_id in (select unnest(my_rosters())) and ended_at is null and to_day >= asked_day())
  with check (ended_at = asked_at());

call give_to_rules(array['is_away(uuid,timestamptz)', 'is_closed(uuid,timestamptz)']::regprocedure[], '');
call give_to_rules(new_rules());
