-- Protected identity: what tells who and where somebody is leaves the ordinary columns in the same transaction as the mark
-- arrives, sealed with a key of its own that only a small named group can fetch. Lifting the mark shows nothing again by
-- itself. docs/decisions/0013.

-- The compartment ----------------------------------------------------------------------------------------------------

-- A key in the protected compartment is wrapped by that compartment's own key-encryption key.
alter table subject_key add column compartment text not null default 'ordinary'
  check (compartment in ('ordinary', 'protected'));

-- A mark on the child, or on one of its guardians. Its id is also whose key seals what it hides.
create table protection_mark (
  child_id uuid references child,
  id uuid,
  person_id uuid references person,
  kind protection not null check (kind <> 'none'),
  source text not null check (source in ('skatteverket', 'familjen', 'socialtjansten', 'polisen', 'annan')),
  marked_on date not null,
  marked_by uuid not null references person,
  marked_at timestamptz not null,
  body bytea not null,
  lifted_at timestamptz,
  lifted_by uuid references person,
  name_shown_at timestamptz,
  birth_shown_at timestamptz,
  places_shown_at timestamptz,
  contact_shown_at timestamptz,
  primary key (child_id, id),
  check ((lifted_at is null) = (lifted_by is null)),
  -- nothing comes back while the mark stands
  check (lifted_at is not null
    or coalesce(name_shown_at, birth_shown_at, places_shown_at, contact_shown_at) is null)
);
create unique index one_mark_at_a_time on protection_mark (child_id, (coalesce(person_id, child_id))) where lifted_at is null;
create index on protection_mark (person_id) where person_id is not null;
comment on column protection_mark.person_id is 'A guardian; null: the child itself.';
comment on column protection_mark.body is 'Places, numbers and contact data that were in other tables before.';

-- Those who are told who and where: by name, one by one. A guardian is among them when the group has said so.
create table protection_member (
  child_id uuid references child,
  id uuid,
  engagement_id uuid references engagement,
  person_id uuid references person,
  added_by uuid not null references person,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to >= valid_from),
  primary key (child_id, id),
  check (num_nonnulls(engagement_id, person_id) = 1)
);
create index on protection_member (engagement_id);
create index on protection_member (person_id) where person_id is not null;

-- With the mark lifted a name may be shown again while the birth date is still sealed.
do $$
declare c text;
begin
  select conname into strict c from pg_constraint
    where conrelid = 'child'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%born_on%';
  execute format('alter table child drop constraint %I', c);
end $$;
alter table child add constraint child_identity check (case
  when provisional then given_name is null and identity_sealed is null and born_on is null
  when protection = 'none' then given_name is not null and family_name is not null
    and ((born_on is null and expected_on is null) = (identity_sealed is not null))
  else given_name is null and family_name is null and born_on is null and expected_on is null
    and identity_sealed is not null end);

alter table protection_mark enable row level security, force row level security;
alter table protection_member enable row level security, force row level security;

-- Who is told ---------------------------------------------------------------------------------------------------------

-- Children that I am told who and where they are of: in the group, and still with the child.
create function my_shielded_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  at timestamptz := public.asked_at();
  mine uuid[] := public.my_children();
begin
  if mine = '{}' then return '{}'; end if;
  return array(select distinct m.child_id from public.protection_member m
    where m.child_id = any (mine) and (m.engagement_id = who.engagement_id or m.person_id = who.person_id)
      and m.valid_from <= at and (m.valid_to is null or m.valid_to > at));
end $$;

-- Is it hidden where the child is?
create function is_hidden(child uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.child c where c.id = child and c.protection <> 'none')
    or exists (select from public.protection_mark p where p.child_id = child and p.person_id is null and p.places_shown_at is null)
$$;

-- What is made here goes on paper: nobody's own place, and nobody of the group, is excepted.
create function leaves_the_screen() returns boolean stable language sql as
  $$ select coalesce(current_setting('app.veiled', true), '') = 'on' $$;
create function place_i_know() returns uuid stable language sql as
  $$ select case when public.leaves_the_screen() then null else public.my_unit() end $$;

-- Is it hidden from me, in a request about this child?
create function is_veiled() returns boolean stable security definer set search_path = '' language plpgsql as $$
declare
  child uuid := public.asked_child();
begin
  return child is not null and public.is_hidden(child)
    and (public.leaves_the_screen() or child <> all (public.my_shielded_children()));
end $$;

-- The marks whose key I may fetch: the group's, my own child's name, and my own.
create function my_compartments() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  told uuid[] := public.my_shielded_children();
  family uuid[] := public.family_children();
begin
  if who.person_id is null then return '{}'; end if;
  return array(select p.id from public.protection_mark p
    where p.child_id = any (told) or (p.person_id is null and p.child_id = any (family))
      or p.person_id = who.person_id
      or (p.marked_by = who.person_id and p.marked_at = public.asked_at()));
end $$;

-- The key that the names of these children are sealed with, where I may open it.
create function name_compartments(children uuid[]) returns table (child_id uuid, id uuid)
stable security definer set search_path = '' language sql as $$
  select distinct on (p.child_id) p.child_id, p.id from public.protection_mark p
  where p.child_id = any (children) and p.person_id is null and p.id = any (public.my_compartments())
  order by p.child_id, p.marked_at desc
$$;

-- What everybody else sees of places and of those who work there --------------------------------------------------------

create function place_word(kind unit_kind) returns text immutable language sql as $$
  select case kind
    when 'midwifery' then 'Barnmorskemottagningen' when 'child_health' then 'Barnhälsovården'
    when 'preschool' then 'Förskolan' when 'compulsory_school' then 'Skolan'
    when 'upper_secondary_school' then 'Gymnasieskolan' when 'activity_responsibility' then 'Kommunens aktivitetsansvar'
    when 'pupil_health' then 'Elevhälsan' when 'primary_care' then 'Vårdcentralen'
    when 'child_psychiatry' then 'Barn- och ungdomspsykiatrin' when 'habilitation' then 'Habiliteringen'
    when 'youth_clinic' then 'Ungdomsmottagningen' when 'social_services' then 'Socialtjänsten'
    when 'police' then 'Polisen' when 'civil_society' then 'Föreningen' else 'Kommunen' end
$$;

-- The tables, as a page about a child may print them. In a request about a child whose place is hidden from the one who
-- asks, other units have no name, number or municipality, and those who work there a first name. The walls are the
-- tables' own.
create view unit_here with (security_invoker = true) as
  select u.id, u.secrecy_unit_id, u.kind,
    case when v.veiled and u.id is distinct from (select place_i_know()) then place_word(u.kind) else u.name end as name,
    case when v.veiled then null else u.municipality_code end as municipality_code,
    case when v.veiled and u.id is distinct from (select place_i_know()) then null else u.phone end as phone
  from unit u cross join lateral (select (select is_veiled()) as veiled) v;
create view engagement_here with (security_invoker = true) as
  select e.id, e.person_id, e.unit_id, e.title,
    case when (select is_veiled()) and e.unit_id is distinct from (select place_i_know()) then null else e.phone end as phone,
    e.valid_from, e.valid_to
  from engagement e;
create view person_here with (security_invoker = true) as
  select p.id, p.is_staff, p.protection, p.given_name,
    case when p.is_staff and (select is_veiled())
        and not exists (select from engagement e where e.person_id = p.id and e.unit_id = (select place_i_know()))
      then null else p.family_name end as family_name
  from person p;
grant select on unit_here, engagement_here, person_here to kb_app;

-- The mark -------------------------------------------------------------------------------------------------------------

-- The mark arrives: about the child, or (guardian) one of those it lives with. By hand from those who carry the matter.
-- What is sealed has been read in this same transaction, under the child's lock. ids: two fresh ones.
create function mark_protected(child uuid, mark uuid, guardian uuid, wanted protection, from_source text, on_day date,
  identity bytea, own_identity bytea, sealed bytea, ends_latest date, ids uuid[])
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
    update public.child c set protection = wanted, given_name = null, family_name = null, born_on = null,
      expected_on = null, identity_sealed = identity where c.id = child returning c.person_id into login;
    delete from public.child_placement p where p.child_id = child;
    delete from public.child_identifier i where i.child_id = child;
    -- The birth date is not there any longer to end the guardians' part at eighteen: this does.
    update public.guardianship g set valid_to = least(coalesce(g.valid_to, ends_latest), ends_latest)
      where g.child_id = child and ends_latest is not null;
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

-- The mark is lifted: that, and nothing more.
create function lift_protection(child uuid, mark uuid)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
  update public.protection_mark p set lifted_at = public.asked_at(), lifted_by = public.me()
    where p.child_id = child and p.id = mark and p.lifted_at is null
      and child = any (public.my_shielded_children()) and child = any (public.my_lead_children());
  return found;
end $$;

-- Somebody in the group shows one thing again. The history stays as it was sealed.
create function show_again(child uuid, mark uuid, field text, given text, family text, born date, expected date, rows jsonb)
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

-- New identities: nothing may lead from the old to the new ---------------------------------------------------------------

-- Whoever's key is destroyed is nobody any more: nothing is tied to them, and they are tied to nobody.
create function refuse_what_is_closed() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  named uuid[] := case tg_table_name
    when 'child' then array[(to_jsonb(new)->>'id')::uuid, (to_jsonb(new)->>'merged_into')::uuid, (to_jsonb(new)->>'person_id')::uuid]
    when 'identity' then array[(to_jsonb(new)->>'person_id')::uuid]
    else array[(to_jsonb(new)->>'child_id')::uuid, (to_jsonb(new)->>'person_id')::uuid] end;
begin
  if exists (select from public.shredded_subject s where s.subject_id = any (named)) then
    raise exception 'closed for good: nothing can be tied to it' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger closed before update of merged_into, person_id on child for each row
  when (new.merged_into is not null or new.person_id is not null) execute function refuse_what_is_closed();
create trigger closed_from_the_start before insert on child for each row
  when (new.merged_into is not null or new.person_id is not null) execute function refuse_what_is_closed();
create trigger closed before insert or update on child_identifier for each row execute function refuse_what_is_closed();
create trigger closed before insert or update on identifier_hash for each row execute function refuse_what_is_closed();
create trigger closed before insert or update of person_id, child_id on guardianship
  for each row execute function refuse_what_is_closed();
create trigger closed before insert or update of person_id on identity for each row execute function refuse_what_is_closed();
create trigger closed before insert on assignment for each row execute function refuse_what_is_closed();

-- Closes a child for good, before it gets a new identity. For the operator's routine, with two people at the keyboard:
-- docs/operations/new-identity.md. What is left is random ids and what nobody can open.
create function close_identity(child uuid, moment timestamptz)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  login uuid;
  today date := (moment at time zone 'Europe/Stockholm')::date;
  mark uuid;
begin
  perform from public.child c where c.id = child for no key update;
  if not found then return false; end if;
  update public.plan p set ended_at = moment, ended_because = 'other' where p.child_id = child and p.ended_at is null;
  update public.responsibility r set during = tstzrange(lower(r.during), moment) where r.child_id = child and upper_inf(r.during);
  update public.matter m set closed_at = moment, outcome = 'other' where m.child_id = child and m.closed_at is null;
  update public.access_grant g set ended_at = moment where g.child_id = child and g.ended_at is null;
  update public.assignment a set valid_to = greatest(a.valid_from, moment)
    where a.child_id = child and (a.valid_to is null or a.valid_to > moment);
  update public.guardianship g set valid_to = greatest(g.valid_from, today)
    where g.child_id = child and (g.valid_to is null or g.valid_to > today);
  update public.task t set done_at = moment where t.child_id = child and t.done_at is null;
  update public.protection_member m set valid_to = greatest(m.valid_from, moment) where m.child_id = child and m.valid_to is null;
  delete from public.identifier_hash i where i.child_id = child;
  delete from public.child_identifier i where i.child_id = child;
  delete from public.child_placement p where p.child_id = child;
  update public.child c set protection = 'sekretessmarkering', given_name = null, family_name = null, born_on = null,
    expected_on = null, identity_sealed = '' where c.id = child returning c.person_id into login;
  if login is not null then perform public.close_adult(login, moment); end if;
  for mark in select p.id from public.protection_mark p where p.child_id = child loop
    perform public.shred_subject(mark, moment);
  end loop;
  perform public.shred_subject(child, moment);
  return true;
end $$;

-- The same for a guardian.
create function close_adult(adult uuid, moment timestamptz)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  today date := (moment at time zone 'Europe/Stockholm')::date;
begin
  delete from public.identity i where i.person_id = adult;
  delete from public.person_contact c where c.person_id = adult;
  update public.session s set ended_at = moment where s.person_id = adult and s.ended_at is null;
  update public.guardianship g set valid_to = greatest(g.valid_from, today)
    where g.person_id = adult and (g.valid_to is null or g.valid_to > today);
  update public.person p set protection = 'sekretessmarkering', given_name = null, family_name = null, identity_sealed = ''
    where p.id = adult and not p.is_staff;
  perform public.shred_subject(adult, moment);
  return found;
end $$;

-- A bar with a ground that has to be considered anew (lag 2024:79 5 kap. 4 §, LVU 14 §) ----------------------------------

alter type task_kind add value 'reconsider_bar';
alter table bar add column legal_ground text check (legal_ground in ('lag_2024_79_5_4', 'lvu_14')),
  add column reconsider_on date;
alter table bar add check ((legal_ground is null) = (reconsider_on is null));
grant update (reconsider_on) on bar to kb_app;
-- Only the unit that decided is reminded, whoever carries the matter later.
create policy reconsidered_where_decided on task as restrictive for select to kb_app using (
  kind::text <> 'reconsider_bar' or engagement_id in (select e.id from engagement e join unit u on u.id = e.unit_id
    where u.secrecy_unit_id = (select my_secrecy_unit())));

-- The walls --------------------------------------------------------------------------------------------------------------

grant select on protection_mark to kb_app;
create policy warned on protection_mark for select to kb_app using (
  child_id in (select unnest(assigned_children('{ordinary,work,party}'))));
grant select, insert, update (valid_to) on protection_member to kb_app;
create policy lead on protection_member for select to kb_app using (child_id in (select unnest(my_lead_children())));
create policy grows on protection_member for insert to kb_app with check (
  added_by = (select me()) and valid_from = (select asked_at()) and valid_to is null
  and child_id in (select unnest(my_shielded_children())) and child_id in (select unnest(my_lead_children()))
  and (engagement_id in (select e.id from engagement e join unit u on u.id = e.unit_id
      where u.secrecy_unit_id = (select my_secrecy_unit()))
    or exists (select from guardianship g where g.child_id = protection_member.child_id
      and g.person_id = protection_member.person_id)));
create policy shrinks on protection_member for update to kb_app
  using (valid_to is null and child_id in (select unnest(my_shielded_children())))
  with check (valid_to = (select asked_at()));

create policy compartment on subject_key for select to kb_app using (
  compartment = 'protected' and subject_id in (select unnest(my_compartments())));
create policy new_compartment on subject_key for insert to kb_app with check (
  compartment = 'protected' and (select asked_child()) = any ((select my_lead_children())::uuid[]));

-- Where a hidden child is, is for the group.
create policy hidden_place on child_placement as restrictive for select to kb_app using (
  not (select is_veiled()) and (not is_hidden(child_id) or child_id in (select unnest(my_shielded_children()))));
create policy hidden_number on child_identifier as restrictive for select to kb_app using (
  not is_hidden(child_id) or child_id in (select unnest(my_shielded_children())));
-- Now that this stands above them, a guardian whom the group has told sees the place too.
alter policy coming on meeting_text using (kind = 'place'
  and exists (select from meeting m where m.child_id = meeting_text.child_id and m.id = meeting_id));
alter policy family on child_placement using (child_id in (select unnest(family_children())));
create policy hidden_place on meeting_text as restrictive for select to kb_app using (
  kind <> 'place' or not (select is_veiled()));

do $$
declare t text;
begin
  foreach t in array '{protection_mark,protection_member}'::text[] loop
    execute format('grant select, insert on %I to kb_rules', t);
    execute format('create policy rules_read on %I for select to kb_rules using (true)', t);
    execute format('create policy rules_add on %I for insert to kb_rules with check (true)', t);
    execute format('create policy rules_move on %I for update to kb_rules using (true)', t);
  end loop;
  foreach t in array '{child_placement,child_identifier,person_contact,identifier_hash,identity}'::text[] loop
    execute format('grant select, delete on %I to kb_rules', t);
    execute format('create policy rules_clear on %I for delete to kb_rules using (true)', t);
  end loop;
  foreach t in array '{child_identifier,person_contact}'::text[] loop
    execute format('create policy rules_read on %I for select to kb_rules using (true)', t);
  end loop;
end $$;
grant update (lifted_at, lifted_by, name_shown_at, birth_shown_at, places_shown_at, contact_shown_at) on protection_mark to kb_rules;
grant update (valid_to) on protection_member to kb_rules;
grant update (compartment) on subject_key to kb_rules;
grant update (protection, given_name, family_name, born_on, expected_on, identity_sealed) on child to kb_rules;
grant update (protection, given_name, family_name, identity_sealed) on person to kb_rules;
grant update (closed_at, outcome) on matter to kb_rules;
create policy rules_hide on person for update to kb_rules using (not is_staff) with check (not is_staff);

-- The keys' commands, with the compartment.
drop function subject_keys_after(uuid, int, int);
create function subject_keys_after(previous uuid, most int, but_version int default null)
returns table (subject_id uuid, kek_version int, wrapped bytea, made_at timestamptz, compartment text)
stable security definer set search_path = '' language sql as $$
  select k.subject_id, k.kek_version, k.wrapped, k.made_at, k.compartment from public.subject_key k
  where k.subject_id > previous and k.kek_version is distinct from but_version
  order by k.subject_id limit most
$$;
create or replace function restore_subject_keys(keys jsonb) returns void
volatile security definer set search_path = '' language sql as $$
  insert into public.subject_key (subject_id, kek_version, wrapped, made_at, compartment)
  select r.subject, r.version, decode(r.wrapped, 'base64'), r.made, coalesce(r.compartment, 'ordinary')
  from jsonb_to_recordset(keys) r (subject uuid, version int, wrapped text, made timestamptz, compartment text)
  where not exists (select from public.shredded_subject s where s.subject_id = r.subject)
  on conflict (subject_id) do update set kek_version = excluded.kek_version, wrapped = excluded.wrapped,
    compartment = excluded.compartment
$$;

grant create on schema public to kb_rules;
do $$
declare f regproc;
begin
  foreach f in array '{my_shielded_children,is_hidden,is_veiled,my_compartments,name_compartments,mark_protected,
    lift_protection,show_again,refuse_what_is_closed}'::regproc[] loop
    execute format('alter function %s owner to kb_rules', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to kb_app, kb_owner', f);
  end loop;
  foreach f in array '{close_identity,close_adult,subject_keys_after}'::regproc[] loop
    execute format('alter function %s owner to kb_rules', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to kb_owner', f);
  end loop;
end $$;
revoke create on schema public from kb_rules;
