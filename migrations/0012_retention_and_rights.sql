-- Registration of what is disclosed, and retention by rules that somebody has decided. docs/decisions/0015.
--
-- No rule, no deletion. What a run takes is listed first, approved by another login than the one that listed it, and is
-- then exactly what goes. kb_retention does it: the program itself can delete none of it.

-- The register -------------------------------------------------------------------------------------------------------

-- One entry for the organisation that gave and one for the one that received (OSL 5 kap. 1-2 §§). Neither child nor
-- content: what was disclosed is found by its own id for as long as it is there, and the entry stays when it is gone.
create type register_direction as enum ('sent', 'received');
create type register_kind as enum ('item_version', 'party', 'handover', 'emergency');
create table register_entry (
  authority_id uuid references authority,
  disclosure_id uuid,
  direction register_direction,
  at timestamptz not null,
  kind register_kind not null,
  from_secrecy_unit_id uuid not null references secrecy_unit,
  to_unit_id uuid references unit,
  legal_ground text not null,
  by_person_id uuid not null,
  primary key (authority_id, disclosure_id, direction)
);
create index on register_entry (authority_id, at);
comment on column register_entry.to_unit_id is 'Null: to somebody in the family.';

create function add_to_register(disclosure uuid, as_kind register_kind, moment timestamptz, from_wall uuid, to_unit uuid,
  ground text, by_person uuid)
returns void volatile security definer set search_path = '' language sql as $$
  insert into public.register_entry (authority_id, disclosure_id, direction, at, kind, from_secrecy_unit_id, to_unit_id,
    legal_ground, by_person_id)
  select s.authority_id, disclosure, 'sent'::public.register_direction, moment, as_kind, from_wall, to_unit, ground, by_person
  from public.secrecy_unit s where s.id = from_wall
    and from_wall is distinct from (select u.secrecy_unit_id from public.unit u where u.id = to_unit)
  union all
  select s.authority_id, disclosure, 'received'::public.register_direction, moment, as_kind, from_wall, to_unit, ground, by_person
  from public.unit u join public.secrecy_unit s on s.id = u.secrecy_unit_id
  where u.id = to_unit and s.id <> from_wall
$$;

create function register_grant() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  perform public.add_to_register(new.id, new.kind::text::public.register_kind, new.decided_at, new.from_secrecy_unit_id,
    new.to_unit_id, new.legal_ground, new.decided_by);
  return null;
end $$;
create function register_handover() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  perform public.add_to_register(new.id, 'handover', new.offered_at, u.secrecy_unit_id, new.to_unit_id,
    coalesce(new.legal_ground, ''), new.made_by)
  from public.unit u where u.id = new.from_unit_id;
  return null;
end $$;
create function register_emergency() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  perform public.add_to_register(new.id, 'emergency', new.opened_at, p.secrecy_unit_id, new.unit_id, new.ground, new.person_id)
  from public.plan p where p.child_id = new.child_id and p.ended_at is null;
  return null;
end $$;
create trigger registered after insert on access_grant for each row execute function register_grant();
create trigger registered after update of state on handover for each row
  when (new.state = 'offered' and old.state <> 'offered') execute function register_handover();
create trigger registered_at_once after insert on handover for each row
  when (new.state = 'offered') execute function register_handover();
create trigger registered after insert on break_glass for each row execute function register_emergency();

-- Rules ----------------------------------------------------------------------------------------------------------------

-- noticing_without_action: noticed, answered, and nothing more came of it. No register of worries.
-- child_record: everything about a child, when nothing goes on and the time since the last entry is over.
create type retention_kind as enum ('noticing_without_action', 'child_record');
create table retention_rule (
  id uuid primary key,
  kind retention_kind not null,
  secrecy_unit_id uuid not null references secrecy_unit,
  months int not null check (months > 0),
  keep_born_on int[] not null default '{}' check (1 <= all (keep_born_on) and 31 >= all (keep_born_on)),
  decision text not null check (decision <> ''),
  source text not null check (source <> ''),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  added_by text not null,
  added_at timestamptz not null
);
comment on column retention_rule.keep_born_on is 'Days of the month: who is born on one is kept for research.';
comment on column retention_rule.decision is 'The number of the decision on retention, in the organisation''s own register.';

-- Nothing about this child goes meanwhile: it was placed, somebody has asked for it, a court may.
create type retention_hold_ground as enum ('placed', 'asked_for', 'court', 'other_law');
create table retention_hold (
  child_id uuid,
  id uuid,
  ground retention_hold_ground not null,
  added_by text not null,
  added_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  primary key (child_id, id),
  check ((ended_at is null) = (ended_by is null))
);

-- A run: who listed, what the list was, who else approved it, who carried it out. Names of logins in the database.
create table retention_run (
  id uuid primary key,
  as_of timestamptz not null,
  digest bytea not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  approved_by text check (approved_by <> proposed_by),
  approved_at timestamptz,
  done_by text,
  done_at timestamptz,
  check ((approved_at is null) = (approved_by is null)),
  check ((done_at is null) = (done_by is null)),
  check (done_at is null or approved_at is not null)
);
-- What a run would take. Gone when it is done: a list of what was worrying once would be what the rule forbids.
create type retention_what as enum ('noticing', 'matter', 'child');
create table retention_item (
  child_id uuid,
  run_id uuid references retention_run,
  what retention_what,
  thing_id uuid,
  rule_id uuid not null references retention_rule,
  primary key (child_id, run_id, what, thing_id)
);
create index on retention_item (run_id);
-- What went, by which rule, how many, and by whom. No child, no content. Linked into the log's own chain.
create table retention_protocol (
  id uuid primary key,
  at timestamptz not null,
  proposed_by text not null,
  approved_by text not null,
  done_by text not null,
  counts text not null,
  list_digest text not null,
  digest bytea not null
);
create trigger waits_for_seal after insert on retention_protocol for each row execute function wait_for_seal();

-- A noticing has its matter from the one who receives it.
create function items_in_matter(child uuid, matter uuid) returns setof uuid stable language sql as $$
  select i.id from public.item i where i.child_id = child and i.matter_id = matter
  union select h.item_id from public.noticing_handling h where h.child_id = child and h.matter_id = matter
$$;

-- What has come to an end, by the rules of everybody who keeps a part of it: without a rule of each, nothing; with them,
-- the longest.
create function retention_due(moment timestamptz)
returns table (rule_id uuid, what retention_what, child_id uuid, thing_id uuid)
stable language sql as $$
  with rule as materialized (
    select * from retention_rule r where r.valid_from <= (moment at time zone 'Europe/Stockholm')::date
      and (r.valid_to is null or r.valid_to > (moment at time zone 'Europe/Stockholm')::date)),
  ended as (
    select 'noticing_without_action'::retention_kind as kind, 'noticing'::retention_what as what, n.child_id,
      n.item_id as thing_id, h.decided_at as at, array[i.secrecy_unit_id, u.secrecy_unit_id] as walls
    from noticing_handling h
      join noticing n on (n.child_id, n.item_id) = (h.child_id, h.item_id)
      join item i on (i.child_id, i.id) = (h.child_id, h.item_id)
      join unit u on u.id = h.unit_id
    where h.matter_id is null and h.decision in ('thanked', 'ordinary_help', 'sent_back')
      and exists (select from rule r where r.kind = 'noticing_without_action')
    union all
    select 'noticing_without_action', 'matter', m.child_id, m.id, m.closed_at,
      m.secrecy_unit_id || array(select i.secrecy_unit_id from item i
        where i.child_id = m.child_id and i.id in (select items_in_matter(m.child_id, m.id)))
    from matter m
    where m.outcome in ('thanked', 'ordinary_help', 'wrong_child')
      and exists (select from rule r where r.kind = 'noticing_without_action')
      and not exists (select from item i where i.child_id = m.child_id and i.kind not in ('noticing', 'message')
        and i.id in (select items_in_matter(m.child_id, m.id)))
      and not exists (select from gathering x where x.child_id = m.child_id and x.matter_id = m.id)
      and not exists (select from decision x where x.child_id = m.child_id and x.matter_id = m.id)
      and not exists (select from support x where x.child_id = m.child_id and x.matter_id = m.id)
      and not exists (select from consent x where x.child_id = m.child_id and x.matter_id = m.id)
      and not exists (select from handover x where x.child_id = m.child_id and x.matter_id = m.id)
      and not exists (select from meeting x where x.child_id = m.child_id and x.matter_id = m.id)
      and not exists (select from plan x where x.child_id = m.child_id and x.matter_id = m.id)
    union all
    select 'child_record', 'child', c.id, c.id, last.at, last.walls
    from child c cross join lateral (
      select max(e.at) as at, array_agg(distinct e.wall) as walls
      from child d cross join lateral (
        select m.closed_at as at, m.secrecy_unit_id as wall from matter m where m.child_id = d.id
        union all
        select v.written_at, i.secrecy_unit_id from item i
          join item_version v on v.child_id = i.child_id and v.item_id = i.id where i.child_id = d.id
        union all
        select h.decided_at, u.secrecy_unit_id from noticing_handling h join unit u on u.id = h.unit_id
          where h.child_id = d.id
        union all
        select t.noted_at, t.secrecy_unit_id from family_talk t where t.child_id = d.id) e
      where d.id = c.id or d.merged_into = c.id) last
    where c.merged_into is null and last.at is not null
      and exists (select from rule r where r.kind = 'child_record')
      and not exists (select from matter m join child d on d.id = m.child_id
        where (d.id = c.id or d.merged_into = c.id) and m.closed_at is null)
      and not exists (select from noticing_handling h where h.child_id = c.id and h.decision is null)
      and not exists (select from support s where s.child_id = c.id and s.ended_at is null))
  select longest.id, e.what, e.child_id, e.thing_id
  from ended e
    join child c on c.id = e.child_id
    cross join lateral (select r.id, r.months from rule r where r.kind = e.kind and r.secrecy_unit_id = any (e.walls)
      order by r.months desc, r.id limit 1) longest
  where e.at + make_interval(months => longest.months) <= moment
    and not exists (select from unnest(e.walls) wall where not exists (
      select from rule r where r.kind = e.kind and r.secrecy_unit_id = wall))
    and not exists (select from rule r where r.kind = e.kind and r.secrecy_unit_id = any (e.walls)
      and cardinality(r.keep_born_on) > 0
      and (c.born_on is null or extract(day from c.born_on)::int = any (r.keep_born_on)))
    and not exists (select from retention_hold h where h.child_id = e.child_id and h.ended_at is null)
$$;

create function retention_line(rule uuid, what retention_what, child uuid, thing uuid) returns text
immutable language sql as $$ select format('%s %s %s %s', rule, what, child, thing) $$;

-- Lists what is due. Nothing goes by it.
create function propose_retention(run uuid, moment timestamptz) returns setof text
volatile language plpgsql as $$
begin
  insert into retention_run (id, as_of, digest, proposed_by, proposed_at)
  select run, moment, sha256(convert_to(coalesce(string_agg(line, E'\n' order by line collate "C"), ''), 'UTF8')),
    session_user, moment
  from (select retention_line(d.rule_id, d.what, d.child_id, d.thing_id) as line from retention_due(moment) d) l;
  insert into retention_item (run_id, rule_id, what, child_id, thing_id)
  select run, d.rule_id, d.what, d.child_id, d.thing_id from retention_due(moment) d;
  return query select l.line
    from (select retention_line(i.rule_id, i.what, i.child_id, i.thing_id) as line from retention_item i
      where i.run_id = run) l
    order by l.line collate "C";
end $$;

-- Somebody else has read the list, whose digest this is.
create function approve_retention(run uuid, list_digest bytea, moment timestamptz) returns void
volatile language plpgsql as $$
begin
  update retention_run r set approved_by = session_user, approved_at = moment
  where r.id = run and r.digest = list_digest and r.approved_at is null and r.proposed_by <> session_user;
  if not found then raise exception 'not yours to approve, or not this list' using errcode = 'KB001'; end if;
end $$;

-- The tables of a child, those that others point at last.
create function tables_about_children() returns table (name regclass, key text)
stable language sql as $$
  with recursive deep (t, depth) as (
    select 'child'::regclass::oid, 0
    union all
    select k.conrelid, deep.depth + 1 from deep join pg_constraint k on k.confrelid = deep.t
    where k.contype = 'f' and k.conrelid <> k.confrelid),
  far as (select t, max(depth) as depth from deep group by t)
  select c.oid::regclass, case when c.relname = 'child' then 'id' else 'child_id' end
  from pg_class c left join far on far.t = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and has_table_privilege('kb_retention', c.oid, 'delete')
    and c.relname not in ('audit_event', 'audit_subject', 'retention_item')
    and (c.relname = 'child' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'child_id'))
  order by far.depth desc nulls first, c.relname
$$;

create function is_in_approved_run(child uuid) returns boolean stable language sql as $$
  select exists (select from public.retention_item i join public.retention_run r on r.id = i.run_id
    where i.child_id = child and r.approved_at is not null and r.done_at is null)
$$;

-- An adult who was here for a child's sake only, or a child that signed in, when the child is gone.
create function is_left_behind(person uuid) returns boolean stable language sql as $$
  select exists (select from public.person p where p.id = person and not p.is_staff)
    and not exists (select from public.guardianship g where g.person_id = person)
    and not exists (select from public.child c where c.person_id = person)
$$;

-- Destroys a key, if retention is to.
create function shred_by_rule(subject uuid, moment timestamptz) returns void
volatile security definer set search_path = '' language plpgsql as $$
begin
  if not public.is_in_approved_run(subject) and not public.is_left_behind(subject)
    and not exists (select from public.protection_mark m where m.id = subject and public.is_in_approved_run(m.child_id)) then
    raise exception 'not approved' using errcode = 'KB001';
  end if;
  perform public.shred_subject(subject, moment);
end $$;

create function remove_child(child uuid, moment timestamptz) returns void volatile language plpgsql as $$
declare
  children uuid[] := array(select c.id from child c where c.id = child or c.merged_into = child);
  adults uuid[] := array(select g.person_id from guardianship g where g.child_id = any (children)
    union select c.person_id from child c where c.id = any (children) and c.person_id is not null);
  whose uuid;
  t record;
begin
  for whose in select m.id from protection_mark m where m.child_id = any (children) loop
    perform shred_by_rule(whose, moment);
  end loop;
  for t in select * from tables_about_children() loop
    execute format('delete from %s where %I = any ($1)', t.name, t.key) using children;
  end loop;
  foreach whose in array children loop
    perform shred_by_rule(whose, moment);
  end loop;
  foreach whose in array adults loop
    continue when not is_left_behind(whose);
    begin
      delete from identity i where i.person_id = whose;
      delete from session s where s.person_id = whose;
      delete from person_contact p where p.person_id = whose;
      delete from draft d where d.person_id = whose;
      perform shred_by_rule(whose, moment);
      delete from person p where p.id = whose;
    exception when foreign_key_violation then
      null; -- has done something that concerns another child
    end;
  end loop;
end $$;

create function remove_noticing(child uuid, item uuid) returns void volatile language plpgsql as $$
begin
  delete from family_informed f where f.child_id = child
    and f.grant_id in (select g.id from access_grant g where g.child_id = child and g.item_id = item);
  delete from sharing_reason s where s.child_id = child
    and s.grant_id in (select g.id from access_grant g where g.child_id = child and g.item_id = item);
  delete from access_grant g where g.child_id = child and g.item_id = item;
  delete from task t where t.child_id = child and t.about_id = item;
  delete from noticing_handling h where h.child_id = child and h.item_id = item;
  delete from noticing n where n.child_id = child and n.item_id = item;
  delete from item_version v where v.child_id = child and v.item_id = item;
  delete from item i where i.child_id = child and i.id = item;
end $$;

create function remove_matter(child uuid, matter uuid) returns void volatile language plpgsql as $$
declare
  item uuid;
begin
  for item in select i from items_in_matter(child, matter) i loop
    perform remove_noticing(child, item);
  end loop;
  delete from task t using matter m where t.child_id = child and m.child_id = child and m.id = matter
    and t.made_at >= m.opened_at and t.made_at <= m.closed_at and t.done_at is not null;
  delete from family_talk_note f where f.child_id = child
    and f.talk_id in (select t.id from family_talk t where t.child_id = child and t.matter_id = matter);
  delete from family_talk t where t.child_id = child and t.matter_id = matter;
  delete from plan_event e where e.child_id = child and e.matter_id = matter;
  delete from responsibility r where r.child_id = child and r.matter_id = matter;
  delete from matter m where m.child_id = child and m.id = matter;
end $$;

-- Nobody goes on working with a child around whom there is nothing left; one who was only ever described goes as well.
create function tidy_after(child uuid, moment timestamptz) returns void volatile language plpgsql as $$
begin
  if exists (select from matter m where m.child_id = child) or exists (select from item i where i.child_id = child) then
    return;
  end if;
  delete from assignment a where a.child_id = child and a.kind in ('work', 'party');
  if exists (select from child c where c.id = child and c.provisional and c.merged_into is null) then
    perform remove_child(child, moment);
  end if;
end $$;

-- Takes exactly what was approved, or nothing: what is no longer due makes the whole list void.
create function carry_out_retention(run uuid, moment timestamptz) returns text
volatile language plpgsql as $$
declare
  r retention_run;
  one record;
  said text;
begin
  select * into r from retention_run x where x.id = run for update;
  if r.approved_at is null or r.done_at is not null or moment < r.approved_at
    or moment > r.approved_at + interval '30 days' then
    raise exception 'not approved, done already, or too old' using errcode = 'KB001';
  end if;
  perform lock_child(i.child_id) from retention_item i where i.run_id = run order by i.child_id;
  if exists (select i.what, i.child_id, i.thing_id from retention_item i where i.run_id = run
    except select d.what, d.child_id, d.thing_id from retention_due(moment) d) then
    raise exception 'something on the list is no longer due' using errcode = 'KB002';
  end if;
  select coalesce(json_agg(json_build_object('rule', c.rule_id, 'decision', c.decision, 'what', c.what, 'count', c.n)
    order by c.decision, c.rule_id, c.what)::text, '[]') into said
  from (select i.rule_id, q.decision, i.what, count(*) as n from retention_item i join retention_rule q on q.id = i.rule_id
    where i.run_id = run group by 1, 2, 3) c;
  for one in select i.what, i.child_id, i.thing_id from retention_item i where i.run_id = run order by i.what, i.thing_id loop
    if one.what = 'noticing' then perform remove_noticing(one.child_id, one.thing_id);
    elsif one.what = 'matter' then perform remove_matter(one.child_id, one.thing_id);
    else perform remove_child(one.child_id, moment);
    end if;
  end loop;
  perform tidy_after(i.child_id, moment) from (select distinct x.child_id from retention_item x where x.run_id = run) i;
  update retention_run x set done_by = session_user, done_at = moment where x.id = run;
  delete from retention_item i where i.run_id = run;
  insert into retention_protocol (id, at, proposed_by, approved_by, done_by, counts, list_digest, digest)
  values (run, moment, r.proposed_by, r.approved_by, session_user, said, encode(r.digest, 'hex'),
    sha256(convert_to(format(
      '{"approved_by":%s,"at":"%s","counts":%s,"done_by":%s,"id":"%s","list_digest":"%s","proposed_by":%s}',
      to_json(r.approved_by), audit_time(moment), to_json(said), to_json(session_user::text), run,
      encode(r.digest, 'hex'), to_json(r.proposed_by)), 'UTF8')));
  return said;
end $$;

-- Registerutdrag -----------------------------------------------------------------------------------------------------

-- Somebody in the family asks for what is written; whoever carries the matter, or carried the latest, looks through it
-- part by part, and what may be given is sealed as it was then. Within a month (artikel 12.3).
alter type task_kind add value 'review_extract';
create type extract_hold_ground as enum ('may_harm', 'other_person', 'childs_trust', 'law');
create table extract_request (
  child_id uuid references child,
  id uuid,
  secrecy_unit_id uuid not null references secrecy_unit,
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  due_on date not null,
  answered_by uuid references person,
  answered_at timestamptz,
  primary key (child_id, id),
  check ((answered_at is null) = (answered_by is null))
);
create unique index one_open_extract on extract_request (child_id, asked_by) where answered_at is null;
create table extract_release (
  child_id uuid,
  request_id uuid,
  body bytea not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (child_id, request_id),
  foreign key (child_id, request_id) references extract_request
);
-- What was held back, and why: for the unit only. That it is so is told to nobody by a number or a gap.
create table extract_hold (
  child_id uuid,
  request_id uuid,
  part_id uuid,
  ground extract_hold_ground not null,
  primary key (child_id, request_id, part_id),
  foreign key (child_id, request_id) references extract_request
);

-- A guardian, or the grown-up child. It waits for the BBA, or for whoever holds the function since then. ids: two fresh ones.
create function ask_for_extract(child uuid, request uuid, due date, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  today date := public.asked_day();
  wall uuid;
  lead uuid;
begin
  if not public.acts_for_family(child) then return false; end if;
  perform from public.child c where c.id = child for no key update;
  select m.secrecy_unit_id, coalesce(
      (select e.id from public.engagement e where e.id = r.engagement_id
        and e.valid_from <= today and (e.valid_to is null or e.valid_to >= today)),
      f.holder_engagement_id)
    into wall, lead
  from public.matter m
    join public.responsibility r on r.child_id = m.child_id and r.matter_id = m.id and r.kind = 'best_interests_lead'
    left join public.unit_function f on f.unit_id = r.unit_id and f.kind = 'best_interests_lead'
  where m.child_id = child and m.id = any (public.my_told_matters())
  order by m.opened_at desc, lower(r.during) desc limit 1;
  if lead is null then return false; end if;
  insert into public.extract_request (child_id, id, secrecy_unit_id, asked_by, asked_at, due_on)
  values (child, request, wall, public.me(), at, due) on conflict do nothing;
  if not found then return true; end if;
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select child, ids[2], 'work', lead, wall, public.me(), at
  where not exists (select from public.assignment a where a.child_id = child and a.engagement_id = lead and a.kind = 'work'
    and a.valid_from <= at and (a.valid_to is null or a.valid_to > at));
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  values (child, ids[1], 'review_extract', lead, request, due, at);
  return true;
end $$;

-- The walls ------------------------------------------------------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array '{extract_request,extract_release,extract_hold,register_entry,retention_rule,retention_hold,retention_run,retention_item,retention_protocol}'::text[] loop
    execute format('alter table %I enable row level security, force row level security', t);
  end loop;
end $$;

-- Who looks through the organisation's log reads its register too.
grant select on register_entry to kb_app;
create policy registrar on register_entry for select to kb_app using (
  authority_id in (select s.authority_id from my_review_units() m
    join unit u on u.id = m.unit_id join secrecy_unit s on s.id = u.secrecy_unit_id));
grant insert on register_entry to kb_rules;
create policy rules_add on register_entry for insert to kb_rules with check (true);

-- Whoever asked sees that it is asked, and what was given while nothing bars them; the unit sees what it has to look through.
grant select, insert on extract_request, extract_release, extract_hold to kb_app;
revoke insert on extract_request from kb_app;
grant update (answered_by, answered_at) on extract_request to kb_app;
create policy asked on extract_request for select to kb_app using (
  asked_by = (select me()) and child_id in (select unnest(my_open_children())));
create policy lead on extract_request for select to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(my_lead_children())));
create policy answered on extract_request for update to kb_app
  using (answered_at is null and secrecy_unit_id = (select my_secrecy_unit())
    and child_id in (select unnest(my_lead_children())))
  with check (answered_by = (select me()) and answered_at = (select asked_at()));
create policy asked on extract_release for select to kb_app using (
  child_id in (select unnest(my_open_children())) and exists (select from extract_request r
    where r.child_id = extract_release.child_id and r.id = request_id and r.asked_by = (select me())));
create policy given on extract_release for insert to kb_app with check (
  written_by = (select me()) and written_at = (select asked_at()) and exists (select from extract_request r
    where r.child_id = extract_release.child_id and r.id = request_id and r.answered_at is null
      and r.secrecy_unit_id = (select my_secrecy_unit()) and r.child_id in (select unnest(my_lead_children()))));
create policy lead on extract_hold for select to kb_app using (exists (select from extract_request r
  where r.child_id = extract_hold.child_id and r.id = request_id and r.secrecy_unit_id = (select my_secrecy_unit())
    and r.child_id in (select unnest(my_lead_children()))));
create policy held on extract_hold for insert to kb_app with check (exists (select from extract_request r
  where r.child_id = extract_hold.child_id and r.id = request_id and r.answered_at is null
    and r.secrecy_unit_id = (select my_secrecy_unit()) and r.child_id in (select unnest(my_lead_children()))));
grant select, insert on extract_request to kb_rules;
create policy rules_read on extract_request for select to kb_rules using (true);
create policy rules_add on extract_request for insert to kb_rules with check (true);

-- A table about a child that is added later is covered by the same call, or a run stops at it.
create procedure cover_for_retention(t regclass, key text default 'child_id') language plpgsql as $$
begin
  execute format('grant select (%I), delete on %s to kb_retention', key, t);
  execute format('create policy retention_reads on %s for select to kb_retention using (true)', t);
  execute format('create policy by_rule on %s for delete to kb_retention using (is_in_approved_run(%I))', t, key);
end $$;
revoke execute on procedure cover_for_retention(regclass, text) from public;

do $$
declare
  t regclass;
  f regprocedure;
begin
  call cover_for_retention('child', 'id');
  for t in select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not in ('audit_event', 'audit_subject', 'break_glass', 'retention_item', 'retention_hold') loop
    call cover_for_retention(t);
  end loop;
  foreach t in array '{identity,session,person_contact,draft}'::regclass[] loop
    execute format('grant select (person_id), delete on %s to kb_retention', t);
    execute format('create policy retention_reads on %s for select to kb_retention using (true)', t);
    execute format('create policy left_behind on %s for delete to kb_retention using (is_left_behind(person_id))', t);
  end loop;
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname in
    ('retention_due', 'items_in_matter', 'retention_line', 'propose_retention', 'approve_retention', 'tables_about_children',
     'is_in_approved_run', 'is_left_behind', 'shred_by_rule', 'remove_child', 'remove_noticing', 'remove_matter',
     'tidy_after', 'carry_out_retention') loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to kb_retention', f);
  end loop;
end $$;
grant select (id, is_staff), delete on person to kb_retention;
create policy retention_reads on person for select to kb_retention using (true);
create policy left_behind on person for delete to kb_retention using (is_left_behind(id));

-- Coded facts and moments: no text, and no name.
grant select on retention_rule, retention_hold, retention_run, retention_item, retention_protocol to kb_retention;
grant select (id, secrecy_unit_id) on unit to kb_retention;
grant select (id, authority_id) on secrecy_unit to kb_retention;
grant select (id, person_id, merged_into, provisional, born_on) on child to kb_retention;
grant select (person_id) on guardianship to kb_retention;
grant select (id) on protection_mark to kb_retention;
grant select (id, secrecy_unit_id, opened_at, closed_at, outcome) on matter to kb_retention;
grant select (id, matter_id, secrecy_unit_id, kind) on item to kb_retention;
grant select (item_id, written_at) on item_version to kb_retention;
grant select (item_id) on noticing to kb_retention;
grant select (item_id, matter_id, unit_id, decision, decided_at) on noticing_handling to kb_retention;
grant select (id, matter_id, secrecy_unit_id, noted_at) on family_talk to kb_retention;
grant select (talk_id) on family_talk_note to kb_retention;
grant select (matter_id, ended_at) on support to kb_retention;
grant select (matter_id) on gathering, decision, consent, handover, meeting, plan, plan_event, responsibility to kb_retention;
grant select (id, item_id) on access_grant to kb_retention;
grant select (grant_id) on family_informed, sharing_reason to kb_retention;
grant select (about_id, made_at, done_at) on task to kb_retention;
grant select (kind) on assignment to kb_retention;
grant execute on function lock_child(uuid), audit_time(timestamptz) to kb_retention;

do $$
declare t text;
begin
  foreach t in array '{retention_rule,retention_hold,retention_run,retention_item,retention_protocol}'::text[] loop
    execute format('create policy retention_reads on %I for select to kb_retention using (true)', t);
  end loop;
  -- Organisations have a wall of their own or none, as it was decided before.
  foreach t in array '{unit,secrecy_unit}'::text[] loop
    if (select c.relrowsecurity from pg_class c where c.oid = t::regclass) then
      execute format('create policy retention_reads on %I for select to kb_retention using (true)', t);
    end if;
  end loop;
end $$;
grant insert on retention_rule, retention_hold, retention_run, retention_item, retention_protocol to kb_retention;
grant update (valid_to) on retention_rule to kb_retention;
grant update (ended_by, ended_at) on retention_hold to kb_retention;
grant update (approved_by, approved_at, done_by, done_at) on retention_run to kb_retention;
grant delete on retention_item to kb_retention;
create policy decided on retention_rule for insert to kb_retention with check (added_by = session_user);
create policy ended on retention_rule for update to kb_retention using (valid_to is null) with check (true);
create policy held on retention_hold for insert to kb_retention with check (added_by = session_user and ended_at is null);
create policy released on retention_hold for update to kb_retention
  using (ended_at is null) with check (ended_by = session_user);
create policy proposed on retention_run for insert to kb_retention with check (
  proposed_by = session_user and approved_at is null);
create policy approved on retention_run for update to kb_retention using (approved_at is null)
  with check (approved_by = session_user and done_at is null);
create policy done on retention_run for update to kb_retention using (approved_at is not null and done_at is null)
  with check (done_by = session_user);
create policy listed on retention_item for insert to kb_retention with check (exists (
  select from retention_run r where r.id = run_id and r.proposed_by = session_user and r.approved_at is null));
create policy forgotten on retention_item for delete to kb_retention using (exists (
  select from retention_run r where r.id = run_id and r.done_at is not null));
create policy written on retention_protocol for insert to kb_retention with check (
  done_by = session_user and exists (select from retention_run r where r.id = retention_protocol.id
    and r.done_at = at and r.proposed_by = retention_protocol.proposed_by and r.approved_by = retention_protocol.approved_by));
grant select on retention_protocol to kb_audit;
create policy verifier_reads on retention_protocol for select to kb_audit using (true);

-- What only kb_rules may look at to say yes.
grant select on retention_item, retention_run to kb_rules;
create policy rules_read on retention_item for select to kb_rules using (true);
create policy rules_read on retention_run for select to kb_rules using (true);
grant create on schema public to kb_rules;
do $$
declare f regproc;
begin
  foreach f in array '{add_to_register,register_grant,register_handover,register_emergency,shred_by_rule,ask_for_extract}'::regproc[] loop
    execute format('alter function %s owner to kb_rules', f::regprocedure);
  end loop;
  foreach f in array '{add_to_register,register_grant,register_handover,register_emergency}'::regproc[] loop
    execute format('revoke execute on function %s from public', f::regprocedure);
  end loop;
end $$;
revoke create on schema public from kb_rules;
revoke execute on function ask_for_extract(uuid, uuid, date, uuid[]) from public;
grant execute on function ask_for_extract(uuid, uuid, date, uuid[]) to kb_app;
grant execute on function shred_subject(uuid, timestamptz), is_in_approved_run(uuid), is_left_behind(uuid) to kb_rules;
