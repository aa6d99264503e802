-- Who is responsible when somebody has left: computed at each request, never put right afterwards. docs/decisions/0025.
-- What somebody held who no longer works there is held by whoever holds the unit's function, else by the stand-in, else by
-- the organisation's fallback. No wall is crossed: outside the wall that carries a matter they know the name, and no more.

create index on unit_function (holder_engagement_id);
create index on unit_function (stand_in_engagement_id);
create index responsible_just_now on responsibility (engagement_id) where upper_inf(during);

create function employed_on(engagement uuid, on_day date) returns boolean
stable security definer set search_path = '' language sql as $$
  select exists (select from public.engagement e where e.id = engagement
    and e.valid_from <= on_day and (e.valid_to is null or e.valid_to >= on_day))
$$;

-- Whoever stands for an engagement at a moment: itself, while it holds. Null where nobody is left.
create function stands_for(engagement uuid, unit uuid, moment timestamptz) returns uuid
stable security definer set search_path = '' language plpgsql as $$
declare
  on_day date := (moment at time zone 'Europe/Stockholm')::date;
  fn public.unit_function;
begin
  if public.employed_on(engagement, on_day) then return engagement; end if;
  select * into fn from public.unit_function f where f.unit_id = unit and f.kind = 'best_interests_lead';
  if public.employed_on(fn.holder_engagement_id, on_day) then return fn.holder_engagement_id; end if;
  if public.employed_on(fn.stand_in_engagement_id, on_day) then return fn.stand_in_engagement_id; end if;
  return (select (public.holders_on(w.authority_id, 'fallback_lead', on_day))[1]
    from public.unit u join public.secrecy_unit w on w.id = u.secrecy_unit_id where u.id = unit);
end $$;

-- The one who is accountable for a child at a moment; null when nothing was going on. Exactly one tenure covers each moment
-- of an open matter: the database sees to that.
create function accountable_engagement(child uuid, moment timestamptz) returns uuid
stable security definer set search_path = '' language sql as $$
  select public.stands_for(r.engagement_id, r.unit_id, moment) from public.responsibility r
  where r.child_id = child and r.kind = 'best_interests_lead' and r.during @> moment
$$;

-- The units where what somebody has left is mine to take: in most sessions none.
create function my_units_to_take_from() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  mine uuid := public.my_engagement();
  at timestamptz := public.asked_at();
  fallback_of uuid[] := public.my_authorities('fallback_lead');
begin
  if mine is null then return '{}'; end if;
  return array(
    select f.unit_id from public.unit_function f
    where f.kind = 'best_interests_lead' and mine in (f.holder_engagement_id, f.stand_in_engagement_id)
      and public.stands_for(null, f.unit_id, at) = mine
    union
    select u.id from public.secrecy_unit w join public.unit u on u.secrecy_unit_id = w.id
    where w.authority_id = any (fallback_of) and public.stands_for(null, u.id, at) = mine);
end $$;

-- Those who have left something that is mine to take: the responsibility for a child, or something that waits. What I end
-- is mine until the request is over. An extract and an objection find whoever answers them in ways of their own.
create function my_leavers() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  units uuid[] := public.my_units_to_take_from();
  child uuid := public.asked_child();
  at timestamptz := public.asked_at();
  today date := public.asked_day();
begin
  if units = '{}' then return '{}'; end if;
  if child is not null then
    return array(select e.id from public.engagement e
      where e.unit_id = any (units) and e.valid_to < today and e.id in (
        select r.engagement_id from public.responsibility r where r.child_id = child
          and (upper_inf(r.during) or upper(r.during) = at)
        union all
        select t.engagement_id from public.task t where t.child_id = child and (t.done_at is null or t.done_at = at)
          and t.kind::text not in ('review_extract', 'answer_objection')));
  end if;
  return array(select e.id from public.engagement e
    where e.unit_id = any (units) and e.valid_to < today
      and (exists (select from public.responsibility r where r.engagement_id = e.id and upper_inf(r.during))
        or exists (select from public.task t where t.engagement_id = e.id and t.done_at is null
          and t.kind::text not in ('review_extract', 'answer_objection'))));
end $$;

-- How I know the children whom they held: as they did where I am inside the same wall.
create function held_for_others() returns table (child_id uuid, kind assignment_kind)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  leavers uuid[] := public.my_leavers();
  wall uuid := public.my_secrecy_unit();
  child uuid := public.asked_child();
  at timestamptz := public.asked_at();
begin
  if leavers = '{}' then return; end if;
  return query
    select r.child_id, (case when m.secrecy_unit_id = wall then 'work' else 'party' end)::public.assignment_kind
    from public.responsibility r join public.matter m on (m.child_id, m.id) = (r.child_id, r.matter_id)
    where r.engagement_id = any (leavers) and (child is null or r.child_id = child)
      and (upper_inf(r.during) or upper(r.during) = at) and (m.closed_at is null or m.closed_at = at)
    union all
    select a.child_id, a.kind from public.assignment a
    where a.engagement_id = any (leavers) and a.secrecy_unit_id = wall and (child is null or a.child_id = child)
      and a.valid_from <= at and (a.valid_to is null or a.valid_to > at)
      and exists (select from public.task t where t.child_id = a.child_id and t.engagement_id = a.engagement_id
        and (t.done_at is null or t.done_at = at) and t.kind::text not in ('review_extract', 'answer_objection'));
end $$;

-- As before, and the children whom somebody has left to me.
create or replace function assigned_children(kinds assignment_kind[])
returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  engagement uuid := public.my_engagement();
  at timestamptz := public.asked_at();
  child uuid := public.asked_child();
  mine uuid[];
begin
  if engagement is null then return '{}'; end if;
  if child is not null then
    mine := array(select a.child_id from public.assignment a
      where a.engagement_id = engagement and a.child_id = child and a.kind = any (kinds)
        and a.valid_from <= at and (a.valid_to is null or a.valid_to > at) limit 1);
    if mine <> '{}' then return mine; end if;
    return array(select h.child_id from public.held_for_others() h where h.kind = any (kinds) limit 1);
  end if;
  return array(select a.child_id from public.assignment a
      where a.engagement_id = engagement and a.kind = any (kinds)
        and a.valid_from <= at and (a.valid_to is null or a.valid_to > at)
    union
    select h.child_id from public.held_for_others() h where h.kind = any (kinds));
end $$;

-- As before, for whoever is accountable.
create or replace function my_bba_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  engagement uuid := public.my_engagement();
  mine uuid[] := public.assigned_children('{work}');
begin
  if mine = '{}' then return '{}'; end if;
  return array(select r.child_id from public.responsibility r
    where r.child_id = any (mine) and r.kind = 'best_interests_lead' and r.during @> public.asked_at()
      and public.stands_for(r.engagement_id, r.unit_id, public.asked_at()) = engagement);
end $$;
create or replace function my_written_plans() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  engagement uuid := public.my_engagement();
  at timestamptz := public.asked_at();
  whole uuid[] := public.my_party_children('whole');
begin
  if whole = '{}' then return public.my_lead_children(); end if;
  return public.my_lead_children() || array(
    select r.child_id from public.responsibility r
    where r.child_id = any (whole) and r.kind = 'collaboration_lead' and r.during @> at
      and public.stands_for(r.engagement_id, r.unit_id, at) = engagement);
end $$;
create or replace function is_bba(child uuid, engagement uuid) returns boolean
stable security definer set search_path = '' language sql as $$
  select engagement = public.accountable_engagement(child, public.asked_at())
$$;

-- Whoever carries the matter gives it to somebody who works inside the wall; another unit's yes is a hand-over's. What has been
-- is never rewritten: a tenure begins at the moment of the request, and ends once.
create policy inside on responsibility as restrictive for insert to kb_app with check (
  stands_for(engagement_id, unit_id, asked_at()) = engagement_id and exists (select from engagement e join unit u on u.id = e.unit_id
    where e.id = engagement_id and e.unit_id = responsibility.unit_id and u.secrecy_unit_id = (select my_secrecy_unit())));
create function keep_tenure() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
begin
  if public.me() is null then return new; end if;
  if tg_op = 'INSERT' and new.during = tstzrange(at, null) then return new; end if;
  if tg_op = 'UPDATE' and upper_inf(old.during) and new.during = tstzrange(lower(old.during), at) then return new; end if;
  raise exception 'a tenure begins now and ends once' using errcode = '23514';
end $$;
create trigger tenure_is_kept before insert or update of during on responsibility
  for each row execute function keep_tenure();

-- What waits for them waits for me.
create policy left_behind on task to kb_app using (engagement_id in (select unnest(my_leavers())));

call give_to_rules('{employed_on,accountable_engagement,my_units_to_take_from,held_for_others}'::regproc[]::regprocedure[], '');
call give_to_rules(new_rules());
