-- What somebody in the family is owed always has somebody who answers, and what an organisation has decided is bound in the
-- log with its values. docs/decisions/0017, 0018, 0005.

-- Settings ---------------------------------------------------------------------------------------------------------------

-- Each decision has a row of its own in the chain: the hash of what was decided, as canonical JSON.
alter table organisation_setting add column id uuid;
alter table organisation_setting add column digest bytea;
alter table organisation_setting no force row level security;
update organisation_setting set id = md5(authority_id::text || added_at)::uuid;
update organisation_setting o set digest = sha256(convert_to(format(
    '{"added_at":"%s","added_by":%s,"authority_id":"%s","children_a_day":%s,"decision":%s,"emergencies_a_day":%s,'
      '"exports_a_day":%s,"id":"%s","plan_keeper":"%s","shows_names":%s}',
    to_char(added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.')
      || rpad(part.of_second, greatest(3, length(part.of_second)), '0') || 'Z',
    to_json(added_by), authority_id, children_a_day, to_json(decision), emergencies_a_day, exports_a_day, id, plan_keeper,
    shows_names::text), 'UTF8'))
  from (select s.authority_id as a, s.added_at as m, rtrim(to_char(s.added_at at time zone 'UTC', 'US'), '0') as of_second
    from organisation_setting s) part
  where part.a = o.authority_id and part.m = o.added_at;
-- A link's moment has no smaller part than a thousandth of a second.
insert into audit_waiting (at, event_id, digest)
  select date_trunc('milliseconds', added_at), id, digest from organisation_setting;
alter table organisation_setting force row level security;
alter table organisation_setting alter column id set not null;
alter table organisation_setting alter column digest set not null;
alter table organisation_setting add unique (id);
comment on column organisation_setting.digest is 'The hash of the values, which stands in the chain under this id.';
grant select on organisation_setting to kb_audit;
create policy verifier_reads on organisation_setting for select to kb_audit using (true);

-- What is put in at the side of this function has no row in the chain, and is found by whoever verifies.
drop function decide_settings(uuid, timestamptz, boolean, plan_keeper, int, int, int, text, uuid, bytea);
create function decide_settings(authority uuid, moment timestamptz, names boolean, keeper plan_keeper, children int,
  exports int, emergencies int, rests_on text, event uuid, event_digest bytea, setting uuid, setting_digest bytea)
returns void volatile security definer set search_path = '' language plpgsql as $$
begin
  insert into public.organisation_setting values (authority, moment, names, keeper, children, exports, emergencies, rests_on,
    session_user, setting, setting_digest);
  insert into public.audit_waiting (at, event_id, digest) values (moment, setting, setting_digest);
  insert into public.audit_event (child_id, id, at, actor_id, engagement_id, act, outcome, object_id, request_id, digest)
  values ('00000000-0000-0000-0000-000000000000', event, moment, null, null, 'settings.decide', 'done', authority, event,
    event_digest);
end $$;
call give_to_rules('{decide_settings}'::regproc[]::regprocedure[], 'kb_owner');

-- Who answers ------------------------------------------------------------------------------------------------------------

create index on objection (secrecy_unit_id);
create index on extract_request (secrecy_unit_id) where answered_at is null;

create function at_work(engagement uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.engagement e where e.id = engagement
    and e.valid_from <= public.asked_day() and (e.valid_to is null or e.valid_to >= public.asked_day()))
$$;
-- Whoever holds a unit's function and works there, else whoever stands in.
create function holds_now(unit uuid, of_kind unit_function_kind) returns uuid
stable security definer set search_path = '' language sql as $$
  select case when public.at_work(f.holder_engagement_id) then f.holder_engagement_id
      when public.at_work(f.stand_in_engagement_id) then f.stand_in_engagement_id end
  from public.unit_function f where f.unit_id = unit and f.kind = of_kind
$$;

-- An extract: the BBA where the matter is carried, and whoever was that when none is left; else whoever holds the unit's
-- function now, and after a while the stand-in.
create function answers_extract(asked public.extract_request) returns uuid[]
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
        and u.secrecy_unit_id = asked.secrecy_unit_id and public.at_work(r.engagement_id) limit 1;
    lead := coalesce(lead, case when public.at_work(given.engagement_id) then given.engagement_id end);
    if lead is not null then return array[lead]; end if;
  end if;
  select * into held from public.unit_function f where f.unit_id = asked.unit_id and f.kind = 'best_interests_lead';
  if held.unit_id is null then
    return case when public.at_work(given.engagement_id) then array[given.engagement_id] else '{}' end;
  end if;
  return array_remove(array[public.holds_now(held.unit_id, held.kind),
    case when given.escalates_at <= at and public.at_work(held.stand_in_engagement_id)
      then held.stand_in_engagement_id end], null);
end $$;

-- The unit that a text is from: where it was written, or which carried the matter there.
create function unit_of_text(said public.objection) returns uuid
stable security definer set search_path = '' language sql as $$
  select coalesce(
    (select u.id from public.item i join public.engagement e on e.id = i.author_engagement_id
        join public.unit u on u.id = e.unit_id
      where i.child_id = said.child_id and i.id = said.thing_id and u.secrecy_unit_id = said.secrecy_unit_id),
    (select u.id from public.responsibility r join public.unit u on u.id = r.unit_id
      where r.child_id = said.child_id and r.kind = 'best_interests_lead' and u.secrecy_unit_id = said.secrecy_unit_id
      order by upper_inf(r.during) desc, lower(r.during) desc limit 1))
$$;

-- An objection: whoever was asked, while there; else whoever holds the function where the text is from, else the BBA there,
-- else those who review the log: of that unit, or of the organisation. So it has somebody for as long as anybody is left.
create function answers_objection(said public.objection, out who uuid[], out by_reviewer boolean)
stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  its_unit uuid;
begin
  by_reviewer := false;
  who := array(select t.engagement_id from public.task t where t.child_id = said.child_id and t.about_id = said.id
    and t.kind = 'answer_objection' and t.done_at is null and public.at_work(t.engagement_id)
    and exists (select from public.assignment a where a.child_id = t.child_id and a.engagement_id = t.engagement_id
      and a.kind = 'work' and a.valid_from <= at and (a.valid_to is null or a.valid_to > at)));
  if who <> '{}' then return; end if;
  its_unit := public.unit_of_text(said);
  who := array_remove(array[public.holds_now(its_unit, 'best_interests_lead')], null);
  if who <> '{}' then return; end if;
  who := array(select r.engagement_id from public.responsibility r join public.unit u on u.id = r.unit_id
    where r.child_id = said.child_id and r.kind = 'best_interests_lead' and r.during @> at
      and u.secrecy_unit_id = said.secrecy_unit_id and public.at_work(r.engagement_id));
  if who <> '{}' then return; end if;
  by_reviewer := true;
  who := array(select distinct one.held from (
    select h.held, rank() over (order by h.unit_id = its_unit desc nulls last) as place
    from (select f.unit_id, public.holds_now(f.unit_id, f.kind) as held
      from public.unit_function f join public.unit u on u.id = f.unit_id
        join public.secrecy_unit s on s.id = u.secrecy_unit_id
      where f.kind = 'log_reviewer' and s.authority_id = (
        select own.authority_id from public.secrecy_unit own where own.id = said.secrecy_unit_id)) h
    where h.held is not null) one where one.place = 1);
end $$;

-- What waits for me because of what I am now, whomever it was given to: computed each time (decision 5), so that a new
-- holder is let in at the next request and the one before is not.
create function my_called()
returns table (child_id uuid, about_id uuid, kind task_kind, due_on date, secrecy_unit_id uuid, thing_id uuid)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  who public.caller := public.caller();
  child uuid := public.asked_child();
  walls uuid[];
begin
  if who.engagement_id is null then return; end if;
  return query select r.child_id, r.id, 'review_extract'::public.task_kind, r.due_on, r.secrecy_unit_id, null::uuid
    from public.extract_request r
    where r.answered_at is null and r.secrecy_unit_id = who.secrecy_unit_id and (child is null or r.child_id = child)
      and who.engagement_id = any (public.answers_extract(r));
  walls := array[who.secrecy_unit_id];
  if exists (select from public.unit_function f where f.kind = 'log_reviewer'
    and who.engagement_id in (f.holder_engagement_id, f.stand_in_engagement_id)) then
    walls := array(select s.id from public.secrecy_unit s join public.secrecy_unit own on own.authority_id = s.authority_id
      where own.id = who.secrecy_unit_id);
  end if;
  return query select o.child_id, o.id, 'answer_objection'::public.task_kind, o.due_on, o.secrecy_unit_id, o.thing_id
    from public.objection o
    where o.secrecy_unit_id = any (walls) and (child is null or o.child_id = child)
      and not exists (select from public.objection_answer a where a.child_id = o.child_id and a.objection_id = o.id)
      and who.engagement_id = any ((public.answers_objection(o)).who);
end $$;
create function called_children() returns uuid[] stable language sql as
  $$ select array(select distinct c.child_id from public.my_called() c) $$;
create or replace function my_children() returns uuid[] stable language sql as
  $$ select public.assigned_children('{ordinary,work,party}') || public.family_children() || public.called_children() $$;

-- As before, and whoever answers is found each time.
create or replace function my_extract_reviews() returns table (child_id uuid, id uuid, secrecy_unit_id uuid)
stable security definer set search_path = '' language plpgsql rows 5 as $$
begin
  if public.asked_child() is null then return; end if;
  return query select c.child_id, c.about_id, c.secrecy_unit_id from public.my_called() c where c.kind = 'review_extract';
end $$;

-- As before, but only the work with the matter is given: whoever answers besides is let in while they do.
create or replace function ask_for_extract(child uuid, wall uuid, request uuid, due date, escalates timestamptz, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  keeper record;
begin
  perform from public.child c where c.id = child for no key update;
  select * into keeper from public.extract_keepers(child) k where k.secrecy_unit_id = wall;
  if keeper.unit_id is null then return false; end if;
  insert into public.extract_request (child_id, id, secrecy_unit_id, unit_id, carries, asked_by, asked_at, due_on)
  values (child, request, wall, keeper.unit_id, keeper.carries, public.me(), at, due) on conflict do nothing;
  if not found then return true; end if;
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select child, ids[2], 'work', keeper.holder, wall, public.me(), at
  where exists (select from public.matter m where m.child_id = child and m.closed_at is null and m.secrecy_unit_id = wall)
    and not exists (select from public.assignment a where a.child_id = child
      and a.engagement_id = keeper.holder and a.kind = 'work'
      and a.valid_from <= at and (a.valid_to is null or a.valid_to > at));
  insert into public.task (child_id, id, kind, engagement_id, stand_in_engagement_id, escalates_at, about_id, due_on,
    made_at)
  values (child, ids[1], 'review_extract', keeper.holder, keeper.stand_in,
    case when keeper.stand_in is not null then escalates end, request, due, at);
  return true;
end $$;
-- Those who wait already were let in for as long as it took: now that is found out each time. Until the log's last moment.
do $$
declare
  t text;
  walls text[] := '{assignment,extract_request,reading_question,audit_event}';
begin
  foreach t in array walls loop
    execute format('alter table %I no force row level security', t);
  end loop;
  update assignment a set valid_to = greatest(a.valid_from, r.asked_at, (select max(e.at) from audit_event e))
  from extract_request r
  where r.answered_at is null and a.child_id = r.child_id and a.kind = 'ordinary' and a.given_by = r.asked_by
    and a.secrecy_unit_id = r.secrecy_unit_id and a.valid_to is null
    and not exists (select from reading_question q where q.child_id = a.child_id and q.asked_by = a.given_by
      and q.answered_at is null);
  foreach t in array walls loop
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- As before, but whoever answers because of what they are needs no assignment to do that.
create or replace function review_lines(many int, sample_least int, sample_percent int, alarms_only boolean)
returns table (line_id uuid, unit_id uuid, person_id uuid, child_id uuid, day date, rules text[], began timestamptz,
  last_at timestamptz, events int, children int)
stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  me uuid := public.me();
  since timestamptz := public.day_began() - interval '28 days';
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if not exists (select from public.my_review_units()) then return; end if;
  return query
  with mine as materialized (
    select m.*, coalesce((
      select ceil(o.children_a_day * 0.75)::int from public.unit u
        join public.secrecy_unit s on s.id = u.secrecy_unit_id
        join public.organisation_setting o on o.authority_id = s.authority_id
      where u.id = m.unit_id order by o.added_at desc limit 1), many) as usual
    from public.my_review_units() m),
  event as (
    select a.id, a.at, a.actor_id, a.child_id, e.id as engagement_id, e.unit_id,
      a.outcome = 'done' and a.act in ('objection.open', 'objection.answer', 'extract.open-review', 'extract.answer') as called,
      (a.at at time zone 'Europe/Stockholm') as local
    from mine join public.engagement e on e.unit_id = mine.unit_id
      join public.audit_event a on a.actor_id = e.person_id and a.at >= since and a.engagement_id = e.id
    where not alarms_only and a.child_id <> nobody and a.act not like 'break-glass.%' and mine.turn <> 'fallback'
  ),
  one_day as (
    select v.unit_id, v.actor_id, v.child_id, v.local::date as day,
      (array_agg(v.id order by v.at, v.id))[1] as line_id, min(v.at) as began, max(v.at) as last_at,
      count(*)::int as events, bool_or(extract(hour from v.local) >= 22 or extract(hour from v.local) < 6) as night,
      bool_or(not v.called and not exists (select from public.assignment s where s.child_id = v.child_id
        and s.engagement_id = v.engagement_id and s.valid_from <= v.at
        and (s.valid_to is null or s.valid_to > v.at))) as unassigned
    from event v where exists (select from public.child c where c.id = v.child_id)
    group by 1, 2, 3, 4
  ),
  known as (
    select d.*, c.protection <> 'none' as protected,
      lower(c.family_name) = lower(p.family_name) as same_surname,
      exists (select from public.guardianship g join public.person gp on gp.id = g.person_id
        where g.child_id = d.child_id and (g.person_id = d.actor_id
          or (gp.given_name, gp.family_name) = (p.given_name, p.family_name))) as own_child,
      count(*) over (partition by d.actor_id, d.day)::int as children,
      row_number() over (partition by d.actor_id, d.day order by d.began, d.line_id) as place,
      w.seed, row_number() over (partition by d.unit_id, date_trunc('week', d.day::timestamp)
        order by md5(w.seed || d.line_id)) as drawn,
      count(*) over (partition by d.unit_id, date_trunc('week', d.day::timestamp)) as in_week,
      (select max(mine.usual) from mine where mine.unit_id = d.unit_id) as usual
    from one_day d join public.child c on c.id = d.child_id join public.person p on p.id = d.actor_id
      left join public.review_draw w on w.unit_id = d.unit_id and w.week = date_trunc('week', d.day::timestamp)::date
  ),
  line as (
    select k.line_id, k.unit_id, k.actor_id as person_id, k.child_id, k.day, array_remove(array[
        case when k.unassigned then 'no_assignment' end, case when k.own_child then 'own_child' end,
        case when k.same_surname then 'same_surname' end, case when k.protected then 'protected' end,
        case when k.night then 'night' end, case when k.children > k.usual and k.place = 1 then 'volume' end,
        case when k.seed is not null and k.drawn <= greatest(sample_least, ceil(k.in_week * sample_percent / 100.0))
          then 'sample' end], null) as rules,
      k.began, k.last_at, k.events, k.children
    from known k
    union all
    select b.id, b.unit_id, b.person_id, b.child_id, (b.opened_at at time zone 'Europe/Stockholm')::date,
      '{break_glass}', b.opened_at, b.opened_at, 1, 1
    from mine join public.break_glass b on b.unit_id = mine.unit_id
    union all
    select r.id, r.unit_id, r.person_id, nobody, (r.at at time zone 'Europe/Stockholm')::date,
      '{look_up}', r.at, r.at, 1, 1
    from mine join public.look_up_reason r on r.unit_id = mine.unit_id
    union all
    -- What was told in an emergency, before anybody had asked whether it was needed.
    select g.id, e.unit_id, g.decided_by, g.child_id, (g.decided_at at time zone 'Europe/Stockholm')::date,
      '{emergency_sharing}', g.decided_at, g.decided_at, 1, 1
    from mine join public.engagement e on e.unit_id = mine.unit_id
      join public.unit u on u.id = e.unit_id
      join public.access_grant g on g.decided_by = e.person_id and g.from_secrecy_unit_id = u.secrecy_unit_id
        and g.legal_ground = 'nod' and g.decided_at >= since
  )
  select l.line_id, l.unit_id, l.person_id, l.child_id, l.day, l.rules, l.began, l.last_at, l.events, l.children
  from line l join mine on mine.unit_id = l.unit_id
  where cardinality(l.rules) > 0 and l.person_id <> me
    and case mine.turn
      when 'holder' then true
      when 'stand_in' then l.person_id = mine.holder_id or l.last_at <= at - interval '72 hours'
      else l.rules && '{break_glass,look_up,emergency_sharing}' and (l.last_at <= at - interval '144 hours'
        or (l.person_id = mine.holder_id and l.person_id = mine.stand_in_id)) end
    and not exists (select from public.log_review r where r.line_id = l.line_id and r.reviewed_at >= l.last_at
      and (r.reconsider_on is null or r.reconsider_on > public.asked_day()
        or exists (select from public.log_review newer where newer.line_id = r.line_id
          and newer.reviewed_at > r.reviewed_at)))
  order by l.began desc, l.line_id;
end $$;

-- To the one who said it: where the answer comes from, and whether nobody is left there.
create function who_answers(child uuid, objection uuid) returns table (unit_id uuid, by_reviewer boolean)
stable security definer set search_path = '' language plpgsql rows 1 as $$
declare
  said public.objection;
begin
  select * into said from public.objection o where o.child_id = child and o.id = objection and o.said_by = public.me();
  if said.id is null or child <> all (public.my_open_children()) then return; end if;
  return query select case when u.id <> all (public.my_barred_things()) then u.id end,
      (public.answers_objection(said)).by_reviewer
    from (select public.unit_of_text(said) as id) u;
end $$;

-- The walls ----------------------------------------------------------------------------------------------------------------

grant select on objection_answer to kb_rules;
create policy rules_read on objection_answer for select to kb_rules using (true);

create policy called on task for select to kb_app using (about_id in (select c.about_id from my_called() c));
-- Whoever it was given to, and answers no longer.
create policy extracts_for_who_answers on task as restrictive for select to kb_app using (
  kind::text <> 'review_extract' or done_at is not null or child_id in (select unnest(my_lead_children()))
  or about_id in (select c.about_id from my_called() c));

create policy called on objection for select to kb_app using (
  (child_id, id) in (select c.child_id, c.about_id from my_called() c where c.kind = 'answer_objection'));
create policy called on objection_answer for insert to kb_app with check (
  answered_by = (select me()) and answered_at = (select asked_at())
  and (child_id, objection_id) in (select c.child_id, c.about_id from my_called() c where c.kind = 'answer_objection'));
-- The text that it is about, inside the wall that keeps it, and never what a child told one person.
create policy called on item for select to kb_app using (readers <> 'told' and secrecy_unit_id = (select my_secrecy_unit())
  and (child_id, id) in (select c.child_id, c.thing_id from my_called() c where c.secrecy_unit_id = (select my_secrecy_unit())));
create policy called on plan_part for select to kb_app using (
  (child_id, part_id) in (select c.child_id, c.thing_id from my_called() c where c.secrecy_unit_id = (select my_secrecy_unit())));
create policy called on meeting_note for select to kb_app using (
  (child_id, meeting_id) in (select c.child_id, c.thing_id from my_called() c where c.secrecy_unit_id = (select my_secrecy_unit())));

-- One's own with its answer, whatever has become of the text: the answer is to the one who said it. A child's own that it
-- keeps to itself waits, since somebody else may hold its eID; and a bar wins.
alter policy mine on objection using (
  said_by = (select me()) and (select caller()).kind = 'family' and child_id in (select unnest(my_open_children()))
  and (not is_child or is_open or not i_am_this_child(child_id))
  and thing_id not in (select unnest(my_barred_things()))
  and (kind = 'item' or reads_text(child_id, kind, thing_id, thing_at)));

call give_to_rules('{at_work,holds_now,answers_extract,unit_of_text,answers_objection}'::regproc[]::regprocedure[], '');
call give_to_rules(new_rules());
