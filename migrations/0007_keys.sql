-- The subjects' keys: rewrapped while the program runs, kept apart from the content, and destroyed for good.
-- None of these functions is for the program's own role: they belong to the commands for the keys, and to retention.

-- Whose key is destroyed. The random id only: so that no older copy of the keys brings the subject back.
create table shredded_subject (
  subject_id uuid primary key,
  shredded_at timestamptz not null
);
alter table shredded_subject enable row level security, force row level security;

grant select, insert on shredded_subject to kb_rules;
grant update (kek_version, wrapped), insert, delete on subject_key to kb_rules;
create policy rules_read on shredded_subject for select to kb_rules using (true);
create policy rules_add on shredded_subject for insert to kb_rules with check (true);
create policy rules_add on subject_key for insert to kb_rules with check (true);
create policy rules_rewrap on subject_key for update to kb_rules using (true);
create policy rules_shred on subject_key for delete to kb_rules using (true);

-- How many keys each version has wrapped.
create function key_versions_in_use() returns table (kek_version int, subjects bigint)
stable security definer set search_path = '' language sql as $$
  select k.kek_version, count(*) from public.subject_key k group by k.kek_version order by k.kek_version
$$;

-- The keys in the order of their subjects, some at a time; `but_version` leaves out those that it has wrapped.
create function subject_keys_after(previous uuid, most int, but_version int default null)
returns table (subject_id uuid, kek_version int, wrapped bytea, made_at timestamptz)
stable security definer set search_path = '' language sql as $$
  select k.subject_id, k.kek_version, k.wrapped, k.made_at from public.subject_key k
  where k.subject_id > previous and k.kek_version is distinct from but_version
  order by k.subject_id limit most
$$;

-- Puts each key in place, if it still is as it was read: one that was shredded meanwhile stays away. Bytes in base64.
create function rewrap_subject_keys(keys jsonb) returns bigint
volatile security definer set search_path = '' language sql as $$
  with done as (
    update public.subject_key k set kek_version = r.version, wrapped = decode(r.wrapped, 'base64')
    from jsonb_to_recordset(keys) r (subject uuid, was text, version int, wrapped text)
    where k.subject_id = r.subject and k.wrapped = decode(r.was, 'base64') returning 1)
  select count(*) from done
$$;

-- Destroys a subject's key: nothing that was sealed with it is readable from now on. False: there was none.
create function shred_subject(subject uuid, moment timestamptz) returns boolean
volatile security definer set search_path = '' language plpgsql as $$
declare gone boolean;
begin
  delete from public.subject_key k where k.subject_id = subject;
  gone := found;
  insert into public.shredded_subject values (subject, moment) on conflict do nothing;
  return gone;
end $$;

create function shredded_subjects() returns setof public.shredded_subject
stable security definer set search_path = '' language sql as $$
  select * from public.shredded_subject order by subject_id
$$;

-- After an older copy of the content has been put back, the newest copy of the keys goes over it: part by part.
create function restore_subject_keys(keys jsonb) returns void
volatile security definer set search_path = '' language sql as $$
  insert into public.subject_key (subject_id, kek_version, wrapped, made_at)
  select r.subject, r.version, decode(r.wrapped, 'base64'), r.made
  from jsonb_to_recordset(keys) r (subject uuid, version int, wrapped text, made timestamptz)
  where not exists (select from public.shredded_subject s where s.subject_id = r.subject)
  on conflict (subject_id) do update set kek_version = excluded.kek_version, wrapped = excluded.wrapped
$$;

grant create on schema public to kb_rules;
do $$
declare f regprocedure;
begin
  foreach f in array '{key_versions_in_use(),"subject_keys_after(uuid,integer,integer)",rewrap_subject_keys(jsonb),
    "shred_subject(uuid,timestamptz)",shredded_subjects(),restore_subject_keys(jsonb)}'::regprocedure[] loop
    execute format('alter function %s owner to kb_rules', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to kb_owner', f);
  end loop;
end $$;
revoke create on schema public from kb_rules;
