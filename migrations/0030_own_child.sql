-- Nobody is responsible at work for a child of their own, or for themselves: the next one is, at once. docs/decisions/0025.
-- And nobody's last day leaves a child without anybody.

-- The child is theirs, or it is they.
create function is_own_child(engagement uuid, child uuid, on_day date) returns boolean
stable security definer set search_path = '' language sql as $$
  select exists (select from public.engagement e join public.guardianship g on g.person_id = e.person_id
      where e.id = engagement and g.child_id = child and g.valid_from <= on_day and (g.valid_to is null or g.valid_to > on_day))
    or exists (select from public.engagement e join public.child c on c.person_id = e.person_id
      where e.id = engagement and c.id = child)
$$;
create function my_own_children() returns uuid[] stable security definer set search_path = '' language sql as $$
  select array(
    select g.child_id from public.guardianship g where g.person_id = public.me()
      and g.valid_from <= public.asked_day() and (g.valid_to is null or g.valid_to > public.asked_day())
    union
    select c.id from public.child c where c.person_id = public.me())
$$;

-- As the other of the name, passing by whoever's own child it is. Where there is nobody else the chain is as it would be, and
-- they see nothing of it.
create function stands_for(engagement uuid, unit uuid, moment timestamptz, child uuid) returns uuid
stable security definer set search_path = '' language plpgsql as $$
declare
  on_day date := (moment at time zone 'Europe/Stockholm')::date;
  fn public.unit_function;
  one uuid;
begin
  if public.employed_on(engagement, on_day) and not public.is_own_child(engagement, child, on_day) then return engagement; end if;
  select * into fn from public.unit_function f where f.unit_id = unit and f.kind = 'best_interests_lead';
  foreach one in array array[fn.holder_engagement_id, fn.stand_in_engagement_id] || (
      select public.holders_on(w.authority_id, 'fallback_lead', on_day)
      from public.unit u join public.secrecy_unit w on w.id = u.secrecy_unit_id where u.id = unit) loop
    if public.employed_on(one, on_day) and not public.is_own_child(one, child, on_day) then return one; end if;
  end loop;
  return public.stands_for(engagement, unit, moment);
end $$;
create or replace function accountable_engagement(child uuid, moment timestamptz) returns uuid
stable security definer set search_path = '' language sql as $$
  select public.stands_for(r.engagement_id, r.unit_id, moment, child) from public.responsibility r
  where r.child_id = child and r.kind = 'best_interests_lead' and r.during @> moment
$$;
-- Who has what a tenure gives, just now; for whoever may read the tenure and so knows its id.
create function tenure_held_by(child uuid, tenure uuid) returns uuid
stable security definer set search_path = '' language sql as $$
  select public.stands_for(r.engagement_id, r.unit_id, public.asked_at(), child) from public.responsibility r
  where r.child_id = child and r.id = tenure
$$;

-- The units where I am next, or may come to be.
create or replace function my_units_to_take_from() returns uuid[]
stable security definer set search_path = '' language plpgsql as $$
declare
  mine uuid := public.my_engagement();
  fallback_of uuid[] := public.my_authorities('fallback_lead');
begin
  if mine is null then return '{}'; end if;
  return array(
    select f.unit_id from public.unit_function f
    where f.kind = 'best_interests_lead' and f.holder_engagement_id = mine
    union
    select f.unit_id from public.unit_function f
    where f.kind = 'best_interests_lead' and f.stand_in_engagement_id = mine
    union
    select u.id from public.secrecy_unit w join public.unit u on u.secrecy_unit_id = w.id
    where w.authority_id = any (fallback_of));
end $$;

-- What others hold that is mine to take, because they have left or it is their own child: whom it is about, and whose it was.
-- What I end is mine until the request is over. An extract and an objection find whoever answers them in ways of their own.
create function left_to_me() returns table (child_id uuid, engagement_id uuid)
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
    select l.child, l.engagement from (
      select r.child_id, e.id, e.unit_id from public.engagement e
        join public.responsibility r on r.engagement_id = e.id and upper_inf(r.during)
      where e.unit_id = any (units) and e.valid_to < today
      union
      select t.child_id, e.id, e.unit_id from public.engagement e
        join public.task t on t.engagement_id = e.id and t.done_at is null
          and t.kind::text not in ('review_extract', 'answer_objection')
      where e.unit_id = any (units) and e.valid_to < today
      union
      select own.child, e.id, e.unit_id from public.engagement e
        cross join lateral (
          select g.child_id as child from public.guardianship g where g.person_id = e.person_id
          union all select c.id from public.child c where c.person_id = e.person_id) own
      where e.unit_id = any (units)
        and (exists (select from public.responsibility r
            where r.child_id = own.child and r.engagement_id = e.id and upper_inf(r.during))
          or exists (select from public.task t where t.child_id = own.child and t.engagement_id = e.id and t.done_at is null
            and t.kind::text not in ('review_extract', 'answer_objection')))) l (child, engagement, unit)
    where l.engagement <> mine and public.stands_for(l.engagement, l.unit, at, l.child) = mine;
end $$;

-- As before, of what is left to me.
create or replace function held_for_others() returns table (child_id uuid, kind assignment_kind)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  wall uuid := public.my_secrecy_unit();
  at timestamptz := public.asked_at();
begin
  return query
    select r.child_id, (case when m.secrecy_unit_id = wall then 'work' else 'party' end)::public.assignment_kind
    from public.left_to_me() l
      join public.responsibility r on (r.child_id, r.engagement_id) = (l.child_id, l.engagement_id)
      join public.matter m on (m.child_id, m.id) = (r.child_id, r.matter_id)
    where (upper_inf(r.during) or upper(r.during) = at) and (m.closed_at is null or m.closed_at = at)
    union all
    select a.child_id, a.kind from public.left_to_me() l
      join public.assignment a on (a.child_id, a.engagement_id) = (l.child_id, l.engagement_id)
    where a.secrecy_unit_id = wall and a.valid_from <= at and (a.valid_to is null or a.valid_to > at)
      and exists (select from public.task t where t.child_id = a.child_id and t.engagement_id = a.engagement_id
        and (t.done_at is null or t.done_at = at) and t.kind::text not in ('review_extract', 'answer_objection'));
end $$;

-- As before; but at work nobody comes near what is noticed about their own child. That they know it in daily work is as it is.
create or replace function assigned_children(kinds assignment_kind[])
returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  engagement uuid := public.my_engagement();
  at timestamptz := public.asked_at();
  child uuid := public.asked_child();
  own uuid[];
  mine uuid[];
begin
  if engagement is null then return '{}'; end if;
  own := public.my_own_children();
  if child is not null then
    mine := array(select a.child_id from public.assignment a
      where a.engagement_id = engagement and a.child_id = child and a.kind = any (kinds)
        and (a.kind = 'ordinary' or a.child_id <> all (own))
        and a.valid_from <= at and (a.valid_to is null or a.valid_to > at) limit 1);
    if mine <> '{}' then return mine; end if;
    return array(select h.child_id from public.held_for_others() h
      where h.kind = any (kinds) and h.child_id <> all (own) limit 1);
  end if;
  return array(select a.child_id from public.assignment a
      where a.engagement_id = engagement and a.kind = any (kinds) and (a.kind = 'ordinary' or a.child_id <> all (own))
        and a.valid_from <= at and (a.valid_to is null or a.valid_to > at)
    union
    select h.child_id from public.held_for_others() h where h.kind = any (kinds) and h.child_id <> all (own));
end $$;

-- As before, passing by whoever's own child it is.
create or replace function my_bba_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  engagement uuid := public.my_engagement();
  mine uuid[] := public.assigned_children('{work}');
begin
  if mine = '{}' then return '{}'; end if;
  return array(select r.child_id from public.responsibility r
    where r.child_id = any (mine) and r.kind = 'best_interests_lead' and r.during @> public.asked_at()
      and public.stands_for(r.engagement_id, r.unit_id, public.asked_at(), r.child_id) = engagement);
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
      and public.stands_for(r.engagement_id, r.unit_id, at, r.child_id) = engagement);
end $$;

-- A task about one's own child is not one's own; what was left, by whomever, is.
drop policy left_behind on task;
create policy left_behind on task to kb_app using (
  (child_id, engagement_id) in (select l.child_id, l.engagement_id from left_to_me() l));
create policy not_of_my_own on task as restrictive for select to kb_app using (
  (select my_engagement()) is null or child_id not in (select unnest(my_own_children())));
drop function my_leavers();

-- As before, and a last day after which nobody would be responsible is refused.
create or replace function end_employment(engagement uuid, last_day date) returns text
volatile security definer set search_path = '' language plpgsql as $$
declare
  the_authority uuid := public.authority_of(engagement);
  after timestamptz := ((last_day + 1) + time '12:00') at time zone 'Europe/Stockholm';
  refusal text;
begin
  if the_authority is null or not the_authority = any (public.my_administered()) then return 'not-found'; end if;
  perform pg_advisory_xact_lock(hashtextextended(the_authority::text, 24));
  refusal := public.left_without(engagement, last_day);
  if refusal is not null then return refusal; end if;
  begin
    update public.engagement e set valid_to = greatest(last_day, e.valid_from - 1) where e.id = engagement;
    if exists (select from public.responsibility r
        join public.unit u on u.id = r.unit_id join public.secrecy_unit w on w.id = u.secrecy_unit_id
      where w.authority_id = the_authority and upper_inf(r.during) and r.kind = 'best_interests_lead'
        and public.stands_for(r.engagement_id, r.unit_id, after, r.child_id) is null) then
      raise exception using errcode = 'KB001';
    end if;
    -- Nobody takes over children by ending a colleague's employment alone.
    if exists (select from public.responsibility r where r.engagement_id = engagement and upper_inf(r.during)
        and public.stands_for(r.engagement_id, r.unit_id, after, r.child_id) = public.my_engagement()) then
      raise exception using errcode = 'KB002';
    end if;
  exception
    when sqlstate 'KB001' then return 'nobody-left';
    when sqlstate 'KB002' then return 'to-myself';
  end;
  update public.session s set ended_at = public.asked_at()
  where s.engagement_id = engagement and s.ended_at is null and last_day < public.asked_day();
  return 'ended';
end $$;

call give_to_rules('{is_own_child,held_for_others,my_units_to_take_from}'::regproc[]::regprocedure[], '');
call give_to_rules(array['stands_for(uuid,uuid,timestamptz,uuid)'::regprocedure], '');
call give_to_rules(new_rules());
