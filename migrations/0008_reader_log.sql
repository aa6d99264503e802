-- Who has read: the log of readings that the family may see, day by day and never live. The audit rows themselves stay
-- unreadable. These functions give coded facts about a child in my_open_children(): day, unit, title, what and nothing
-- else, less what is barred, what the reader has not been told of, and what a unit holds back with a ground and a day.

alter type task_kind add value 'answer_reading_question';
alter type task_kind add value 'reconsider_reading_hold';

-- A controller's own choice: whether the family reads who it was by name. Off unless it is decided.
create table reader_log_setting (
  authority_id uuid primary key references authority,
  shows_names boolean not null default false,
  decided_by uuid references person,
  decided_at timestamptz not null
);

-- A unit holds back its own lines about a child, for some days or until further notice. Never for good: on a day it is
-- considered again, and until it has been the lines stay back. Considered again, it is held anew or shown.
create type reading_hold_ground as enum ('reveals_place', 'may_harm', 'law');
create table reading_hold (
  child_id uuid references child,
  id uuid,
  unit_id uuid not null references unit,
  from_day date not null,
  to_day date check (to_day >= from_day),
  ground reading_hold_ground not null,
  body bytea not null,
  reconsider_on date not null,
  decided_by uuid not null references person,
  decided_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references person,
  primary key (child_id, id),
  check ((ended_at is null) = (ended_by is null))
);
comment on column reading_hold.body is 'Why, sealed: for the unit only.';

-- Somebody in the family asks a unit about a line. The answer is owed, and read by the one who asked.
create table reading_question (
  child_id uuid references child,
  id uuid,
  event_id uuid not null,
  day date not null,
  unit_id uuid not null references unit,
  to_unit_id uuid not null references unit,
  body bytea not null,
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  due_on date not null,
  answer_body bytea,
  answered_by uuid references person,
  answered_at timestamptz,
  primary key (child_id, id),
  check (num_nulls(answer_body, answered_by, answered_at) in (0, 3))
);
comment on column reading_question.to_unit_id is 'The unit that read; where it has nobody to ask, the one that carries the matter.';

-- One child's readings in order of time, whatever the number of rows.
create index audit_event_of_child on audit_event (child_id, at) where outcome = 'done';

-- What counts as reading, under which words it is told, and what it was about, which decides whether it may be told.
-- The words stand in the application; a test holds the two lists together. What only opens an empty form, and what would
-- tell that somebody is barred or about to tell something, is not here.
create type reading_of as enum ('child', 'plan', 'meeting', 'item', 'question', 'consent', 'handover');
create function reading_acts() returns table (act text, reading text, concerns reading_of) immutable language sql as $$
  select v.act, v.reading, v.concerns::public.reading_of from (values
    ('child.show', 'child', 'child'),
    ('child.show-protected-name', 'child', 'child'),
    ('timeline.show', 'timeline', 'child'),
    ('family.open', 'family', 'child'),
    ('family.open-adults', 'family', 'child'),
    ('noticing.read', 'noticing', 'item'),
    ('wheel.show', 'wheel', 'child'),
    ('wheel.open-notes', 'wheel', 'child'),
    ('wheel.open-analysis', 'analysis', 'child'),
    ('wheel.open-statement', 'wheel', 'item'),
    ('wheel.open-readers', 'wheel', 'item'),
    ('wheel.open-question', 'question', 'question'),
    ('sharing.open-form', 'wheel', 'child'),
    ('support.show', 'support', 'item'),
    ('handover.show', 'handover', 'handover'),
    ('handover.open-offer', 'handover', 'handover'),
    ('consents.show', 'consent', 'child'),
    ('consent.show', 'consent', 'consent'),
    ('consent.open-note', 'consent', 'consent'),
    ('sharing.who-sees', 'who-sees', 'child'),
    ('meeting.show', 'meeting', 'meeting'),
    ('meeting.open-answer', 'meeting', 'meeting'),
    ('meeting.open-change', 'meeting', 'meeting'),
    ('meeting.open-invite', 'meeting', 'meeting'),
    ('meeting.siblings', 'meeting', 'meeting'),
    ('meeting.open-notes', 'meeting-notes', 'meeting'),
    ('plan.show', 'plan', 'plan'),
    ('plan.versions', 'plan', 'plan'),
    ('plan.childs-reading', 'plan', 'plan'),
    ('plan.print', 'plan-print', 'plan'),
    ('plan.open-goal', 'plan-writing', 'plan'),
    ('plan.open-action', 'plan-writing', 'plan'),
    ('plan.open-contacts', 'plan-writing', 'plan'),
    ('plan.open-other', 'plan-writing', 'plan'),
    ('plan.open-parties', 'plan-writing', 'plan'),
    ('plan.open-lead', 'plan-writing', 'plan'),
    ('plan.open-end', 'plan-writing', 'plan'),
    ('plan.open-agree', 'plan-agree', 'plan'),
    ('plan.open-follow-up', 'plan-follow-up', 'plan')) v (act, reading, concerns)
$$;

-- In the family, a child that is not grown up. Somebody else may hold its eID.
create function i_am_this_child(child uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.child c where c.id = child and c.person_id = public.me()
    and (c.born_on is null or c.born_on + interval '18 years' > public.asked_day()))
$$;

-- The matters whose readings I may see: those I have been told of. For the child itself those that every guardian has
-- been told of, and none while somebody must not know: at most what all of them may see.
create function my_log_matters(child uuid) returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  told uuid[];
begin
  if child <> all (public.my_open_children()) then return '{}'; end if;
  told := array(select m.id from public.matter m
    where m.child_id = child and m.id = any (public.my_told_matters()));
  if not public.i_am_this_child(child) then return told; end if;
  return array(select m.id from unnest(told) m (id) where not exists (
    select from public.guardianship g where g.child_id = child
      and g.valid_from <= public.asked_day() and (g.valid_to is null or g.valid_to > public.asked_day())
      and (not exists (select from public.family_talk t
          where t.child_id = child and t.matter_id = m.id and t.person_id = g.person_id)
        or exists (select from public.bar b where b.child_id = child and b.person_id = g.person_id
          and b.thing_id is null and b.ended_at is null))));
end $$;

-- The day when the log begins for me; none: there is nothing to look for.
create function reader_log_begins(child uuid) returns date stable security definer set search_path = '' language sql as $$
  select (min(m.opened_at) at time zone 'Europe/Stockholm')::date from public.matter m
  where m.child_id = child and m.id = any (public.my_log_matters(child))
$$;

-- The units that I know of anyway, whose names give no place away. Of a protected child none.
create function units_i_know(child uuid) returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  told uuid[] := public.my_log_matters(child);
begin
  if told = '{}' or not exists (select from public.child c where c.id = child and c.protection = 'none') then
    return '{}';
  end if;
  return array(
    select r.unit_id from public.responsibility r where r.child_id = child and r.matter_id = any (told)
    union select g.to_unit_id from public.access_grant g
      where g.child_id = child and g.kind = 'party' and g.to_unit_id is not null
    union select cu.unit_id from public.consent_unit cu
        join public.consent c on (c.child_id, c.id) = (cu.child_id, cu.consent_id)
        join public.consent_signer s on (s.child_id, s.consent_id) = (cu.child_id, cu.consent_id)
      where cu.child_id = child and c.matter_id = any (told)
        and (s.person_id = public.me() or (s.is_child and public.i_am_this_child(child)))
    union select p.unit_id from public.child_placement p where p.child_id = child);
end $$;

create type reader_line as (day date, line uuid, unit_name text, unit_kind unit_kind, title text, name text,
  mine boolean, readings text[]);

-- Who has read between two days, as the one who asks may know it: a line for each day, unit and title. Only days that
-- are over. One's own readings are there for oneself, but not in the child's session.
create function reader_log(child uuid, from_day date, until_day date) returns setof reader_line
stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  told uuid[] := public.my_log_matters(child);
  known uuid[];
  barred uuid[];
  items uuid[];
  for_child boolean;
  begins timestamptz;
  ends timestamptz;
begin
  if told = '{}' then return; end if;
  for_child := public.i_am_this_child(child);
  known := public.units_i_know(child);
  barred := public.my_barred_things();
  items := array(select g.item_id from public.my_granted_items() g where g.child_id = child)
    || public.my_spoken_items()
    || array(select i.id from public.item i where i.child_id = child and i.author_id = who.person_id
      and i.author_engagement_id is null and not for_child);
  begins := greatest(from_day, public.reader_log_begins(child))::timestamp at time zone 'Europe/Stockholm';
  ends := least(until_day + 1, public.asked_day())::timestamp at time zone 'Europe/Stockholm';
  return query
    select x.day, (array_agg(x.id order by x.at, x.id))[1], x.unit_name, x.unit_kind, x.title, x.name, x.mine,
      array_agg(distinct x.reading)
    from (
      select (a.at at time zone 'Europe/Stockholm')::date as day, a.at, a.id, r.reading, e.id is null as mine, e.unit_id,
        case when u.id = any (known) then u.name end as unit_name, u.kind as unit_kind, e.title,
        case when n.shows_names and p.protection = 'none' then p.given_name || ' ' || p.family_name end as name
      from public.audit_event a
        join public.reading_acts() r on r.act = a.act
        left join public.engagement e on e.id = a.engagement_id
        left join public.unit u on u.id = e.unit_id
        left join public.secrecy_unit s on s.id = u.secrecy_unit_id
        left join public.reader_log_setting n on n.authority_id = s.authority_id
        left join public.person p on p.id = e.person_id
      where a.child_id = child and a.at >= begins and a.at < ends and a.outcome = 'done'
        and (e.id is not null or (a.actor_id = who.person_id and not for_child))
        and (a.object_id is null or a.object_id <> all (barred))
        and (e.unit_id is null or e.unit_id <> all (barred))
        and case r.concerns
          when 'child' then (select m.id from public.matter m where m.child_id = child and m.opened_at <= a.at
            order by m.opened_at desc limit 1) = any (told)
          when 'plan' then exists (select from public.plan x
            where x.child_id = child and x.id = a.object_id and x.matter_id = any (told))
          when 'meeting' then exists (select from public.meeting x
            where x.child_id = child and x.id = a.object_id and x.matter_id = any (told))
          when 'item' then a.object_id = any (items)
          when 'question' then exists (select from public.source_question x where x.child_id = child
            and x.item_id = a.object_id and x.consent_id is not null and x.matter_id = any (told)
            and x.to_unit_id <> all (barred))
          when 'consent' then exists (select from public.consent x
              join public.consent_signer g on (g.child_id, g.consent_id) = (x.child_id, x.id)
            where x.child_id = child and x.id = a.object_id and x.matter_id = any (told)
              and (g.person_id = who.person_id or (g.is_child and for_child)))
          when 'handover' then exists (select from public.handover x where x.child_id = child and x.id = a.object_id
            and x.state in ('offered', 'accepted') and x.matter_id = any (told) and x.to_unit_id <> all (barred))
          end
        and not exists (select from public.reading_hold h
          where h.child_id = child and h.unit_id = e.unit_id and h.ended_at is null
            and (a.at at time zone 'Europe/Stockholm')::date between h.from_day and coalesce(h.to_day, 'infinity'))
    ) x
    group by x.day, x.mine, x.unit_id, x.unit_name, x.unit_kind, x.title, x.name
    order by x.day desc, x.mine, x.unit_name nulls last, x.title, x.name, 2;
end $$;

-- One line of the log, if I see it.
create function find_reader_line(child uuid, wanted_line uuid) returns setof reader_line
stable security definer set search_path = '' language plpgsql as $$
declare
  on_day date;
begin
  select (a.at at time zone 'Europe/Stockholm')::date into on_day from public.audit_event a
    where a.child_id = child and a.id = wanted_line;
  if on_day is null then return; end if;
  return query select * from public.reader_log(child, on_day, on_day) l where l.line = wanted_line;
end $$;

-- For the holder of a unit's function: what its own people have read about the child, by name and with today.
create function unit_readings(child uuid, from_day date, until_day date) returns setof reader_line
stable security definer set search_path = '' language plpgsql as $$
declare
  unit uuid := public.my_unit();
begin
  if not public.i_hold_the_function() or child <> all (public.my_children()) then return; end if;
  return query
    select (a.at at time zone 'Europe/Stockholm')::date, (array_agg(a.id order by a.at, a.id))[1], u.name, u.kind, e.title,
      case when p.protection = 'none' then p.given_name || ' ' || p.family_name end, a.actor_id = public.me(),
      array_agg(distinct r.reading)
    from public.audit_event a
      join public.reading_acts() r on r.act = a.act
      join public.engagement e on e.id = a.engagement_id and e.unit_id = unit
      join public.unit u on u.id = e.unit_id
      join public.person p on p.id = e.person_id
    where a.child_id = child and a.outcome = 'done'
      and a.at >= from_day::timestamp at time zone 'Europe/Stockholm'
      and a.at < (until_day + 1)::timestamp at time zone 'Europe/Stockholm'
    group by 1, u.name, u.kind, e.title, p.id, a.actor_id
    order by 1 desc, e.title, 6;
end $$;

-- The holder of a unit's function and its stand-in reach the child from a moment until another, also when what lets them
-- now has ended: they may know its name, to answer for what the unit has read. ids: two fresh ones.
create function let_holders_know(child uuid, unit uuid, since timestamptz, stand_in_since timestamptz, until timestamptz,
  ids uuid[]) returns void volatile security definer set search_path = '' language sql as $$
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from, valid_to)
  select child, w.id, 'ordinary', w.engagement, u.secrecy_unit_id, public.me(), w.since, until
  from public.unit_function f join public.unit u on u.id = f.unit_id
    cross join lateral (values (ids[1], f.holder_engagement_id, since), (ids[2], f.stand_in_engagement_id, stand_in_since))
      w (id, engagement, since)
  where f.unit_id = unit and f.kind = 'best_interests_lead'
    and not (w.id = ids[2] and f.stand_in_engagement_id = f.holder_engagement_id)
$$;

-- Somebody in the family asks about a line that they see. It waits for the holder of the unit's function, or, where
-- there is none, for the BBA. Sent twice it is one. ids: three fresh ones.
create function ask_about_reading(child uuid, wanted_line uuid, question uuid, sealed bytea, due date,
  escalates timestamptz, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  asked_day date;
  reader_unit uuid;
  asked_unit uuid;
  holder uuid;
  stand_in uuid;
begin
  if not public.acts_for_family(child) then return false; end if;
  perform from public.child c where c.id = child for no key update;
  select l.day, e.unit_id into asked_day, reader_unit
  from public.find_reader_line(child, wanted_line) l
    join public.audit_event a on a.child_id = child and a.id = l.line
    join public.engagement e on e.id = a.engagement_id;
  if reader_unit is null then return false; end if;
  asked_unit := reader_unit;
  select f.holder_engagement_id, f.stand_in_engagement_id into holder, stand_in from public.unit_function f
    where f.unit_id = reader_unit and f.kind = 'best_interests_lead';
  if holder is null then
    select r.unit_id, r.engagement_id into asked_unit, holder from public.responsibility r
      where r.child_id = child and r.kind = 'best_interests_lead' and r.during @> at
        and r.matter_id = any (public.my_log_matters(child)) limit 1;
  end if;
  if holder is null then return false; end if;
  insert into public.reading_question (child_id, id, event_id, day, unit_id, to_unit_id, body, asked_by, asked_at, due_on)
  values (child, question, wanted_line, asked_day, reader_unit, asked_unit, sealed, public.me(), at, due)
  on conflict do nothing;
  if not found then return true; end if;
  perform public.let_holders_know(child, asked_unit, at, escalates, at + interval '60 days', ids[2:3]);
  insert into public.task (child_id, id, kind, engagement_id, stand_in_engagement_id, escalates_at, about_id, due_on,
    made_at)
  values (child, ids[1], 'answer_reading_question', holder, stand_in, case when stand_in is not null then escalates end,
    question, due, at);
  return true;
end $$;

-- The one who asked reads the questions, with the answers as they come.
create function my_reading_questions(child uuid)
returns table (id uuid, line uuid, day date, unit_name text, unit_kind unit_kind, body bytea, asked_at timestamptz,
  due_on date, answer_body bytea, answered_at timestamptz)
stable security definer set search_path = '' language plpgsql as $$
declare
  known uuid[] := public.units_i_know(child);
begin
  if child <> all (public.my_open_children()) or public.i_am_this_child(child) then return; end if;
  return query
    select q.id, q.event_id, q.day, case when u.id = any (known) then u.name end, u.kind, q.body, q.asked_at, q.due_on,
      q.answer_body, q.answered_at
    from public.reading_question q join public.unit u on u.id = q.unit_id
    where q.child_id = child and q.asked_by = public.me()
      and q.unit_id <> all (public.my_barred_things()) and q.to_unit_id <> all (public.my_barred_things())
    order by q.asked_at desc, q.id;
end $$;

-- The unit answers, once. Whoever was let in to answer knows nothing of the child any longer.
create function answer_reading_question(child uuid, question uuid, sealed bytea)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  asked public.reading_question;
begin
  perform from public.child c where c.id = child for no key update;
  update public.reading_question q set answer_body = sealed, answered_by = public.me(), answered_at = at
  where q.child_id = child and q.id = question and q.answered_at is null and q.to_unit_id = public.my_unit()
    and public.i_hold_the_function() and child = any (public.my_children())
  returning * into asked;
  if asked.id is null then return false; end if;
  update public.task t set done_at = at, done_by = public.me()
  where t.child_id = child and t.about_id = question and t.kind = 'answer_reading_question' and t.done_at is null;
  update public.assignment a set valid_to = greatest(a.valid_from, at)
  where a.child_id = child and a.kind = 'ordinary' and a.given_by = asked.asked_by and a.valid_to > at
    and a.engagement_id in (select e.id from public.engagement e where e.unit_id = asked.to_unit_id)
    and not exists (select from public.reading_question other where other.child_id = child
      and other.to_unit_id = asked.to_unit_id and other.asked_by = asked.asked_by and other.answered_at is null);
  return true;
end $$;

-- The holder of a unit's function holds back lines of the unit. On the day, it waits for the one who then holds it.
-- ids: three fresh ones.
create function hold_readings(child uuid, hold uuid, first_day date, last_day date, why reading_hold_ground, sealed bytea,
  again date, escalates timestamptz, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  who public.caller := public.caller();
  fn public.unit_function;
begin
  if not public.i_hold_the_function() or child <> all (public.my_children()) or again <= public.asked_day()
    or again > public.asked_day() + interval '1 year' then return false; end if;
  perform from public.child c where c.id = child for no key update;
  select * into strict fn from public.unit_function f
    where f.unit_id = who.unit_id and f.kind = 'best_interests_lead';
  insert into public.reading_hold (child_id, id, unit_id, from_day, to_day, ground, body, reconsider_on, decided_by,
    decided_at)
  values (child, hold, who.unit_id, first_day, last_day, why, sealed, again, who.person_id, at)
  on conflict do nothing;
  if not found then return true; end if;
  perform public.let_holders_know(child, who.unit_id, greatest(at, again - interval '14 days'), escalates,
    again + interval '60 days', ids[2:3]);
  insert into public.task (child_id, id, kind, engagement_id, stand_in_engagement_id, escalates_at, about_id, due_on,
    made_at)
  values (child, ids[1], 'reconsider_reading_hold', fn.holder_engagement_id, fn.stand_in_engagement_id, escalates, hold,
    again, at);
  return true;
end $$;

create function end_reading_hold(child uuid, hold uuid)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
begin
  perform from public.child c where c.id = child for no key update;
  update public.reading_hold h set ended_at = at, ended_by = public.me()
  where h.child_id = child and h.id = hold and h.ended_at is null and h.unit_id = public.my_unit()
    and public.i_hold_the_function() and child = any (public.my_children());
  if not found then return false; end if;
  update public.task t set done_at = at, done_by = public.me()
  where t.child_id = child and t.about_id = hold and t.kind = 'reconsider_reading_hold' and t.done_at is null;
  return true;
end $$;

-- The walls.
do $$
declare t text;
begin
  foreach t in array '{reader_log_setting,reading_hold,reading_question}'::text[] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('grant select on %I to kb_rules', t);
    execute format('create policy rules_read on %I for select to kb_rules using (true)', t);
  end loop;
  foreach t in array '{reading_hold,reading_question}'::text[] loop
    execute format('grant insert on %I to kb_rules', t);
    execute format('create policy rules_add on %I for insert to kb_rules with check (true)', t);
    execute format('create policy rules_end on %I for update to kb_rules using (true)', t);
  end loop;
end $$;
grant update (ended_at, ended_by) on reading_hold to kb_rules;
grant update (answer_body, answered_by, answered_at) on reading_question to kb_rules;

-- Only the unit's own holder of the function reads what is held back and what is asked; nobody writes but through the rules.
grant select on reading_hold, reading_question to kb_app;
create policy holder on reading_hold for select to kb_app using (
  unit_id = (select my_unit()) and (select i_hold_the_function()) and child_id in (select unnest(my_children())));
create policy holder on reading_question for select to kb_app using (
  to_unit_id = (select my_unit()) and (select i_hold_the_function()) and child_id in (select unnest(my_children())));

-- What waits for another unit about the log is for that unit, not for those who carry the matter.
create policy of_the_asked_unit on task as restrictive for select to kb_app using (
  kind::text not in ('answer_reading_question', 'reconsider_reading_hold')
  or engagement_id = (select my_engagement()) or stand_in_engagement_id = (select my_engagement()));

grant create on schema public to kb_rules;
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
    and p.proowner <> 'kb_rules'::regrole loop
    execute format('alter function %s owner to kb_rules', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to kb_app, kb_owner', f);
  end loop;
end $$;
revoke create on schema public from kb_rules;
-- What only the rules themselves ask.
revoke execute on function let_holders_know(uuid, uuid, timestamptz, timestamptz, timestamptz, uuid[]),
  units_i_know(uuid), my_log_matters(uuid) from kb_app;
