-- Organisations as data that each organisation keeps itself: who administers it, who takes what nobody else holds, and who
-- has signed what. docs/decisions/0019. None of it opens a child.

-- A day of work that began and ended the same morning leaves no day behind.
alter table engagement drop constraint engagement_check;
alter table engagement add constraint engagement_check check (valid_to >= valid_from - 1);

alter table unit add column closed_on date;
comment on column unit.closed_on is 'From this day nobody can choose it. What was written there keeps its name.';
create or replace view unit_directory as
  select u.id, u.secrecy_unit_id, u.kind, u.name, u.municipality_code, u.phone, u.closed_on from unit u;

create type authority_function_kind as enum ('local_administrator', 'fallback_lead', 'process_leader');
create table authority_function (
  authority_id uuid references authority,
  kind authority_function_kind,
  engagement_id uuid references engagement,
  valid_from date,
  valid_to date check (valid_to >= valid_from - 1),
  primary key (authority_id, kind, engagement_id, valid_from)
);
create index on authority_function (engagement_id);
comment on table authority_function is
  'fallback_lead takes what nobody else holds; of several, whoever has held it longest and works there.';

-- What widens what somebody may do is asked for by one administrator and decided by another.
create type appointment_kind as enum
  ('best_interests_lead', 'reception', 'log_reviewer', 'local_administrator', 'fallback_lead', 'process_leader');
create table appointment (
  id uuid primary key,
  authority_id uuid not null references authority,
  unit_id uuid references unit,
  kind appointment_kind not null,
  holder uuid not null references engagement,
  stand_in uuid references engagement,
  ends boolean not null default false,
  proposed_by uuid not null references person,
  proposed_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  approved boolean,
  check ((unit_id is not null) = (kind in ('best_interests_lead', 'reception', 'log_reviewer'))),
  check ((stand_in is not null) = (unit_id is not null)),
  check (not ends or unit_id is null),
  check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (approved is null)),
  check (not approved or decided_by <> proposed_by)
);
create index on appointment (authority_id, proposed_at);
comment on column appointment.ends is 'The function is taken from the holder. A function of a unit only changes hands.';

-- Whoever is new gets a link by hand, and is the one who first signs in with it.
create table invitation (
  id uuid primary key,
  authority_id uuid not null references authority,
  engagement_id uuid not null references engagement,
  code_hash text not null unique check (code_hash ~ '^[0-9a-f]{64}$'),
  made_by uuid not null references person,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on invitation (engagement_id);

-- Whoever is not bound by law as a public servant is, signs before anything opens.
create table undertaking (
  engagement_id uuid references engagement,
  text_version int,
  signed_by uuid not null references person,
  signed_at timestamptz not null,
  primary key (engagement_id, text_version)
);

-- Who is asking ----------------------------------------------------------------------------------------------------------

-- As before, and an engagement in civil society opens nothing until its undertaking is signed.
create or replace function caller() returns caller stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  found_caller public.caller;
begin
  select s.person_id, s.kind, case when b.bound then e.id end, case when b.bound then u.id end,
    case when b.bound then u.secrecy_unit_id end,
    least(s.ends_at, greatest(s.last_seen_at, at) + make_interval(mins => s.idle_minutes))
  into found_caller
  from public.session s
    left join public.engagement e on e.id = s.engagement_id
    left join public.unit u on u.id = e.unit_id
    left join public.secrecy_unit w on w.id = u.secrecy_unit_id
    cross join lateral (select w.kind is distinct from 'civil'
      or exists (select from public.undertaking t where t.engagement_id = e.id) as bound) b
  where s.token_hash = current_setting('app.session', true)
    and s.ended_at is null and s.ends_at > at
    and s.last_seen_at + make_interval(mins => s.idle_minutes) > at
    and (s.engagement_id is null
      or (e.valid_from <= public.asked_day() and (e.valid_to is null or e.valid_to >= public.asked_day())));
  return found_caller;
end $$;

-- What I do at my organisation's level, as the engagement I act for. It is mine only where I work.
create function my_authorities(wanted authority_function_kind) returns uuid[]
stable security definer set search_path = '' language plpgsql as $$
declare
  engagement uuid := public.my_engagement();
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
create function my_administered() returns uuid[] stable language sql as
  $$ select public.my_authorities('local_administrator') $$;
create function administers(authority uuid) returns boolean stable language sql as
  $$ select authority = any (public.my_administered()) $$;
create function i_lead_the_process() returns boolean stable language sql as
  $$ select cardinality(public.my_authorities('process_leader')) > 0 $$;
create function my_administered_units() returns uuid[] stable security definer set search_path = '' language sql as $$
  select coalesce(array_agg(u.id), '{}') from public.unit u join public.secrecy_unit w on w.id = u.secrecy_unit_id
  where w.authority_id = any (public.my_administered())
$$;
create function authority_of(engagement uuid) returns uuid stable security definer set search_path = '' language sql as $$
  select w.authority_id from public.engagement e join public.unit u on u.id = e.unit_id
    join public.secrecy_unit w on w.id = u.secrecy_unit_id
  where e.id = engagement
$$;

-- Who holds a function of an authority on a day, and works there then.
create function holders_on(authority uuid, wanted authority_function_kind, on_day date) returns uuid[]
stable security definer set search_path = '' language sql as $$
  select coalesce(array_agg(f.engagement_id order by f.valid_from, f.engagement_id), '{}')
  from public.authority_function f join public.engagement e on e.id = f.engagement_id
  where f.authority_id = authority and f.kind = wanted
    and f.valid_from <= on_day and (f.valid_to is null or f.valid_to >= on_day)
    and e.valid_from <= on_day and (e.valid_to is null or e.valid_to >= on_day)
$$;

-- What may not be left without anybody: 'last-administrator', 'last-fallback' (while there are open matters), or null.
create function left_without(engagement uuid, after_day date) returns text
stable security definer set search_path = '' language plpgsql as $$
declare
  the_authority uuid := public.authority_of(engagement);
  administrators uuid[] := public.holders_on(the_authority, 'local_administrator', after_day + 1);
  fallbacks uuid[] := public.holders_on(the_authority, 'fallback_lead', after_day + 1);
begin
  if administrators = array[engagement] then return 'last-administrator'; end if;
  if fallbacks = array[engagement] and exists (
      select from public.matter m join public.secrecy_unit w on w.id = m.secrecy_unit_id
      where w.authority_id = the_authority and m.closed_at is null) then
    return 'last-fallback';
  end if;
  return null;
end $$;

-- Changes --------------------------------------------------------------------------------------------------------------------

-- The last day of work; a day that has been ends it at once, and with it the sessions.
create function end_employment(engagement uuid, last_day date) returns text
volatile security definer set search_path = '' language plpgsql as $$
declare
  the_authority uuid := public.authority_of(engagement);
  refusal text;
begin
  if the_authority is null or not the_authority = any (public.my_administered()) then return 'not-found'; end if;
  perform pg_advisory_xact_lock(hashtextextended(the_authority::text, 24));
  refusal := public.left_without(engagement, last_day);
  if refusal is not null then return refusal; end if;
  update public.engagement e set valid_to = greatest(last_day, e.valid_from - 1) where e.id = engagement;
  update public.session s set ended_at = public.asked_at()
  where s.engagement_id = engagement and s.ended_at is null and last_day < public.asked_day();
  return 'ended';
end $$;

-- Another administrator than the one who asked says yes or no.
create function decide_appointment(appointment uuid, yes boolean) returns text
volatile security definer set search_path = '' language plpgsql as $$
declare
  asked public.appointment;
  today date := public.asked_day();
  refusal text;
begin
  select * into asked from public.appointment a
  where a.id = appointment and a.authority_id = any (public.my_administered()) for update;
  if asked.id is null then return 'not-found'; end if;
  if asked.decided_at is not null then return 'decided-before'; end if;
  if yes and asked.proposed_by = public.me() then return 'own'; end if;
  perform pg_advisory_xact_lock(hashtextextended(asked.authority_id::text, 24));
  if yes and exists (select from unnest(array[asked.holder, asked.stand_in]) named (id)
      join public.engagement e on e.id = named.id where e.valid_to < today) and not asked.ends then
    return 'has-left';
  end if;
  refusal := public.left_without(asked.holder, today - 1);
  if yes and asked.ends
    and (asked.kind, refusal) in (('local_administrator', 'last-administrator'), ('fallback_lead', 'last-fallback')) then
    return refusal;
  end if;
  update public.appointment a set decided_by = public.me(), decided_at = public.asked_at(), approved = yes
  where a.id = asked.id;
  if not yes then return 'decided'; end if;
  if asked.unit_id is not null then
    insert into public.unit_function (unit_id, kind, holder_engagement_id, stand_in_engagement_id)
    values (asked.unit_id, asked.kind::text::public.unit_function_kind, asked.holder, asked.stand_in)
    on conflict (unit_id, kind) do update
      set holder_engagement_id = excluded.holder_engagement_id, stand_in_engagement_id = excluded.stand_in_engagement_id;
  elsif asked.ends then
    update public.authority_function f set valid_to = today - 1
    where f.authority_id = asked.authority_id and f.kind::text = asked.kind::text and f.engagement_id = asked.holder
      and (f.valid_to is null or f.valid_to >= today);
  else
    insert into public.authority_function (authority_id, kind, engagement_id, valid_from)
    values (asked.authority_id, asked.kind::text::public.authority_function_kind, asked.holder, today)
    on conflict (authority_id, kind, engagement_id, valid_from) do update set valid_to = null;
  end if;
  return 'decided';
end $$;

-- The first sign-in with the code binds who somebody is. Whoever is known already, as a parent or at another place of work,
-- is one and the same person here.
-- Never taken by the one who made it: they would have the place of the one they invited, and two who decide would be one.
create function take_invitation(hash text, by_issuer text, by_subject text, moment timestamptz) returns uuid
volatile security definer set search_path = '' language plpgsql as $$
declare
  found_invitation public.invitation;
  invited uuid;
  who uuid;
begin
  select i.* into found_invitation from public.invitation i
  where i.code_hash = hash and i.used_at is null and i.expires_at > moment for update;
  if found_invitation.id is null then return null; end if;
  select e.person_id into invited from public.engagement e where e.id = found_invitation.engagement_id;
  select i.person_id into who from public.identity i where i.issuer = by_issuer and i.subject = by_subject;
  if exists (select from public.identity i where i.person_id = invited and i.person_id is distinct from who)
    or exists (select from public.child c where c.person_id in (who, invited))
    or not exists (select from public.person p where p.id = invited and p.is_staff)
    or exists (select from public.person p where p.id = who and p.protection <> 'none')
    or who = found_invitation.made_by then return null; end if;
  -- What was decided for the one who was invited was decided for a name, not for whoever comes with the link.
  if who <> invited and exists (select from public.engagement e where e.person_id = invited
    and (public.authority_of(e.id) is distinct from found_invitation.authority_id
      or exists (select from public.unit_function f where e.id in (f.holder_engagement_id, f.stand_in_engagement_id))
      or exists (select from public.authority_function f where f.engagement_id = e.id))) then return null; end if;
  if who is null then
    insert into public.identity (issuer, subject, person_id) values (by_issuer, by_subject, invited);
  elsif who <> invited then
    update public.person p set is_staff = true where p.id = who and not p.is_staff;
    update public.engagement e set person_id = who where e.person_id = invited;
  end if;
  update public.invitation i set used_at = moment where i.id = found_invitation.id;
  return coalesce(who, invited);
end $$;

-- What an invitation is to, for whoever holds its code. Nothing about anybody.
create function invited_to(hash text, moment timestamptz) returns table (unit_name text, title text)
stable security definer set search_path = '' language sql as $$
  select u.name, e.title from public.invitation i join public.engagement e on e.id = i.engagement_id
    join public.unit u on u.id = e.unit_id
  where i.code_hash = hash and i.used_at is null and i.expires_at > moment
$$;

-- My engagements that wait for my name under an undertaking.
create function my_unsigned() returns uuid[] stable security definer set search_path = '' language sql as $$
  select coalesce(array_agg(e.id), '{}') from public.engagement e join public.unit u on u.id = e.unit_id
    join public.secrecy_unit w on w.id = u.secrecy_unit_id
  where e.person_id = public.me() and w.kind = 'civil'
    and e.valid_from <= public.asked_day() and (e.valid_to is null or e.valid_to >= public.asked_day())
    and not exists (select from public.undertaking t where t.engagement_id = e.id)
$$;

-- The walls ------------------------------------------------------------------------------------------------------------------

alter table authority_function enable row level security, force row level security;
alter table appointment enable row level security, force row level security;
alter table invitation enable row level security, force row level security;
alter table undertaking enable row level security, force row level security;

do $$
declare t text;
begin
  foreach t in array '{authority_function,appointment,invitation,undertaking}'::text[] loop
    execute format('grant select on %I to kb_rules', t);
    execute format('create policy rules_read on %I for select to kb_rules using (true)', t);
  end loop;
  foreach t in array '{authority_function,unit_function,identity}'::text[] loop
    execute format('grant insert on %I to kb_rules', t);
    execute format('create policy rules_appoint on %I for insert to kb_rules with check (true)', t);
  end loop;
  foreach t in array '{authority_function,unit_function,appointment,invitation,engagement}'::text[] loop
    execute format('create policy rules_change on %I for update to kb_rules using (true)', t);
  end loop;
end $$;
grant update (valid_to) on authority_function to kb_rules;
grant update (holder_engagement_id, stand_in_engagement_id) on unit_function to kb_rules;
grant update (decided_by, decided_at, approved) on appointment to kb_rules;
grant update (used_at) on invitation to kb_rules;
grant update (valid_to, person_id) on engagement to kb_rules;
grant update (is_staff) on person to kb_rules;

grant select on authority_function to kb_app;
create policy read_all on authority_function for select to kb_app using ((select me()) is not null);

grant select, insert on appointment to kb_app;
create policy administered on appointment for select to kb_app using (authority_id in (select unnest(my_administered())));
create policy proposed on appointment for insert to kb_app with check (
  authority_id in (select unnest(my_administered())) and proposed_by = (select me()) and decided_at is null
  and authority_of(holder) = authority_id
  and (unit_id is null or (unit_id in (select unnest(my_administered_units()))
    and exists (select from engagement e where e.id = holder and e.unit_id = appointment.unit_id)
    and authority_of(stand_in) = authority_id)));

grant select (id, authority_id, engagement_id, made_by, made_at, expires_at, used_at), insert on invitation to kb_app;
create policy administered on invitation for select to kb_app using (authority_id in (select unnest(my_administered())));
create policy invited on invitation for insert to kb_app with check (
  authority_id in (select unnest(my_administered())) and made_by = (select me()) and used_at is null
  and authority_of(engagement_id) = authority_id);

grant select, insert on undertaking to kb_app;
create policy mine on undertaking for select to kb_app using (signed_by = (select me()));
create policy administered on undertaking for select to kb_app
  using (authority_of(engagement_id) in (select unnest(my_administered())));
create policy signed on undertaking for insert to kb_app
  with check (signed_by = (select me()) and engagement_id in (select unnest(my_unsigned())));

-- Units and ordinary employment need one administrator.
grant insert (id, secrecy_unit_id, kind, name, municipality_code, phone) on unit to kb_app;
grant update (name, phone, closed_on) on unit to kb_app;
create policy added on unit for insert to kb_app with check (
  secrecy_unit_id in (select w.id from secrecy_unit w where w.authority_id in (select unnest(my_administered()))));
create policy kept on unit for update to kb_app using (id in (select unnest(my_administered_units())));
grant insert on unit_serves to kb_app;
create policy added on unit_serves for insert to kb_app with check (unit_id in (select unnest(my_administered_units())));
grant insert (id, is_staff, given_name, family_name) on person to kb_app;
create policy employed on person for insert to kb_app
  with check (is_staff and protection = 'none' and cardinality((select my_administered())) > 0);
grant insert (id, person_id, unit_id, title, phone, valid_from, valid_to), update (title, phone) on engagement to kb_app;
create policy employed on engagement for insert to kb_app with check (unit_id in (select unnest(my_administered_units())));
create policy kept on engagement for update to kb_app using (unit_id in (select unnest(my_administered_units())));

call give_to_rules('{authority_of,left_without,holders_on}'::regproc[]::regprocedure[]);
call give_to_rules('{take_invitation,invited_to}'::regproc[]::regprocedure[], 'kb_app');
call give_to_rules(new_rules());
