-- What the population register says. What narrows holds at once, with its row in the log; what widens waits for a person.
-- Whoever asks for the register must know the keyed hash of a number: nothing here is found without the program's own secret,
-- and nothing is told to a session. docs/decisions/0021.

alter type task_kind add value 'read_register';

-- How far a register has been read.
create table register_feed (
  name text primary key check (name in ('population', 'school')),
  sequence bigint not null check (sequence >= 0),
  read_at timestamptz not null
);
-- A grown-up's number, as a keyed hash: with it the register's guardian and ours are the same.
create table person_number (hash bytea primary key, person_id uuid not null references person on delete cascade);
create index on person_number (person_id);
-- When the register last told something about the child that was taken, and when it was last asked.
create table register_check (
  child_id uuid references child,
  number_hash bytea,
  told_at timestamptz not null,
  checked_at timestamptz not null,
  primary key (child_id, number_hash)
);
create type register_fact as enum ('child_died', 'guardian_died', 'custody_ended', 'moved', 'marked', 'mark_ended',
  'new_guardian', 'guardian_without_name', 'unsure');
create table register_says (
  child_id uuid references child,
  id uuid,
  fact register_fact not null,
  person_id uuid references person,
  number_hash bytea,
  name_sealed text,
  told_at timestamptz not null,
  said_at timestamptz not null,
  said_in text not null default pg_current_xact_id()::text,
  first_engagement_id uuid references engagement,
  first_same_as uuid references person,
  answered_at timestamptz,
  answered_by uuid references person,
  accepted boolean,
  body bytea,
  primary key (child_id, id),
  check (num_nonnulls(answered_at, answered_by, accepted) in (0, 3)),
  check ((first_engagement_id is null) = (first_same_as is null))
);
create unique index register_says_once on register_says
  (child_id, fact, (coalesce(person_id, child_id)), (coalesce(number_hash, ''))) where answered_at is null;
comment on table register_says is 'What the register has told: done already (it narrows), or waiting for a yes (it widens).';
comment on column register_says.name_sealed is 'A new guardian''s name, sealed with the program''s own secret until somebody has said yes.';
comment on column register_says.said_in is 'The transaction that took it: only there is what must be sealed read.';
comment on column register_says.first_same_as is 'The first of two says that it is this person, whom we had written down.';

-- A mark from the register is noted by nobody.
alter table protection_mark alter column marked_by drop not null;
alter table protection_mark add check (marked_by is not null or source = 'skatteverket');
alter table protection_member alter column added_by drop not null;

create function refuse_sessions() returns void stable security definer set search_path = '' language plpgsql as $$
begin
  if public.me() is not null then raise exception 'the register is for no session' using errcode = '42501'; end if;
end $$;

-- Which of our children a post is about. None of them is made here: whoever is not known is nobody.
create function register_concerns(number bytea) returns uuid[] stable security definer set search_path = '' language plpgsql as $$
begin
  perform public.refuse_sessions();
  return array(
    select i.child_id from public.identifier_hash i where i.hash = number
    union
    select g.child_id from public.person_number n join public.guardianship g on g.person_id = n.person_id
    where n.hash = number and g.valid_from <= public.asked_day() and (g.valid_to is null or g.valid_to > public.asked_day()));
end $$;

-- When this person's families were last asked about; null when some never were.
create function register_asked(number bytea) returns timestamptz stable security definer set search_path = '' language plpgsql as $$
begin
  perform public.refuse_sessions();
  return (select case when bool_and(k.checked_at is not null) then min(k.checked_at) end
    from unnest(public.register_concerns(number)) c (child_id)
      left join public.register_check k on k.child_id = c.child_id and k.number_hash = number);
end $$;

create function register_read_to(feed text) returns bigint stable security definer set search_path = '' language sql as $$
  select coalesce((select f.sequence from public.register_feed f where f.name = feed), 0)
$$;
create function keep_register_read(feed text, upto bigint) returns void volatile security definer set search_path = '' language plpgsql as $$
begin
  perform public.refuse_sessions();
  insert into public.register_feed values (feed, upto, public.asked_at())
  on conflict (name) do update set sequence = greatest(public.register_feed.sequence, excluded.sequence), read_at = excluded.read_at;
end $$;

-- Notes a fact once, and asks whoever is BBA to read it. False: it waits already.
create function note_register_fact(child uuid, says uuid, task uuid, what register_fact, person uuid, number bytea, name text,
  told timestamptz)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
  insert into public.register_says (child_id, id, fact, person_id, number_hash, name_sealed, told_at, said_at)
  values (child, says, what, person, number, name, told, public.asked_at()) on conflict do nothing;
  if not found then return false; end if;
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  select child, task, 'read_register', r.engagement_id, says, public.asked_day(), public.asked_at()
  from public.responsibility r
  where r.child_id = child and r.kind = 'best_interests_lead' and r.during @> public.asked_at();
  return true;
end $$;

-- One post about one child: about the child itself, or about a guardian. What is older than what we have, or has come before,
-- changes nothing. `guardians` and `wards` are hashes of the numbers that hold today; null: not told.
create function take_register_post(child uuid, number bytea, told timestamptz, died boolean, gone boolean, mark protection,
  guardians bytea[], names text[], wards bytea[], ids uuid[])
returns table (fact register_fact, person uuid) volatile security definer set search_path = '' language plpgsql as $$
declare
  today date := public.asked_day();
  childs boolean := exists (select from public.identifier_hash i where i.hash = number and i.child_id = child);
  adult uuid;
  strangers int;
  n int := 1;
  f record;
begin
  perform public.refuse_sessions();
  perform from public.child c where c.id = child for no key update;
  if not childs then
    select p.person_id into adult from public.person_number p where p.hash = number;
    if not exists (select from public.guardianship g where g.child_id = child and g.person_id = adult
      and g.valid_from <= today and (g.valid_to is null or g.valid_to > today)) then return; end if;
  end if;
  insert into public.register_check as k values (child, number, told, public.asked_at())
  on conflict (child_id, number_hash) do update set told_at = excluded.told_at, checked_at = excluded.checked_at
    where k.told_at < excluded.told_at;
  if not found then
    update public.register_check k set checked_at = public.asked_at()
    where k.child_id = child and k.number_hash = number and k.told_at = told;
    return;
  end if;
  strangers := (select count(*) from unnest(guardians) h (hash) where not exists (
    select from public.person_number p join public.guardianship g on g.person_id = p.person_id
    where p.hash = h.hash and g.child_id = child and g.valid_from <= today and (g.valid_to is null or g.valid_to > today)));
  if childs then
    update public.guardianship g set checked_at = public.asked_at()
    where g.child_id = child and g.source = 'folkbokföringen' and (g.valid_to is null or g.valid_to > today)
      and exists (select from public.person_number p where p.person_id = g.person_id and p.hash = any (guardians));
  end if;
  for f in
    with mine as (
      select g.person_id, array(select p.hash from public.person_number p where p.person_id = g.person_id) as hashes
      from public.guardianship g
      where g.child_id = child and g.source = 'folkbokföringen' and g.kind in ('guardian', 'appointed_guardian')
        and g.valid_from <= today and (g.valid_to is null or g.valid_to > today))
    select 'child_died'::public.register_fact as what, null::uuid as who, null::bytea as hash, null::text as name
      where childs and died
    union all select 'guardian_died', adult, null, null where not childs and died
    union all select 'moved', null, null, null where childs and gone and not died
      and exists (select from public.child_placement p where p.child_id = child and (p.valid_to is null or p.valid_to > today))
    union all select 'custody_ended', m.person_id, null, null from mine m where childs and not died and guardians is not null
      and not m.hashes && guardians and (m.hashes <> '{}' or strangers = 0)
    union all select 'unsure', m.person_id, null, null from mine m where childs and not died and guardians is not null
      and m.hashes = '{}' and strangers > 0
    union all select 'custody_ended', adult, null, null from mine m where not childs and not died and m.person_id = adult
      and wards is not null and exists (select from public.identifier_hash i where i.child_id = child)
      and not exists (select from public.identifier_hash i where i.child_id = child and i.hash = any (wards))
    union all select 'marked', adult, null, null where mark <> 'none' and not died
      and not exists (select from public.protection_mark p where p.child_id = child and p.person_id is not distinct from adult
        and p.lifted_at is null)
    union all select 'mark_ended', adult, null, null where mark = 'none' and not died
      and exists (select from public.protection_mark p where p.child_id = child and p.person_id is not distinct from adult
        and p.lifted_at is null)
    union all select case when h.name is null then 'guardian_without_name' else 'new_guardian' end::public.register_fact,
        null, h.hash, h.name
      from unnest(guardians, names) h (hash, name) where childs and not died
      and not exists (select from public.person_number p join public.guardianship g on g.person_id = p.person_id
        where p.hash = h.hash and g.child_id = child and g.source = 'folkbokföringen'
          and (g.valid_to is null or g.valid_to > today))
      and not exists (select from public.register_says s
        where s.child_id = child and s.number_hash = h.hash and (s.answered_at is null or not s.accepted))
  loop
    if public.note_register_fact(child, ids[n], ids[n + 1], f.what, f.who, f.hash, f.name, told) then
      fact := f.what;
      person := f.who;
      return next;
    end if;
    n := n + 2;
    if f.what in ('child_died', 'guardian_died', 'custody_ended') then
      update public.guardianship g set valid_to = greatest(g.valid_from, today)
      where g.child_id = child and (f.who is null or g.person_id = f.who) and (g.valid_to is null or g.valid_to > today);
    elsif f.what = 'moved' then
      update public.child_placement p set valid_to = greatest(p.valid_from, today)
      where p.child_id = child and (p.valid_to is null or p.valid_to > today);
      update public.assignment a set valid_to = greatest(a.valid_from, public.asked_at())
      where a.child_id = child and a.kind = 'ordinary' and (a.valid_to is null or a.valid_to > public.asked_at());
    end if;
  end loop;
end $$;

-- The mark: only in the transaction that took it from the register is read what has to be sealed.
create function taken_as_marked(child uuid, person uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select public.me() is null and exists (select from public.register_says s
    where s.child_id = child and s.fact = 'marked' and s.person_id is not distinct from person
      and s.said_in = pg_current_xact_id_if_assigned()::text)
$$;
create function register_seals(child uuid, person uuid) returns jsonb stable security definer set search_path = '' language plpgsql as $$
begin
  if not public.taken_as_marked(child, person) then return null; end if;
  if person is null then
    return (select jsonb_build_object('givenName', c.given_name, 'familyName', c.family_name, 'bornOn', c.born_on,
      'expectedOn', c.expected_on, 'login', c.person_id,
      'placements', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'unit', p.unit_id, 'since', p.valid_from,
        'until', p.valid_to) order by p.id), '[]') from public.child_placement p where p.child_id = child),
      'sealed', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'system', i.system,
        'value', encode(i.value_sealed, 'base64'))), '[]') from public.child_identifier i where i.child_id = child),
      'key', (select jsonb_build_object('version', k.kek_version, 'wrapped', encode(k.wrapped, 'base64'),
        'compartment', k.compartment) from public.subject_key k where k.subject_id = child))
      from public.child c where c.id = child and not c.provisional and c.given_name is not null);
  end if;
  return (select jsonb_build_object('givenName', a.given_name, 'familyName', a.family_name, 'placements', '[]'::jsonb,
    'sealed', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'system', 'phone',
      'value', encode(x.body, 'base64'))), '[]') from public.person_contact x where x.person_id = person),
    'key', (select jsonb_build_object('version', k.kek_version, 'wrapped', encode(k.wrapped, 'base64'),
      'compartment', k.compartment) from public.subject_key k where k.subject_id = person))
    from public.person a where a.id = person and not a.is_staff and a.given_name is not null);
end $$;
create function keep_register_key(child uuid, person uuid, mark uuid, version int, wrapped_key bytea)
returns void volatile security definer set search_path = '' language plpgsql as $$
begin
  if not public.taken_as_marked(child, person) then raise exception 'not marked' using errcode = '42501'; end if;
  insert into public.subject_key (subject_id, kek_version, wrapped, made_at, compartment)
  values (mark, version, wrapped_key, public.asked_at(), 'protected');
end $$;

-- As before, and from the register.
create or replace function mark_protected(child uuid, mark uuid, guardian uuid, wanted protection, from_source text, on_day date,
  identity bytea, own_identity bytea, sealed bytea, born date, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  who public.caller := public.caller();
  login uuid;
begin
  perform from public.child c where c.id = child for no key update;
  if (child <> all (public.my_lead_children()) and not public.taken_as_marked(child, guardian)) or wanted = 'none'
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
  from (select ids[1], who.engagement_id where who.engagement_id is not null union
    select ids[2], r.engagement_id from public.responsibility r
      where r.child_id = child and r.kind = 'best_interests_lead' and r.during @> at
        and r.engagement_id is distinct from who.engagement_id) m (id, engagement)
  where not exists (select from public.protection_member old where old.child_id = child
    and old.engagement_id = m.engagement and (old.valid_to is null or old.valid_to > at));
  return true;
end $$;

-- Whoever signs in with a number is found by it in the register.
create function note_person_number(by_issuer text, by_subject text, number bytea)
returns void volatile security definer set search_path = '' language sql as $$
  insert into public.person_number
  select number, i.person_id from public.identity i join public.person p on p.id = i.person_id
  where i.issuer = by_issuer and i.subject = by_subject and not p.is_staff
    and not exists (select from public.child c where c.person_id = p.id)
  on conflict do nothing
$$;

-- What the BBA answers. Two people, when the names are not the same: `second` says that another has to agree.
create function answer_register(child uuid, says uuid, yes boolean, reason bytea, given text, family text, new_person uuid,
  same_as uuid, child_calls text)
returns text volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  today date := public.asked_day();
  said public.register_says;
  known uuid;
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_lead_children()) or not (public.i_hold_the_function() or exists (
    select from public.responsibility r where r.child_id = child and r.kind = 'best_interests_lead' and r.during @> at
      and r.engagement_id = public.my_engagement())) then return 'no'; end if;
  select * into said from public.register_says s where s.child_id = child and s.id = says and s.answered_at is null;
  if said.id is null then return 'no'; end if;
  if yes and said.fact = 'new_guardian' then
    select n.person_id into known from public.person_number n where n.hash = said.number_hash;
    if same_as is not null then
      if (known is not null and known <> same_as) or not exists (select from public.guardianship g
        where g.child_id = child and g.person_id = same_as and (g.valid_to is null or g.valid_to > today)) then return 'no'; end if;
      if said.first_engagement_id is null and not exists (select from public.person p where p.id = same_as
        and lower(p.given_name) = lower(given) and lower(p.family_name) = lower(family)) then
        update public.register_says s set first_engagement_id = public.my_engagement(), first_same_as = same_as
        where s.child_id = child and s.id = says;
        return 'second';
      end if;
      if said.first_engagement_id is not null and (said.first_same_as <> same_as or exists (select from public.engagement e
        where e.id = said.first_engagement_id and e.person_id = public.me())) then return 'second'; end if;
      insert into public.person_number values (said.number_hash, same_as) on conflict do nothing;
      update public.guardianship g set source = 'folkbokföringen', checked_at = at
      where g.child_id = child and g.person_id = same_as and (g.valid_to is null or g.valid_to > today);
    else
      if known is null then
        insert into public.person (id, is_staff, given_name, family_name) values (new_person, false, given, family);
        insert into public.person_number values (said.number_hash, new_person);
        known := new_person;
      end if;
      insert into public.guardianship as g (child_id, person_id, kind, called, source, checked_at, valid_from)
      values (child, known, 'guardian', child_calls, 'folkbokföringen', at, today)
      on conflict (child_id, person_id, valid_from) do update set source = excluded.source, checked_at = at, valid_to = null;
    end if;
  end if;
  update public.register_says s set answered_at = at, answered_by = public.me(), accepted = yes, body = reason
  where s.child_id = child and s.id = says;
  update public.task t set done_at = at, done_by = public.me()
  where t.child_id = child and t.kind = 'read_register' and t.about_id = says and t.done_at is null;
  return 'done';
end $$;

-- What waits follows whoever is BBA now, and nothing said before there was one is lost.
create function give_register_to_lead() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update public.task t set engagement_id = new.engagement_id
  where t.child_id = new.child_id and t.kind = 'read_register' and t.done_at is null and t.engagement_id <> new.engagement_id;
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  select s.child_id, s.id, 'read_register', new.engagement_id, s.id, (lower(new.during) at time zone 'Europe/Stockholm')::date,
    lower(new.during)
  from public.register_says s where s.child_id = new.child_id and s.answered_at is null
    and not exists (select from public.task t where t.child_id = s.child_id and t.kind = 'read_register' and t.about_id = s.id);
  return null;
end $$;
create trigger register_waits after insert on responsibility for each row
  when (new.kind = 'best_interests_lead') execute function give_register_to_lead();

-- The walls ----------------------------------------------------------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array '{register_feed,person_number,register_check,register_says}'::text[] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('grant select, insert on %I to kb_rules', t);
    execute format('create policy rules_read on %I for select to kb_rules using (true)', t);
    execute format('create policy rules_add on %I for insert to kb_rules with check (true)', t);
  end loop;
  foreach t in array '{register_feed,register_check,register_says,child_placement}'::text[] loop
    execute format('create policy rules_change on %I for update to kb_rules using (true)', t);
  end loop;
end $$;
grant update (sequence, read_at) on register_feed to kb_rules;
grant update (told_at, checked_at) on register_check to kb_rules;
grant update (answered_at, answered_by, accepted, body, first_engagement_id, first_same_as) on register_says to kb_rules;
grant update (valid_to) on child_placement to kb_rules;
grant update (source, checked_at) on guardianship to kb_rules;
create policy rules_add_told on guardianship for insert to kb_rules with check (source = 'folkbokföringen');

grant select on register_says to kb_app;
create policy led on register_says for select to kb_app using (child_id in (select unnest(my_lead_children())));
call cover_for_retention('register_check');
call cover_for_retention('register_says');
call give_to_rules('{note_register_fact,taken_as_marked,refuse_sessions,give_register_to_lead}'::regproc[]::regprocedure[], '');
call give_to_rules(new_rules());
