-- An organisation begins with two administrators, whom the operator notes by name. They keep all the rest themselves, and
-- nobody is added beside them from outside once one of them has come in. docs/decisions/0019.

-- An invitation from the operator is made by nobody who is a person here.
alter table invitation alter column made_by drop not null;

-- `wanted` is the operator's file, `ids` are for what is new, `codes` the hashes of the two links. `event` and `event_digest`
-- are of the row in the log as the application makes it. Answers 'done', or why not.
create function found_organisation(wanted jsonb, ids uuid[], codes text[], wrapped_keys bytea[], key_versions int[],
  moment timestamptz, until timestamptz, event uuid, event_digest bytea)
returns text volatile security definer set search_path = '' language plpgsql as $$
declare
  today date := (moment at time zone 'Europe/Stockholm')::date;
  the_authority uuid := ids[1];
  the_wall uuid;
  the_unit uuid;
  place text := wanted ->> 'municipality';
  who jsonb;
begin
  perform public.refuse_sessions();
  perform pg_advisory_xact_lock(hashtextextended(wanted ->> 'name', 24));
  if exists (select from public.authority a where a.name = wanted ->> 'name' and a.id <> the_authority) then return 'again'; end if;
  if exists (select from public.authority_function f join public.engagement e on e.id = f.engagement_id
      join public.identity i on i.person_id = e.person_id
    where f.authority_id = the_authority and f.kind = 'local_administrator' and (f.valid_to is null or f.valid_to >= today)
      and (e.valid_to is null or e.valid_to >= today)) then return 'has-administrators'; end if;
  insert into public.municipality values (place, wanted ->> 'municipalityName') on conflict do nothing;
  insert into public.authority (id, kind, name, municipality_code)
  values (the_authority, (wanted ->> 'kind')::public.authority_kind, wanted ->> 'name', place) on conflict do nothing;
  select w.id into the_wall from public.secrecy_unit w where w.authority_id = the_authority and w.name = wanted ->> 'part';
  if the_wall is null then
    the_wall := ids[2];
    insert into public.secrecy_unit (id, authority_id, kind, name)
    values (the_wall, the_authority, (wanted ->> 'secrecy')::public.secrecy_kind, wanted ->> 'part');
  end if;
  select u.id into the_unit from public.unit u where u.secrecy_unit_id = the_wall and u.name = wanted ->> 'unit';
  if the_unit is null then
    the_unit := ids[3];
    insert into public.unit (id, secrecy_unit_id, kind, name, municipality_code)
    values (the_unit, the_wall, (wanted ->> 'unitKind')::public.unit_kind, wanted ->> 'unit', place);
    insert into public.unit_serves (unit_id, municipality_code) values (the_unit, place);
  end if;
  -- Those who were noted before and have never come in: their links stop, and what they would have been.
  update public.invitation i set expires_at = moment
  where i.authority_id = the_authority and i.made_by is null and i.used_at is null and i.expires_at > moment;
  update public.engagement e set valid_to = greatest(today - 1, e.valid_from - 1) where e.id in (
    select f.engagement_id from public.authority_function f where f.authority_id = the_authority
      and f.kind = 'local_administrator' and (f.valid_to is null or f.valid_to >= today));
  update public.authority_function f set valid_to = greatest(today - 1, f.valid_from - 1)
  where f.authority_id = the_authority and f.kind = 'local_administrator' and (f.valid_to is null or f.valid_to >= today);
  for n in 0..1 loop
    who := wanted -> 'administrators' -> n;
    insert into public.person (id, is_staff, given_name, family_name)
    values (ids[4 + n], true, who ->> 'given', who ->> 'family');
    insert into public.subject_key (subject_id, kek_version, wrapped, made_at, compartment)
    values (ids[4 + n], key_versions[1 + n], wrapped_keys[1 + n], moment, 'ordinary');
    insert into public.engagement (id, person_id, unit_id, title, valid_from)
    values (ids[6 + n], ids[4 + n], the_unit, who ->> 'title', today);
    insert into public.authority_function (authority_id, kind, engagement_id, valid_from)
    values (the_authority, 'local_administrator', ids[6 + n], today);
    insert into public.invitation (id, authority_id, engagement_id, code_hash, made_at, expires_at)
    values (ids[8 + n], the_authority, ids[6 + n], codes[1 + n], moment, until);
  end loop;
  insert into public.audit_event (child_id, id, at, actor_id, engagement_id, act, outcome, object_id, request_id, digest)
  values ('00000000-0000-0000-0000-000000000000', event, moment, null, null, 'organisation.found', 'done', the_authority,
    event, event_digest);
  return 'done';
end $$;

grant insert on municipality, authority, secrecy_unit, unit, unit_serves, invitation to kb_rules;
grant select on municipality to kb_rules;
grant update (expires_at) on invitation to kb_rules;
do $$
declare t text;
begin
  foreach t in array '{municipality,authority,secrecy_unit,unit,unit_serves,invitation}'::text[] loop
    execute format('create policy rules_found on %I for insert to kb_rules with check (true)', t);
  end loop;
end $$;
create policy founded on audit_event for insert to kb_rules with check (act = 'organisation.found' and actor_id is null);
call give_to_rules('{found_organisation}'::regproc[]::regprocedure[], 'kb_owner');
