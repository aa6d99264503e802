-- A protected child turns eighteen as others do; two lift a mark; and who keeps the plan is told as it was.

-- The day a protected child turns eighteen ---------------------------------------------------------------------------------

-- In clear, for the rules alone: its birth date is sealed, and the law asks on the day. docs/decisions/0013.
create table protected_grown (
  child_id uuid references child,
  grown_on date not null,
  primary key (child_id)
);
comment on table protected_grown is 'When a child whose birth date is sealed turns eighteen. Nobody reads it: the rules ask.';
alter table protected_grown enable row level security, force row level security;
grant select, insert, delete on protected_grown to kb_rules;
create policy rules_read on protected_grown for select to kb_rules using (true);
create policy rules_add on protected_grown for insert to kb_rules with check (true);
create policy rules_clear on protected_grown for delete to kb_rules using (true);

-- For the rules only: a date of birth is in it.
create function grows_up_on(child uuid) returns date stable security definer set search_path = '' language sql as $$
  select coalesce((c.born_on + interval '18 years')::date, d.grown_on)
  from public.child c left join public.protected_grown d on d.child_id = c.id where c.id = child
$$;
-- Grown up, of a child I know. Who it is stays sealed.
create function is_grown_up(child uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select coalesce(public.grows_up_on(child) <= public.asked_day(), false) and child = any (public.my_children())
$$;

create or replace function family_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  child uuid := public.asked_child();
  today date := public.asked_day();
begin
  if who.kind is distinct from 'family' then return '{}'; end if;
  return array(
    select g.child_id from public.guardianship g join public.child c on c.id = g.child_id
      left join public.protected_grown d on d.child_id = g.child_id
    where g.person_id = who.person_id and (child is null or g.child_id = child)
      and g.valid_from <= today and (g.valid_to is null or g.valid_to > today)
      and coalesce(c.born_on + interval '18 years', d.grown_on) > today is not false
    union
    select c.id from public.child c where c.person_id = who.person_id and (child is null or c.id = child));
end $$;
create or replace function acts_for_family(child uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select child = any (public.my_open_children()) and not public.i_am_this_child(child)
$$;
create or replace function i_am_this_child(child uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.child c where c.id = child and c.person_id = public.me()
    and public.grows_up_on(c.id) <= public.asked_day() is not true)
$$;

-- As before. What a guardian of a protected child has agreed to ends with the day it turns eighteen, as for others, whose
-- consents have that day for their last: whoever asks is not told the day.
create or replace function grant_lives(g access_grant) returns boolean stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
begin
  if g.decided_at > at or g.valid_to <= at or g.ended_at is not null then return false; end if;
  return g.consent_id is null or exists (
    select from public.consent_unit cu join public.consent c on (c.child_id, c.id) = (cu.child_id, cu.consent_id)
    where (cu.child_id, cu.consent_id, cu.unit_id) = (g.child_id, g.consent_id, g.to_unit_id)
      and cu.complete_since <= g.decided_at and c.valid_from <= at and c.valid_to > at
      and not exists (select from public.protected_grown d join public.consent_signer s on s.child_id = d.child_id
        where d.child_id = g.child_id and d.grown_on < public.asked_day()
          and s.consent_id = c.id and not s.is_child));
end $$;

-- The mark, with the birth date in the place of the guardians' last month: they keep their part until the day.
drop function mark_protected(uuid, uuid, uuid, protection, text, date, bytea, bytea, bytea, date, uuid[]);
create function mark_protected(child uuid, mark uuid, guardian uuid, wanted protection, from_source text, on_day date,
  identity bytea, own_identity bytea, sealed bytea, born date, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  who public.caller := public.caller();
  login uuid;
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_lead_children()) or wanted = 'none'
    or exists (select from public.child c where c.id = child and c.provisional)
    or not exists (select from public.subject_key k where k.subject_id = mark and k.compartment = 'protected')
    or exists (select from public.protection_mark p
      where p.child_id = child and p.person_id is not distinct from guardian and p.lifted_at is null) then return false;
  end if;
  insert into public.protection_mark (child_id, id, person_id, kind, source, marked_on, marked_by, marked_at, body)
  values (child, mark, guardian, wanted, from_source, on_day, who.person_id, at, sealed);
  if guardian is null then
    insert into public.protected_grown
      select c.id, (coalesce(c.born_on, born) + interval '18 years')::date from public.child c
      where c.id = child and coalesce(c.born_on, born) is not null
    on conflict do nothing;
    update public.child c set protection = wanted, given_name = null, family_name = null, born_on = null,
      expected_on = null, identity_sealed = identity where c.id = child returning c.person_id into login;
    delete from public.child_placement p where p.child_id = child;
    delete from public.child_identifier i where i.child_id = child;
    update public.person p set protection = wanted, given_name = null, family_name = null, identity_sealed = own_identity
      where p.id = login;
  else
    if not exists (select from public.guardianship g where g.child_id = child and g.person_id = guardian) then
      raise exception 'not a guardian of this child' using errcode = '23514';
    end if;
    update public.person p set protection = wanted, given_name = null, family_name = null, identity_sealed = identity
      where p.id = guardian and not p.is_staff;
    delete from public.person_contact c where c.person_id = guardian;
  end if;
  insert into public.protection_member (child_id, id, engagement_id, added_by, valid_from)
  select child, m.id, m.engagement, who.person_id, at
  from (select ids[1], who.engagement_id union
    select ids[2], r.engagement_id from public.responsibility r
      where r.child_id = child and r.kind = 'best_interests_lead' and r.during @> at
        and r.engagement_id <> who.engagement_id) m (id, engagement)
  where not exists (select from public.protection_member old where old.child_id = child
    and old.engagement_id = m.engagement and (old.valid_to is null or old.valid_to > at));
  return true;
end $$;

-- Children marked before there was such a day: the group has the birth date, and says it the next time it opens the mark.
create function lacks_grown_day(child uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select public.my_engagement() is not null and child = any (public.my_shielded_children())
    and exists (select from public.child c where c.id = child and c.born_on is null and c.identity_sealed is not null)
    and not exists (select from public.protected_grown d where d.child_id = child)
$$;
create function note_grown_day(child uuid, born date)
returns void volatile security definer set search_path = '' language plpgsql as $$
declare
  grown date := (born + interval '18 years')::date;
begin
  if grown is null or not public.lacks_grown_day(child) then return; end if;
  insert into public.protected_grown values (child, grown) on conflict do nothing;
  -- Their part was ended with the month before, for want of this day.
  update public.guardianship g set valid_to = null
    where g.child_id = child and g.valid_to = date_trunc('month', grown)::date and g.valid_to > public.asked_day();
end $$;

-- As before; with the birth date shown, the day is counted from that.
create or replace function show_again(child uuid, mark uuid, field text, given text, family text, born date, expected date, rows jsonb)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  lifted public.protection_mark;
begin
  perform from public.child c where c.id = child for no key update;
  select * into lifted from public.protection_mark p where p.child_id = child and p.id = mark and p.lifted_at is not null
    and child = any (public.my_shielded_children()) and child = any (public.my_lead_children());
  if lifted.id is null or exists (select from public.protection_mark p where p.child_id = child
    and p.person_id is not distinct from lifted.person_id and p.marked_at > lifted.marked_at) then return false; end if;
  if field = 'name' and lifted.name_shown_at is null then
    if lifted.person_id is null then
      update public.child c set protection = 'none', given_name = given, family_name = family where c.id = child;
      update public.person p set protection = 'none', given_name = given, family_name = family, identity_sealed = null
        from public.child c where c.id = child and p.id = c.person_id;
    else
      update public.person p set protection = 'none', given_name = given, family_name = family, identity_sealed = null
        where p.id = lifted.person_id;
    end if;
    update public.protection_mark p set name_shown_at = at where p.child_id = child and p.id = mark;
  elsif field = 'birth' and lifted.person_id is null and lifted.name_shown_at is not null
    and lifted.birth_shown_at is null then
    update public.child c set born_on = born, expected_on = expected, identity_sealed = null where c.id = child;
    delete from public.protected_grown d where d.child_id = child;
    update public.protection_mark p set birth_shown_at = at where p.child_id = child and p.id = mark;
  elsif field = 'places' and lifted.person_id is null and lifted.places_shown_at is null then
    insert into public.child_placement (child_id, id, unit_id, valid_from, valid_to)
    select child, r.id, r.unit, r.since, r.until from jsonb_to_recordset(rows) r (id uuid, unit uuid, since date, until date);
    update public.protection_mark p set places_shown_at = at where p.child_id = child and p.id = mark;
  elsif field = 'contact' and lifted.person_id is not null and lifted.contact_shown_at is null then
    insert into public.person_contact (person_id, id, body)
    select lifted.person_id, r.id, decode(r.body, 'base64') from jsonb_to_recordset(rows) r (id uuid, body text);
    update public.protection_mark p set contact_shown_at = at where p.child_id = child and p.id = mark;
  else
    return false;
  end if;
  return true;
end $$;

-- A child that is closed for good takes the day with it.
create function forget_grown_day() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  delete from public.protected_grown d where d.child_id = new.subject_id;
  return null;
end $$;
create trigger forgets after insert on shredded_subject for each row execute function forget_grown_day();

-- Two lift a mark ------------------------------------------------------------------------------------------------------------

alter type task_kind add value 'lift_protection';

-- One in the group proposes, another one decides. Until then nothing is changed.
create table protection_lift (
  child_id uuid references child,
  id uuid,
  mark_id uuid not null,
  source text not null check (source in ('skatteverket', 'familjen', 'socialtjansten', 'polisen', 'annan')),
  proposed_by uuid not null references person,
  engagement_id uuid not null references engagement,
  proposed_at timestamptz not null,
  decided_by uuid references person check (decided_by <> proposed_by),
  decided_at timestamptz,
  accepted boolean,
  body bytea,
  lapsed_at timestamptz,
  primary key (child_id, id),
  foreign key (child_id, mark_id) references protection_mark,
  check (num_nulls(decided_by, decided_at, accepted) in (0, 3)),
  check (accepted is not false or body is not null),
  check (decided_at is null or lapsed_at is null)
);
create unique index one_proposal_at_a_time on protection_lift (child_id, mark_id) where decided_at is null and lapsed_at is null;
comment on column protection_lift.body is 'Why, by the one who decided: sealed with the key of the mark.';
comment on column protection_lift.lapsed_at is 'Whoever proposed it had left the group, and somebody proposed anew.';
alter table protection_lift enable row level security, force row level security;
grant select on protection_lift to kb_app;
create policy told on protection_lift for select to kb_app using (
  child_id in (select unnest(my_shielded_children())) and child_id in (select unnest(my_lead_children())));
grant select, insert, update (decided_by, decided_at, accepted, body, lapsed_at) on protection_lift to kb_rules;
create policy rules_read on protection_lift for select to kb_rules using (true);
create policy rules_add on protection_lift for insert to kb_rules with check (true);
create policy rules_move on protection_lift for update to kb_rules using (true);
-- What waits tells that there is a proposal: that is the group's.
create policy for_the_group on task as restrictive for select to kb_app using (
  kind::text <> 'lift_protection' or child_id in (select unnest(my_shielded_children())));

-- Those in the group who work with the child where I do, now.
create function shielding(child uuid) returns table (engagement_id uuid, person_id uuid)
stable security definer set search_path = '' language sql as $$
  select distinct e.id, e.person_id
  from public.protection_member m join public.engagement e on e.id = m.engagement_id join public.unit u on u.id = e.unit_id
  where u.secrecy_unit_id = public.my_secrecy_unit() and m.child_id = child and m.valid_from <= public.asked_at() and (m.valid_to is null or m.valid_to > public.asked_at())
    and e.valid_from <= public.asked_day() and (e.valid_to is null or e.valid_to >= public.asked_day())
    and exists (select from public.assignment a where a.child_id = child and a.engagement_id = e.id and a.kind = 'work'
      and a.valid_from <= public.asked_at() and (a.valid_to is null or a.valid_to > public.asked_at()))
$$;
create function end_lift_tasks(child uuid, mark uuid) returns void
volatile security definer set search_path = '' language sql as $$
  update public.task t set done_at = public.asked_at(), done_by = public.me()
  where t.child_id = child and t.about_id = mark and t.kind::text = 'lift_protection' and t.done_at is null
$$;

drop function lift_protection(uuid, uuid);
-- It waits for all the others in the group. ids: a fresh one for each of them. 'done', or why not: 'alone', 'waits' for an
-- answer already, 'refused'.
create function propose_lift(child uuid, mark uuid, proposal uuid, from_source text, due date, ids uuid[])
returns text volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  others uuid[];
begin
  perform from public.child c where c.id = child for no key update;
  if public.my_engagement() is null or child <> all (public.my_shielded_children()) or child <> all (public.my_lead_children())
    then return 'refused'; end if;
  if exists (select from public.protection_lift l
    where l.child_id = child and l.id = proposal and l.proposed_by = public.me()) then return 'done'; end if;
  if not exists (select from public.protection_mark p where p.child_id = child and p.id = mark and p.lifted_at is null)
    then return 'refused'; end if;
  update public.protection_lift l set lapsed_at = at
    where l.child_id = child and l.mark_id = mark and l.decided_at is null and l.lapsed_at is null
      and l.engagement_id not in (select s.engagement_id from public.shielding(child) s);
  if found then perform public.end_lift_tasks(child, mark); end if;
  if exists (select from public.protection_lift l where l.child_id = child and l.mark_id = mark
    and l.decided_at is null and l.lapsed_at is null) then return 'waits'; end if;
  others := array(select s.engagement_id from public.shielding(child) s where s.person_id <> public.me() order by 1);
  if others = '{}' then return 'alone'; end if;
  insert into public.protection_lift (child_id, id, mark_id, source, proposed_by, engagement_id, proposed_at)
  values (child, proposal, mark, from_source, public.me(), public.my_engagement(), at);
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  select child, ids[o.n], 'lift_protection', o.engagement, mark, due, at
  from unnest(others) with ordinality o (engagement, n) where ids[o.n] is not null;
  return 'done';
end $$;

-- 'done', or why not: one's 'own'; 'decided' already; the one who proposed it has 'left'; 'refused'. Lifting is all that is
-- done by it: nothing is shown again.
create function decide_lift(child uuid, mark uuid, proposal uuid, accepts boolean, sealed bytea)
returns text volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  lift public.protection_lift;
begin
  perform from public.child c where c.id = child for no key update;
  if public.my_engagement() is null or child <> all (public.my_shielded_children()) or child <> all (public.my_lead_children())
    then return 'refused'; end if;
  select * into lift from public.protection_lift l where l.child_id = child and l.id = proposal and l.mark_id = mark;
  if lift.id is null then return 'refused'; end if;
  if lift.decided_by = public.me() and lift.accepted = accepts then return 'done'; end if;
  if lift.decided_at is not null or lift.lapsed_at is not null then return 'decided'; end if;
  if lift.proposed_by = public.me() then return 'own'; end if;
  if lift.engagement_id not in (select s.engagement_id from public.shielding(child) s) then return 'left'; end if;
  update public.protection_lift l set decided_by = public.me(), decided_at = at, accepted = accepts, body = sealed
    where l.child_id = child and l.id = proposal;
  if accepts then
    update public.protection_mark p set lifted_at = at, lifted_by = public.me()
      where p.child_id = child and p.id = mark and p.lifted_at is null;
  end if;
  perform public.end_lift_tasks(child, mark);
  return 'done';
end $$;

-- Who keeps the plan, for the one who asks -----------------------------------------------------------------------------------

-- Who keeps it as the reader sees it: text_at is when the newest of what they read was written. Whom a keeper is barred for
-- is told of the one before only while nothing of what they read is later than that keeper; then of nobody.
create function plan_keeper_here(child uuid, plan uuid, text_at timestamptz) returns uuid
stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  things uuid[] := public.my_barred_things();
  barred uuid[];
  until timestamptz := 'infinity';
  kept record;
begin
  if child <> all (public.my_open_children() || public.my_lead_children())
    or (who.kind = 'family' and not exists (select from public.plan p
      where p.child_id = child and p.id = plan and p.matter_id = any (public.my_told_matters()))) then return null; end if;
  barred := array(select u.secrecy_unit_id from public.unit u where u.id = any (things));
  for kept in
    select k.since, k.secrecy_unit_id from public.plan_kept_by k where k.child_id = child and k.plan_id = plan
    union all
    select '-infinity', p.secrecy_unit_id from public.plan p where p.child_id = child and p.id = plan
      and not exists (select from public.plan_kept_by k where k.child_id = child and k.plan_id = plan)
    order by 1 desc
  loop
    if kept.secrecy_unit_id <> all (barred) then
      return case when coalesce(text_at, '-infinity') < until then kept.secrecy_unit_id end;
    end if;
    until := kept.since;
  end loop;
  return null;
end $$;

call cover_for_retention('protected_grown');
call cover_for_retention('protection_lift');
call give_to_rules('{grows_up_on,forget_grown_day,shielding,end_lift_tasks}'::regproc[]::regprocedure[], '');
call give_to_rules(new_rules());
