-- Who asks is found out once for each function, not once for each row that it looks through: to find it out is a question of
-- its own, and a third of what a page costs the database.

-- As in 0022, in two steps: a family has no engagement to look up, and only civil society has signed anything.
create or replace function caller() returns caller stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  today date := public.asked_day();
  bound boolean;
  asking public.caller;
begin
  select s.person_id, s.kind, s.engagement_id, null, null,
    least(s.ends_at, greatest(s.last_seen_at, at) + make_interval(mins => s.idle_minutes))
  into asking
  from public.session s
  where s.token_hash = current_setting('app.session', true)
    and s.ended_at is null and s.ends_at > at
    and s.last_seen_at + make_interval(mins => s.idle_minutes) > at;
  if asking.engagement_id is null then return asking; end if;
  select u.id, u.secrecy_unit_id, w.kind <> 'civil' into asking.unit_id, asking.secrecy_unit_id, bound
  from public.engagement e
    join public.unit u on u.id = e.unit_id
    join public.secrecy_unit w on w.id = u.secrecy_unit_id
  where e.id = asking.engagement_id and e.valid_from <= today and (e.valid_to is null or e.valid_to >= today);
  if not found then return null; end if;
  if not bound and not exists (select from public.undertaking t where t.engagement_id = asking.engagement_id) then
    asking.engagement_id := null;
    asking.unit_id := null;
    asking.secrecy_unit_id := null;
  end if;
  return asking;
end $$;

-- As in 0041.
create or replace function my_own_children() returns uuid[]
stable security definer set search_path = '' language plpgsql as $$
declare
  who uuid := public.me();
  today date := public.asked_day();
begin
  return array(
    select g.child_id from public.guardianship g where g.person_id = who
      and g.valid_from <= today and (g.valid_to is null or g.valid_to > today)
    union
    select c.id from public.child c where c.person_id = who
    union
    select l.child_id from public.lead_choice l where l.set_aside = who and public.is_set_aside(who, l.child_id));
end $$;

-- As in 0033.
create or replace function i_hold_the_function() returns boolean
stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  child uuid := public.asked_child();
begin
  if child is not null and child = any (public.my_own_children()) then return false; end if;
  return exists (select from public.unit_function f
    where f.unit_id = who.unit_id and f.kind = 'best_interests_lead'
      and who.engagement_id in (f.holder_engagement_id, f.stand_in_engagement_id));
end $$;

-- As in 0017.
call rewrite('my_limits()', 'where u.id = public.my_unit()', 'where u.id = (select public.my_unit())');
