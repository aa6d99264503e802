-- An organisation's own directory keeps its people here (SCIM 2.0, RFC 7643 and 7644), as one local administrator could by
-- hand: ordinary employment, and never a function. docs/decisions/0029.

create table scim_key (
  id uuid primary key,
  authority_id uuid not null references authority,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  made_by uuid not null references person,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz check (ended_at >= made_at)
);
create unique index one_scim_key on scim_key (authority_id) where ended_at is null;
comment on table scim_key is 'What the directory of an organisation shows. One holds at a time; of the token only the hash is here.';

create table directory_user (
  id uuid primary key,
  authority_id uuid not null references authority,
  engagement_id uuid not null references engagement,
  user_name text not null,
  external_id text,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  deleted_at timestamptz
);
create unique index one_directory_user on directory_user (authority_id, lower(user_name)) where deleted_at is null;
create index on directory_user (engagement_id);
comment on table directory_user is 'Somebody whom the directory keeps, and the employment that it made or changed last.';

-- The key that this is the token of, and whose it is; null: nobody's.
create function scim_key_of(token text) returns uuid stable security definer set search_path = '' language sql as $$
  select k.id from public.scim_key k
  where k.token_hash = token and k.ended_at is null and k.expires_at > public.asked_at()
$$;
create function scim_authority(token text) returns uuid stable security definer set search_path = '' language sql as $$
  select k.authority_id from public.scim_key k where k.id = public.scim_key_of(token)
$$;

create function works_for(person uuid, authority uuid, on_day date) returns boolean
stable security definer set search_path = '' language sql as $$
  select exists (select from public.engagement e join public.unit u on u.id = e.unit_id
      join public.secrecy_unit w on w.id = u.secrecy_unit_id
    where e.person_id = person and w.authority_id = authority and (e.valid_to is null or e.valid_to >= on_day))
$$;

-- The people whom the directory keeps; one of them, by id, by name, or by what the directory calls them.
create function scim_users(token text, wanted uuid, called text, external text)
returns table (id uuid, user_name text, external_id text, given_name text, family_name text, title text, phone text,
  unit_name text, active boolean, made_at timestamptz, changed_at timestamptz)
stable security definer set search_path = '' language sql as $$
  select s.id, s.user_name, s.external_id, p.given_name, p.family_name, e.title, e.phone, u.name,
    public.works_for(p.id, s.authority_id, public.asked_day()), s.made_at, s.changed_at
  from public.directory_user s join public.engagement e on e.id = s.engagement_id
    join public.person p on p.id = e.person_id join public.unit u on u.id = e.unit_id
  where s.authority_id = public.scim_authority(token) and s.deleted_at is null
    and (wanted is null or s.id = wanted)
    and (called is null or lower(s.user_name) = lower(called))
    and (external is null or s.external_id = external)
$$;

-- The unit that a directory means: by its name or its id, or the only one there is.
create function scim_unit(authority uuid, named text) returns uuid stable security definer set search_path = '' language sql as $$
  select case when count(*) = 1 then min(u.id::text)::uuid end
  from public.unit u join public.secrecy_unit w on w.id = u.secrecy_unit_id
  where w.authority_id = authority and (u.closed_on is null or u.closed_on > public.asked_day())
    and (named is null or lower(u.name) = lower(named) or u.id::text = lower(named))
$$;

-- What follows when an employment ends: by hand, or by a directory with the key that somebody made.
create function end_engagement(engagement uuid, last_day date, doer uuid) returns text
volatile security definer set search_path = '' language plpgsql as $$
declare
  the_authority uuid := public.authority_of(engagement);
  after timestamptz := ((last_day + 1) + time '12:00') at time zone 'Europe/Stockholm';
  refusal text;
begin
  perform pg_advisory_xact_lock(hashtextextended(the_authority::text, 24));
  refusal := public.left_without(engagement, last_day);
  if refusal is not null then return refusal; end if;
  begin
    update public.engagement e set valid_to = greatest(last_day, e.valid_from - 1) where e.id = engagement;
    if exists (select from public.responsibility r
        join public.unit u on u.id = r.unit_id join public.secrecy_unit w on w.id = u.secrecy_unit_id
        cross join public.last_days(the_authority, last_day) d (last)
      where w.authority_id = the_authority and upper_inf(r.during) and r.kind = 'best_interests_lead'
        and public.stands_for(r.engagement_id, r.unit_id,
          ((d.last + 1) + time '12:00') at time zone 'Europe/Stockholm', r.child_id) is null) then
      raise exception using errcode = 'KB001';
    end if;
    -- Nobody takes over children by ending a colleague's employment alone.
    if exists (select from public.responsibility r
        join public.engagement e on e.id = public.stands_for(r.engagement_id, r.unit_id, after, r.child_id)
      where r.engagement_id = end_engagement.engagement and upper_inf(r.during) and e.person_id = doer) then
      raise exception using errcode = 'KB002';
    end if;
  exception
    when sqlstate 'KB001' then return 'nobody-left';
    when sqlstate 'KB002' then return 'to-myself';
  end;
  update public.session s set ended_at = public.asked_at()
  where s.engagement_id = engagement and s.ended_at is null and last_day < public.asked_day();
  return 'ended';
end $$;
create or replace function end_employment(engagement uuid, last_day date) returns text
volatile security definer set search_path = '' language plpgsql as $$
begin
  if not coalesce(public.authority_of(engagement) = any (public.my_administered()), false) then return 'not-found'; end if;
  return public.end_engagement(engagement, last_day, public.me());
end $$;

-- Everything that somebody does in an organisation ends with today: it holds at the next request. Nothing, where one of it
-- may not end.
create function end_all(person uuid, authority uuid, token text) returns text
volatile security definer set search_path = '' language plpgsql as $$
declare
  today date := public.asked_day();
  doer uuid := (select k.made_by from public.scim_key k where k.id = public.scim_key_of(token));
  one uuid;
  said text;
begin
  for one in select e.id from public.engagement e join public.unit u on u.id = e.unit_id
      join public.secrecy_unit w on w.id = u.secrecy_unit_id
    where e.person_id = person and w.authority_id = authority and (e.valid_to is null or e.valid_to >= today)
    order by e.id
  loop
    said := public.end_engagement(one, today - 1, doer);
    if said <> 'ended' then return said; end if;
  end loop;
  return 'done';
end $$;

-- Somebody new, with a key of their own. Who they are comes from their first sign-in, as for everybody.
create function scim_add(token text, wanted uuid, person uuid, engagement uuid, called text, external text, given text,
  family text, unit text, does text, number text, works boolean, key_version int, wrapped_key bytea)
returns text volatile security definer set search_path = '' language plpgsql as $$
declare
  authority uuid := public.scim_authority(token);
  at_unit uuid := public.scim_unit(authority, unit);
  today date := public.asked_day();
begin
  if authority is null then return 'not-found'; end if;
  if at_unit is null then return 'no-unit'; end if;
  perform pg_advisory_xact_lock(hashtextextended(authority::text, 40));
  if exists (select from public.directory_user s
      where s.authority_id = authority and lower(s.user_name) = lower(called) and s.deleted_at is null) then
    return 'taken';
  end if;
  insert into public.person (id, is_staff, given_name, family_name) values (person, true, given, family);
  insert into public.subject_key (subject_id, kek_version, wrapped, made_at, compartment)
  values (person, key_version, wrapped_key, public.asked_at(), 'ordinary');
  insert into public.engagement (id, person_id, unit_id, title, phone, valid_from, valid_to)
  values (engagement, person, at_unit, does, number, today, case when works then null else today - 1 end);
  insert into public.directory_user (id, authority_id, engagement_id, user_name, external_id, made_at, changed_at)
  values (wanted, authority, engagement, called, external, public.asked_at(), public.asked_at());
  return 'done';
end $$;

-- Holds somebody until the request is over: what is read then is what is changed.
create function scim_hold(token text, wanted uuid) returns void volatile security definer set search_path = '' language sql as $$
  select from public.directory_user s
  where s.id = wanted and s.authority_id = public.scim_authority(token) and s.deleted_at is null for update
$$;

-- How somebody is to be from now on. Another unit is another employment; so is to come back. A name is changed only where
-- nobody else knows the person by it: whoever is a parent, or works elsewhere too, keeps theirs.
create function scim_change(token text, wanted uuid, engagement uuid, called text, external text, given text, family text,
  unit text, does text, number text, works boolean)
returns text volatile security definer set search_path = '' language plpgsql as $$
declare
  authority uuid := public.scim_authority(token);
  today date := public.asked_day();
  kept public.directory_user;
  now_at public.engagement;
  at_unit uuid;
  worked boolean;
  said text;
begin
  perform pg_advisory_xact_lock(hashtextextended(authority::text, 40));
  select * into kept from public.directory_user s
  where s.id = wanted and s.authority_id = authority and s.deleted_at is null for update;
  if kept.id is null then return 'not-found'; end if;
  if exists (select from public.directory_user s where s.authority_id = authority and s.deleted_at is null and s.id <> kept.id
      and lower(s.user_name) = lower(called)) then return 'taken'; end if;
  select * into now_at from public.engagement e where e.id = kept.engagement_id;
  at_unit := case when lower(unit) = (select lower(u.name) from public.unit u where u.id = now_at.unit_id) then now_at.unit_id
    else public.scim_unit(authority, unit) end;
  if at_unit is null then return 'no-unit'; end if;
  worked := public.works_for(now_at.person_id, authority, today);
  if not works then
    said := public.end_all(now_at.person_id, authority, token);
    if said <> 'done' then return said; end if;
  elsif at_unit <> now_at.unit_id and (now_at.valid_to is null or now_at.valid_to >= today) then
    said := public.end_engagement(now_at.id, today - 1,
      (select k.made_by from public.scim_key k where k.id = public.scim_key_of(token)));
    if said <> 'ended' then return said; end if;
  end if;
  if at_unit <> now_at.unit_id or (works and not worked) then
    if works and exists (select from public.unit u where u.id = at_unit and u.closed_on <= today) then return 'no-unit'; end if;
    if not public.may_be_employed(now_at.person_id) then return 'not-found'; end if;
    insert into public.engagement (id, person_id, unit_id, title, phone, valid_from, valid_to)
    values (engagement, now_at.person_id, at_unit, does, number, today, case when works then null else today - 1 end);
  else
    engagement := now_at.id;
    update public.engagement e set title = does, phone = number where e.id = now_at.id;
  end if;
  update public.person p set given_name = given, family_name = family
  where p.id = now_at.person_id and p.is_staff and p.protection = 'none'
    and not exists (select from public.guardianship g where g.person_id = p.id)
    and not exists (select from public.engagement e join public.unit u on u.id = e.unit_id
        join public.secrecy_unit w on w.id = u.secrecy_unit_id
      where e.person_id = p.id and w.authority_id <> authority);
  update public.directory_user s set engagement_id = engagement, user_name = called, external_id = external,
    changed_at = public.asked_at()
  where s.id = kept.id;
  return 'done';
end $$;

-- The directory keeps somebody no longer. What they have written here keeps their name.
create function scim_end(token text, wanted uuid) returns text
volatile security definer set search_path = '' language plpgsql as $$
declare
  authority uuid := public.scim_authority(token);
  kept public.directory_user;
  said text;
begin
  select * into kept from public.directory_user s
  where s.id = wanted and s.authority_id = authority and s.deleted_at is null for update;
  if kept.id is null then return 'not-found'; end if;
  said := public.end_all((select e.person_id from public.engagement e where e.id = kept.engagement_id), authority, token);
  if said = 'done' then
    update public.directory_user s set deleted_at = public.asked_at() where s.id = kept.id;
  end if;
  return said;
end $$;

-- The key itself is a local administrator's to make and to end. The one that was before ends with it.
create function make_scim_key(new_key uuid, authority uuid, token text, until timestamptz) returns boolean
volatile security definer set search_path = '' language plpgsql as $$
begin
  if not public.administers(authority) or until > public.asked_at() + interval '366 days' then return false; end if;
  perform pg_advisory_xact_lock(hashtextextended(authority::text, 40));
  if exists (select from public.scim_key k where k.id = new_key) then return false; end if;
  perform public.end_scim_key(authority);
  insert into public.scim_key (id, authority_id, token_hash, made_by, made_at, expires_at)
  values (new_key, authority, token, public.me(), public.asked_at(), until);
  return true;
end $$;
create function end_scim_key(authority uuid) returns void volatile security definer set search_path = '' language sql as $$
  update public.scim_key k set ended_at = public.asked_at()
  where k.authority_id = authority and k.ended_at is null and public.administers(authority)
$$;

-- The walls ------------------------------------------------------------------------------------------------------------------

alter table scim_key enable row level security, force row level security;
alter table directory_user enable row level security, force row level security;
do $$
declare t text;
begin
  foreach t in array '{scim_key,directory_user}'::text[] loop
    execute format('grant select, insert on %I to kb_rules', t);
    execute format('create policy rules_read on %I for select to kb_rules using (true)', t);
    execute format('create policy rules_add on %I for insert to kb_rules with check (true)', t);
    execute format('create policy rules_change on %I for update to kb_rules using (true)', t);
  end loop;
end $$;
grant update (ended_at) on scim_key to kb_rules;
grant update (engagement_id, user_name, external_id, changed_at, deleted_at) on directory_user to kb_rules;
grant insert, update (title, phone) on engagement to kb_rules;
create policy rules_employ on engagement for insert to kb_rules with check (true);
create policy rules_provide on person for insert to kb_rules with check (is_staff and protection = 'none');
create policy rules_rename on person for update to kb_rules
  using (is_staff and protection = 'none') with check (is_staff and protection = 'none');

-- An administrator sees that there is a key and until when, and whom the directory keeps; never the hash.
grant select (id, authority_id, made_by, made_at, expires_at, ended_at) on scim_key to kb_app;
create policy administered on scim_key for select to kb_app using (authority_id in (select unnest(my_administered())));
grant select (id, authority_id, engagement_id, user_name, deleted_at) on directory_user to kb_app;
create policy administered on directory_user for select to kb_app using (authority_id in (select unnest(my_administered())));
-- With a file in hand, an administrator notes whom it is about.
grant insert (id, authority_id, engagement_id, user_name, made_at, changed_at), update (engagement_id, changed_at)
  on directory_user to kb_app;
create policy noted on directory_user for insert to kb_app with check (authority_id in (select unnest(my_administered()))
  and authority_of(engagement_id) = authority_id and made_at = asked_at());
create policy noted_again on directory_user for update to kb_app using (authority_id in (select unnest(my_administered())))
  with check (authority_of(engagement_id) = authority_id);

call give_to_rules('{scim_authority,works_for,scim_unit,end_engagement,end_all}'::regproc[]::regprocedure[], '');
call give_to_rules('{scim_key_of,scim_users,scim_add,scim_hold,scim_change,scim_end,make_scim_key,end_scim_key}'::regproc[]::regprocedure[], 'kb_app');
