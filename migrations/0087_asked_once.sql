-- Who asks is found out once for each question, and handed on: the functions that the walls stand on called each other, and
-- each found out anew, some fifty times for a page. docs/decisions/0043.

-- What the session says of itself comes along, so that nobody looks it up again.
alter type caller add attribute handed_by uuid, add attribute paper_id uuid;

-- As in 0071, 0073 and 0082: the adult and the paper are looked for where there is one.
create or replace function caller() returns caller stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  today date;
  bound boolean;
  asking public.caller;
begin
  select s.person_id, s.kind, s.engagement_id, null::uuid, null::uuid,
    least(s.ends_at, greatest(s.last_seen_at, at) + make_interval(mins => s.idle_minutes)), s.handed_by, s.paper_id
  into asking
  from public.session s
  where s.token_hash = current_setting('app.session', true)
    and s.ended_at is null and s.ends_at > at
    and s.last_seen_at + make_interval(mins => s.idle_minutes) > at;
  if not found then return null; end if;
  today := public.asked_day();
  if asking.handed_by is not null and not exists (select from public.engagement h
      where h.id = asking.handed_by and h.valid_from <= today and (h.valid_to is null or h.valid_to >= today)) then
    return null;
  end if;
  if asking.paper_id is not null and not exists (select from public.meeting_paper p
      where p.id = asking.paper_id and public.meeting_paper_lives(p)) then
    return null;
  end if;
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

create or replace function handed_by() returns uuid stable security invoker language sql as
  $$ select (public.caller()).handed_by $$;

call rewrite('enter(text, timestamptz, uuid)', 'public.handed_by()', 'c.handed_by');
call rewrite('enter(text, timestamptz, uuid)', '(public.my_paper()).meeting_id',
  '(select y.meeting_id from public.meeting_paper y where y.id = c.paper_id)');

-- Each of these as it was, of somebody who is known. Nobody but the rules may name who that is.

create function authorities_of(engagement uuid, wanted authority_function_kind) returns uuid[]
stable security definer set search_path = '' language plpgsql as $$
declare
  today date := public.asked_day();
begin
  if engagement is null then return '{}'; end if;
  return array(select distinct f.authority_id from public.authority_function f
      join public.engagement e on e.id = f.engagement_id
      join public.unit u on u.id = e.unit_id
      join public.secrecy_unit w on w.id = u.secrecy_unit_id and w.authority_id = f.authority_id
    where f.engagement_id = engagement and f.kind = wanted
      and f.valid_from <= today and (f.valid_to is null or f.valid_to >= today));
end $$;
create or replace function my_authorities(wanted authority_function_kind) returns uuid[]
stable security definer set search_path = '' language plpgsql as $$
begin
  return public.authorities_of((public.caller()).engagement_id, wanted);
end $$;

create function own_children_of(person uuid) returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  today date := public.asked_day();
begin
  return array(
    select g.child_id from public.guardianship g where g.person_id = person
      and g.valid_from <= today and (g.valid_to is null or g.valid_to > today)
    union
    select c.id from public.child c where c.person_id = person
    union
    select l.child_id from public.lead_choice l where l.set_aside = person and public.is_set_aside(person, l.child_id));
end $$;
create or replace function my_own_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
begin
  return public.own_children_of((public.caller()).person_id);
end $$;

-- Almost nobody sees to a whole organisation's.
create function units_to_take_from(mine uuid) returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  fallback_of uuid[];
  units uuid[];
begin
  if mine is null then return '{}'; end if;
  fallback_of := public.authorities_of(mine, 'fallback_lead');
  units := array(
    select f.unit_id from public.unit_function f
    where f.kind = 'best_interests_lead' and f.holder_engagement_id = mine
    union
    select f.unit_id from public.unit_function f
    where f.kind = 'best_interests_lead' and f.stand_in_engagement_id = mine);
  if fallback_of = '{}' then return units; end if;
  return array(
    select unnest(units)
    union
    select u.id from public.secrecy_unit w join public.unit u on u.secrecy_unit_id = w.id
    where w.authority_id = any (fallback_of));
end $$;
call rewrite('leaving_soon()', 'public.my_units_to_take_from()', 'public.units_to_take_from(mine)');

-- left_to_me(), held_for_others() and the rest, word for word but for who asks.
create procedure asks_for(the_function regprocedure, becomes text, who text, pairs text[]) language plpgsql as $$
declare
  body text := pg_get_functiondef(the_function);
  name text := format('FUNCTION public.%s(', split_part(the_function::text, '(', 1));
  arguments text := pg_get_function_arguments(the_function);
begin
  if strpos(body, name || arguments || ')') = 0 then raise exception '% is another than it was', the_function; end if;
  body := replace(body, name || arguments || ')',
    format('FUNCTION public.%s(%s%s)', becomes, who, case when arguments <> '' then ', ' || arguments else '' end));
  for place in 1 .. array_length(pairs, 1) loop
    if strpos(body, pairs[place][1]) = 0 then raise exception '% is another than it was', the_function; end if;
    body := replace(body, pairs[place][1], pairs[place][2]);
  end loop;
  execute body;
end $$;

call asks_for('left_to_me()', 'left_to', 'mine uuid', array[
  ['public.my_units_to_take_from()', 'public.units_to_take_from(mine)'],
  ['  mine uuid := public.my_engagement();' || chr(10), '']]);
call asks_for('held_for_others()', 'held_for_others_by', 'who caller', array[
  ['public.my_secrecy_unit()', 'who.secrecy_unit_id'],
  ['public.left_to_me()', 'public.left_to(who.engagement_id)']]);
call asks_for('assigned_children(assignment_kind[])', 'assigned_to', 'who caller', array[
  ['public.my_engagement()', 'who.engagement_id'],
  ['public.my_own_children()', 'public.own_children_of(who.person_id)'],
  ['public.held_for_others()', 'public.held_for_others_by(who)']]);
call asks_for('family_children()', 'family_of', 'who caller', array[
  ['  who public.caller := public.caller();' || chr(10), ''],
  ['public.handed_by() is null and (public.my_paper()).id is null', 'who.handed_by is null and who.paper_id is null']]);
call asks_for('my_called()', 'called_for', 'who caller', array[
  ['  who public.caller := public.caller();' || chr(10), '']]);
call asks_for('my_open_children()', 'open_to', 'who caller', array[
  ['  who public.caller := public.caller();' || chr(10), ''],
  ['public.family_children()', 'public.family_of(who)']]);
call asks_for('my_told_matters()', 'told_to', 'who caller', array[
  ['  who public.caller := public.caller();' || chr(10), ''],
  ['public.family_children()', 'public.family_of(who)'],
  ['(public.my_paper()).id is null', 'who.paper_id is null']]);
call asks_for('my_lead_children()', 'led_by', 'who caller', array[
  ['public.my_secrecy_unit()', 'who.secrecy_unit_id'],
  ['public.assigned_children(''{work}'')', 'public.assigned_to(who, ''{work}'')']]);
call asks_for('my_party_children(party_part)', 'party_to', 'who caller', array[
  ['public.my_unit()', 'who.unit_id'],
  ['public.assigned_children(''{work,party}'')', 'public.assigned_to(who, ''{work,party}'')']]);
drop procedure asks_for(regprocedure, text, text, text[]);

create or replace function left_to_me() returns table (child_id uuid, engagement_id uuid)
stable security definer set search_path = '' language plpgsql rows 5 as $$
begin
  return query select * from public.left_to((public.caller()).engagement_id);
end $$;
create or replace function assigned_children(kinds assignment_kind[]) returns uuid[]
stable security definer set search_path = '' language plpgsql as $$
begin
  return public.assigned_to(public.caller(), kinds);
end $$;
create or replace function family_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
begin
  return public.family_of(public.caller());
end $$;
create or replace function my_called()
returns table (child_id uuid, about_id uuid, kind task_kind, due_on date, secrecy_unit_id uuid, thing_id uuid)
stable security definer set search_path = '' language plpgsql rows 5 as $$
begin
  return query select * from public.called_for(public.caller());
end $$;
create or replace function my_open_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
begin
  return public.open_to(public.caller());
end $$;
create or replace function my_told_matters() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
begin
  return public.told_to(public.caller());
end $$;
create or replace function my_lead_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
begin
  return public.led_by(public.caller());
end $$;
create or replace function my_party_children(wanted party_part) returns uuid[]
stable security definer set search_path = '' language plpgsql as $$
begin
  return public.party_to(public.caller(), wanted);
end $$;

create function known_to(who caller) returns uuid[] stable security definer set search_path = '' language plpgsql as $$
begin
  return public.assigned_to(who, '{ordinary,work,party}') || public.family_of(who)
    || array(select distinct c.child_id from public.called_for(who) c);
end $$;
create or replace function my_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
begin
  return public.known_to(public.caller());
end $$;
create or replace function my_whole_plans() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
begin
  return public.led_by(who) || public.open_to(who) || public.party_to(who, 'whole');
end $$;
drop function called_children();
drop function held_for_others();
drop function my_units_to_take_from();

-- Those that ask beside others.
call rewrite('my_shielded_children()', 'public.my_children()', 'public.known_to(who)');
call rewrite('my_compartments()', 'public.family_children()', 'public.family_of(who)');
call rewrite('my_barred_things()', 'public.family_children()', 'public.family_of(who)');
call rewrite('my_barred_things()', 'public.handed_by() is null', 'who.handed_by is null');
call rewrite('my_spoken_items()', 'public.my_open_children()', 'public.open_to(who)');
call rewrite('my_spoken_items()', 'public.my_told_matters()', 'public.told_to(who)');
call rewrite('my_granted_items()', 'public.my_open_children()', 'public.open_to(who)');
call rewrite('my_granted_items()', 'public.assigned_children(''{work,party}'')', 'public.assigned_to(who, ''{work,party}'')');
call rewrite('i_hold_the_function()', 'public.my_own_children()', 'public.own_children_of(who.person_id)');

create or replace function my_written_plans() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  at timestamptz := public.asked_at();
  whole uuid[] := public.party_to(who, 'whole');
begin
  if whole = '{}' then return public.led_by(who); end if;
  return public.led_by(who) || array(
    select r.child_id from public.responsibility r
    where r.child_id = any (whole) and r.kind = 'collaboration_lead' and r.during @> at
      and public.stands_for(r.engagement_id, r.unit_id, at, r.child_id) = who.engagement_id);
end $$;
create or replace function my_parts() returns table (child_id uuid, keeper_id uuid, part party_part, from_version integer)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  who public.caller := public.caller();
  mine uuid[] := public.assigned_to(who, '{work,party}');
begin
  if mine = '{}' then return; end if;
  return query select g.child_id, g.from_secrecy_unit_id, g.part, 1
    from public.access_grant g
    where g.to_unit_id = who.unit_id and g.kind = 'party' and g.child_id = any (mine) and public.grant_lives(g);
end $$;

call give_to_rules(new_rules());
call give_to_rules('{authorities_of,own_children_of,units_to_take_from,left_to,held_for_others_by,assigned_to,family_of,called_for,open_to,told_to,led_by,party_to,known_to}'::regproc[]::regprocedure[], '');
