-- A plan that is opened in an emergency, and the review of what the log says.
--
-- Both reach over a wall, so both are small. An emergency opens one plan, its contacts and who is responsible, for one
-- person in one engagement, for an hour. A reviewer reads coded facts about the staff of a unit: who, when and which
-- rule it was that asked for a second look; the child's name only in a line that is opened, which the log tells of.

-- The reviewer of a unit's log, with a stand-in.
alter type unit_function_kind add value 'log_reviewer';

-- What was asked for in an emergency. The nil child: there was no plan to show, which is answered and reviewed as well.
create table break_glass (
  child_id uuid,
  id uuid not null unique,
  person_id uuid not null references person,
  engagement_id uuid not null,
  unit_id uuid not null,
  ground text not null,
  body bytea not null,
  opened_at timestamptz not null,
  until timestamptz not null check (until > opened_at),
  primary key (child_id, id),
  foreign key (engagement_id, person_id, unit_id) references engagement (id, person_id, unit_id)
);
create index on break_glass (person_id, opened_at);
create index on break_glass (unit_id, opened_at);
comment on column break_glass.body is 'Why, sealed with the key of the person who opened: the same whether there was a plan or not.';

-- Why somebody needed to open more children on one day than a day of work has.
create table look_up_reason (
  person_id uuid not null references person,
  id uuid not null unique,
  engagement_id uuid not null,
  unit_id uuid not null,
  body bytea not null,
  at timestamptz not null,
  primary key (person_id, id),
  foreign key (engagement_id, person_id, unit_id) references engagement (id, person_id, unit_id)
);
create index on look_up_reason (unit_id, at);

-- A unit's random sample of a week: the seed comes with the request, once.
create table review_draw (
  unit_id uuid references unit,
  week date check (extract(isodow from week) = 1),
  seed text not null,
  drawn_by uuid not null references person,
  drawn_at timestamptz not null,
  primary key (unit_id, week)
);

-- What a reviewer found. Only added to. body is sealed with the key of the person whose line it is.
create type review_outcome as enum ('fine', 'talked', 'unclear', 'wrong');
create table log_review (
  id uuid primary key,
  line_id uuid not null,
  unit_id uuid not null references unit,
  person_id uuid not null references person,
  rules text[] not null,
  outcome review_outcome not null,
  body bytea not null,
  harms boolean,
  reconsider_on date,
  reviewed_by uuid not null references person check (reviewed_by <> person_id),
  reviewed_at timestamptz not null,
  check ((reconsider_on is not null) = coalesce(harms, false))
);
create index on log_review (line_id, reviewed_at);
create index on log_review (unit_id, reviewed_at);
comment on column log_review.line_id is 'The first event of a person''s day with a child, or the emergency or the reason itself.';
comment on column log_review.harms is 'Emergencies: whether it can harm somebody that the family reads of it.';

create index on audit_event (actor_id, at);

-- How long ago the person of the session showed who they are.
create function signed_in_at() returns timestamptz stable security definer set search_path = '' language sql as $$
  select s.authenticated_at from public.session s
  where s.token_hash = current_setting('app.session', true) and (public.caller()).person_id = s.person_id
$$;

-- The person has shown anew who they are: the session has another token from now on, and is otherwise the same.
create function renew_session(new_hash text, authenticated timestamptz)
returns void volatile security definer set search_path = '' language plpgsql as $$
begin
  if public.me() is null then return; end if;
  update public.session s set token_hash = new_hash, authenticated_at = authenticated
    where s.token_hash = current_setting('app.session', true);
end $$;

-- Is this the one whose session it is?
create function is_me(by_issuer text, by_subject text)
returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.identity i
    where i.issuer = by_issuer and i.subject = by_subject and i.person_id = public.me())
$$;

create function day_began() returns timestamptz stable language sql as
  $$ select public.asked_day()::timestamp at time zone 'Europe/Stockholm' $$;

-- What I have done today, told by the log itself: children that I have opened (counted only when this one is new), the
-- reasons I have given for more, and what I have taken out.
create function my_day(export_acts text[])
returns table (signed_in_at timestamptz, children int, reasons int, exports int)
stable security definer set search_path = '' language plpgsql as $$
declare
  who uuid := public.me();
  began timestamptz := public.day_began();
  child uuid := public.asked_child();
begin
  signed_in_at := public.signed_in_at();
  children := 0; reasons := 0; exports := 0;
  if child is not null and not exists (select from public.audit_event a
      where a.child_id = child and a.actor_id = who and a.at >= began and a.outcome = 'done') then
    select count(distinct a.child_id) into children from public.audit_event a
      where a.actor_id = who and a.at >= began and a.outcome = 'done'
        and a.child_id <> '00000000-0000-0000-0000-000000000000';
    select count(*) into reasons from public.look_up_reason r where r.person_id = who and r.at >= began;
  end if;
  if cardinality(export_acts) > 0 then
    select count(*) into exports from public.audit_event a
      where a.actor_id = who and a.at >= began and a.outcome = 'done' and a.act = any (export_acts);
  end if;
  return next;
end $$;

-- Emergencies --------------------------------------------------------------------------------------------------------

-- The units whose log I review, and how: as holder, as stand-in, or because a unit of the same authority needs somebody.
create function my_review_units()
returns table (unit_id uuid, turn text, holder_id uuid, stand_in_id uuid)
stable security definer set search_path = '' language plpgsql as $$
declare
  mine uuid := public.my_engagement();
begin
  if mine is null then return; end if;
  if not exists (select from public.unit_function f where f.kind = 'log_reviewer'
    and mine in (f.holder_engagement_id, f.stand_in_engagement_id)) then return; end if;
  return query
    select f.unit_id,
      case when f.holder_engagement_id = mine then 'holder'
        when f.stand_in_engagement_id = mine then 'stand_in' else 'fallback' end,
      h.person_id, s.person_id
    from public.unit_function f
      join public.engagement h on h.id = f.holder_engagement_id
      join public.engagement s on s.id = f.stand_in_engagement_id
      join public.unit u on u.id = f.unit_id
      join public.secrecy_unit su on su.id = u.secrecy_unit_id
    where f.kind = 'log_reviewer' and su.authority_id = (
      select own.authority_id from public.unit x join public.secrecy_unit own on own.id = x.secrecy_unit_id
      where x.id = public.my_unit());
end $$;

-- Asks to see a plan by the child's number in full. Nothing is told before the reason is written; then the plan, or
-- that there is none to show: also for protected children, whose plan names places, and for one's own child.
create function break_glass(number_hash bytea, new_id uuid, on_ground text, reason bytea, a_day int)
returns table (outcome text, child uuid) volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  who public.caller := public.caller();
  earlier public.break_glass;
  found_child uuid;
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if who.engagement_id is null then return query select 'refused', null::uuid; return; end if;
  perform pg_advisory_xact_lock(hashtextextended(who.person_id::text, 9));
  select * into earlier from public.break_glass b where b.id = new_id;
  if earlier.id is not null then
    return query select case when earlier.person_id is distinct from who.person_id then 'refused'
      when earlier.child_id = nobody then 'nothing' else 'shown' end, nullif(earlier.child_id, nobody);
    return;
  end if;
  if public.signed_in_at() < at - interval '5 minutes' then
    return query select 'not-fresh', null::uuid; return;
  end if;
  if not exists (select from public.unit_function f where f.unit_id = who.unit_id and f.kind = 'log_reviewer') then
    return query select 'no-reviewer', null::uuid; return;
  end if;
  if (select count(*) from public.break_glass b
      where b.person_id = who.person_id and b.opened_at >= public.day_began()) >= a_day then
    return query select 'over', null::uuid; return;
  end if;
  select c.id into found_child from public.identifier_hash i join public.child c on c.id = i.child_id
  where i.hash = number_hash and c.protection = 'none' and not c.provisional
    and exists (select from public.plan p where p.child_id = c.id and p.ended_at is null)
    and c.person_id is distinct from who.person_id
    and not exists (select from public.guardianship g where g.child_id = c.id and g.person_id = who.person_id);
  insert into public.break_glass (child_id, id, person_id, engagement_id, unit_id, ground, body, opened_at, until)
  values (coalesce(found_child, nobody), new_id, who.person_id, who.engagement_id, who.unit_id, on_ground, reason, at,
    at + interval '60 minutes');
  return query select case when found_child is null then 'nothing' else 'shown' end, found_child;
end $$;

-- The child that I have opened in an emergency, while the hour lasts and I act for the same unit.
create function my_emergency_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  who public.caller := public.caller();
  child uuid := public.asked_child();
begin
  if child is null or who.engagement_id is null then return '{}'; end if;
  return array(select b.child_id from public.break_glass b join public.child c on c.id = b.child_id
    where b.child_id = child and b.person_id = who.person_id and b.engagement_id = who.engagement_id
      and b.opened_at <= at and b.until > at and c.protection = 'none' limit 1);
end $$;

-- Who it is. The child's own row stays closed, and with it every other page.
create function emergency_child()
returns table (id uuid, given_name text, family_name text, born_on date, expected_on date, until timestamptz)
stable security definer set search_path = '' language sql as $$
  select c.id, c.given_name, c.family_name, c.born_on, c.expected_on,
    (select max(b.until) from public.break_glass b where b.child_id = c.id and b.person_id = public.me())
  from public.child c where c.id = any (public.my_emergency_children())
$$;

-- The family: when their plan was opened in an emergency, once a reviewer has answered that it harms nobody to know.
create function opened_in_emergency()
returns table (opened_at timestamptz, unit_name text, title text, ground text)
stable security definer set search_path = '' language sql as $$
  select b.opened_at, u.name, e.title, b.ground
  from public.break_glass b join public.unit u on u.id = b.unit_id join public.engagement e on e.id = b.engagement_id
  where b.child_id = public.asked_child() and b.child_id = any (public.my_open_children())
    and b.unit_id <> all (public.my_barred_things())
    and (select r.harms from public.log_review r where r.line_id = b.id order by r.reviewed_at desc limit 1) = false
  order by b.opened_at desc
$$;

-- Review -------------------------------------------------------------------------------------------------------------

-- Everything in the log of the last four weeks that asks for a second look in the units I review, and is mine to look
-- at: a line for each person, child and day, with the rules it met. Nobody reviews themselves: the holder's lines are
-- the stand-in's. What lies for 72 hours is the stand-in's too; an alarm that lies twice as long, anybody's in the
-- authority who reviews. many: how many children a day is usual work.
create function review_lines(many int, sample_least int, sample_percent int, alarms_only boolean)
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
  with mine as materialized (select * from public.my_review_units()),
  event as (
    select a.id, a.at, a.actor_id, a.child_id, e.id as engagement_id, e.unit_id,
      (a.at at time zone 'Europe/Stockholm') as local
    from mine join public.engagement e on e.unit_id = mine.unit_id
      join public.audit_event a on a.actor_id = e.person_id and a.at >= since and a.engagement_id = e.id
    where not alarms_only and a.child_id <> nobody and a.act not like 'break-glass.%' and mine.turn <> 'fallback'
  ),
  one_day as (
    select v.unit_id, v.actor_id, v.child_id, v.local::date as day,
      (array_agg(v.id order by v.at, v.id))[1] as line_id, min(v.at) as began, max(v.at) as last_at,
      count(*)::int as events, bool_or(extract(hour from v.local) >= 22 or extract(hour from v.local) < 6) as night,
      bool_or(not exists (select from public.assignment s where s.child_id = v.child_id
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
      count(*) over (partition by d.unit_id, date_trunc('week', d.day::timestamp)) as in_week
    from one_day d join public.child c on c.id = d.child_id join public.person p on p.id = d.actor_id
      left join public.review_draw w on w.unit_id = d.unit_id and w.week = date_trunc('week', d.day::timestamp)::date
  ),
  line as (
    select k.line_id, k.unit_id, k.actor_id as person_id, k.child_id, k.day, array_remove(array[
        case when k.unassigned then 'no_assignment' end, case when k.own_child then 'own_child' end,
        case when k.same_surname then 'same_surname' end, case when k.protected then 'protected' end,
        case when k.night then 'night' end, case when k.children > many and k.place = 1 then 'volume' end,
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
      '{look_up}', r.at, r.at, 1, many + 1
    from mine join public.look_up_reason r on r.unit_id = mine.unit_id
  )
  select l.line_id, l.unit_id, l.person_id, l.child_id, l.day, l.rules, l.began, l.last_at, l.events, l.children
  from line l join mine on mine.unit_id = l.unit_id
  where cardinality(l.rules) > 0 and l.person_id <> me
    and case mine.turn
      when 'holder' then true
      when 'stand_in' then l.person_id = mine.holder_id or l.last_at <= at - interval '72 hours'
      else l.rules && '{break_glass,look_up}' and (l.last_at <= at - interval '144 hours'
        or (l.person_id = mine.holder_id and l.person_id = mine.stand_in_id)) end
    and not exists (select from public.log_review r where r.line_id = l.line_id and r.reviewed_at >= l.last_at
      and (r.reconsider_on is null or r.reconsider_on > public.asked_day()
        or exists (select from public.log_review newer where newer.line_id = r.line_id
          and newer.reviewed_at > r.reviewed_at)))
  order by l.began desc, l.line_id;
end $$;

-- Alarms that wait for me; null when I review no log.
create function alarms_to_review() returns int stable security definer set search_path = '' language plpgsql as $$
begin
  if not exists (select from public.my_review_units()) then return null; end if;
  return (select count(*) from public.review_lines(0, 0, 0, true) l);
end $$;

-- One line, opened: the child, and each thing that was done. Only what is mine to review.
create function review_child(child uuid)
returns table (given_name text, family_name text, protection protection)
stable security definer set search_path = '' language sql as $$
  select c.given_name, c.family_name, c.protection from public.child c
  where c.id = child and exists (select from public.my_review_units() m
    join public.engagement e on e.unit_id = m.unit_id and e.person_id <> public.me()
    where exists (select from public.audit_event a where a.child_id = child and a.engagement_id = e.id)
      or exists (select from public.break_glass b where b.child_id = child and b.engagement_id = e.id))
$$;
create function review_events(of_unit uuid, person uuid, child uuid, on_day date)
returns table (at timestamptz, act text, outcome text)
stable security definer set search_path = '' language sql as $$
  select a.at, a.act, a.outcome from public.audit_event a join public.engagement e on e.id = a.engagement_id
  where a.child_id = child and a.actor_id = person and e.unit_id = of_unit
    and (a.at at time zone 'Europe/Stockholm')::date = on_day
    and of_unit in (select m.unit_id from public.my_review_units() m) and person <> public.me()
  order by a.at, a.id
$$;
create function review_reason(line uuid) returns table (ground text, body bytea, shown boolean, until timestamptz)
stable security definer set search_path = '' language sql as $$
  select b.ground, b.body, b.child_id <> '00000000-0000-0000-0000-000000000000', b.until from public.break_glass b
  where b.id = line and b.unit_id in (select m.unit_id from public.my_review_units() m) and b.person_id <> public.me()
  union all
  select null, r.body, null, null from public.look_up_reason r
  where r.id = line and r.unit_id in (select m.unit_id from public.my_review_units() m) and r.person_id <> public.me()
$$;

-- The functions that look past the walls belong to kb_rules.
grant create on schema public to kb_rules;
do $$
declare f regprocedure;
begin
  foreach f in array array['signed_in_at()', 'renew_session(text, timestamptz)', 'is_me(text, text)',
    'my_day(text[])', 'my_review_units()', 'break_glass(bytea, uuid, text, bytea, int)', 'my_emergency_children()',
    'emergency_child()', 'opened_in_emergency()', 'review_lines(int, int, int, boolean)', 'alarms_to_review()',
    'review_child(uuid)', 'review_events(uuid, uuid, uuid, date)', 'review_reason(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to kb_rules', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to kb_app, kb_owner', f);
  end loop;
end $$;
revoke create on schema public from kb_rules;

-- The walls ----------------------------------------------------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array '{break_glass,look_up_reason,review_draw,log_review}'::text[] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('grant select on %I to kb_rules', t);
    execute format('create policy rules_read on %I for select to kb_rules using (true)', t);
  end loop;
end $$;
grant select on identifier_hash, secrecy_unit to kb_rules;
create policy rules_read on identifier_hash for select to kb_rules using (true);
create policy rules_read on secrecy_unit for select to kb_rules using (true);
grant insert on break_glass to kb_rules;
create policy rules_add on break_glass for insert to kb_rules with check (true);
grant update (token_hash, authenticated_at) on session to kb_rules;

-- In an emergency: the plan that is open, the parts that help at once, and who is responsible. Nothing that was said.
create policy in_emergency on plan for select to kb_app using (
  ended_at is null and child_id in (select unnest(my_emergency_children())));
create policy in_emergency on plan_part for select to kb_app using (
  kind in ('goal', 'action', 'contact', 'if_worse') and to_version is null
  and child_id in (select unnest(my_emergency_children()))
  and exists (select from plan p where p.child_id = plan_part.child_id and p.id = plan_id));
create policy in_emergency on responsibility for select to kb_app using (
  during @> (select asked_at()) and child_id in (select unnest(my_emergency_children())));
create policy in_emergency on subject_key for select to kb_app using (
  subject_id in (select unnest(my_emergency_children())));

grant insert on look_up_reason to kb_app;
create policy my_own on look_up_reason for insert to kb_app with check (
  person_id = (select me()) and engagement_id = (select my_engagement()) and at = (select asked_at()));

grant select, insert on review_draw, log_review to kb_app;
create policy reviewed on review_draw for select to kb_app using (
  unit_id in (select m.unit_id from my_review_units() m));
-- A week is drawn when it is over.
create policy drawn on review_draw for insert to kb_app with check (
  drawn_by = (select me()) and drawn_at = (select asked_at()) and week + 7 <= (select asked_day())
  and unit_id in (select m.unit_id from my_review_units() m where m.turn <> 'fallback'));
create policy reviewed on log_review for select to kb_app using (
  person_id <> (select me()) and unit_id in (select m.unit_id from my_review_units() m));
create policy found on log_review for insert to kb_app with check (
  reviewed_by = (select me()) and reviewed_at = (select asked_at()) and person_id <> (select me())
  and unit_id in (select m.unit_id from my_review_units() m));
