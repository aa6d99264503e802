-- The log proves itself. A sealer links each committed row into the chain of its organisation: gapless, each link with
-- the hash of the one before. Heads over all chains are signed with a key that the database does not have, and kept by
-- others. Links and heads are only ever added. docs/decisions/0011-the-log-proves-itself.md

-- What has been committed and not yet linked. Filled by a trigger, so that no row can be forgotten; emptied by the sealer.
create table audit_waiting (
  at timestamptz,
  event_id uuid,
  engagement_id uuid,
  digest bytea not null,
  primary key (at, event_id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- One chain for each authority, and one for those who act for none: families, and whoever is not signed in (the nil id).
-- A link outlives its row, so it holds no id of a child.
create table audit_link (
  chain_id uuid,
  seq bigint check (seq > 0),
  at timestamptz not null,
  event_id uuid not null,
  digest bytea not null,
  sealed_at timestamptz not null,
  hash bytea not null,
  primary key (chain_id, seq),
  unique (at, event_id)
);

create table audit_head (
  number int primary key check (number > 0),
  made_at timestamptz not null,
  previous text not null,
  root text not null,
  chains jsonb not null,
  key text not null,
  signature text not null
);

-- Expired months that have been dropped. Each is itself linked into the chain of nobody.
create table audit_drop (
  id uuid primary key,
  month date not null unique check (extract(day from month) = 1),
  rows bigint not null,
  at timestamptz not null,
  digest bytea not null
);

-- Rows come in the order of time, so this index grows at its end only; links are found by it, and months.
create index on audit_event (at, id);

-- As in the digest of a row: canonical JSON (RFC 8785), in which what is empty does not stand.
create function audit_time(at timestamptz) returns text stable language sql as
  $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- Rows from before the chain get their digest in canonical form, and wait for the sealer like all others.
alter table audit_event no force row level security;
alter table audit_subject no force row level security;
update audit_event e set digest = sha256(convert_to('{' || concat_ws(',',
    '"act":' || to_json(act), '"actor_id":"' || actor_id || '"', '"at":"' || audit_time(at) || '"',
    '"child_id":"' || child_id || '"',
    (select '"children":[' || string_agg('"' || s.child_id || '"', ',' order by s.child_id) || ']'
      from audit_subject s where s.event_id = e.id),
    '"engagement_id":"' || engagement_id || '"', '"id":"' || id || '"', '"object_id":"' || object_id || '"',
    '"outcome":' || to_json(outcome), '"request_id":"' || request_id || '"') || '}', 'UTF8'));
insert into audit_waiting (at, event_id, engagement_id, digest)
  select at, id, engagement_id, digest from audit_event;
alter table audit_event force row level security;
alter table audit_subject force row level security;

do $$
declare t text;
begin
  foreach t in array '{audit_waiting,audit_link,audit_head,audit_drop}'::text[] loop
    execute format('alter table %I enable row level security, force row level security', t);
  end loop;
end $$;

create function wait_for_seal() returns trigger security definer set search_path = '' language plpgsql as $$
declare engagement uuid;
begin
  if tg_table_name = 'audit_event' then engagement := new.engagement_id; end if;
  insert into public.audit_waiting (at, event_id, engagement_id, digest) values (new.at, new.id, engagement, new.digest);
  return null;
end $$;
create trigger waits_for_seal after insert on audit_event for each row execute function wait_for_seal();
create trigger waits_for_seal after insert on audit_drop for each row execute function wait_for_seal();

-- Links what waits, at most so many, and tells how many. One at a time: another sealer at work makes this one answer 0.
-- A row that commits late still waits here and is linked then: the order of a chain is the order of sealing.
create function seal_audit(moment timestamptz, at_most int)
returns int volatile security definer set search_path = '' language plpgsql as $$
declare
  waiting record;
  sealed_at text := public.audit_time(moment);
  chain uuid;
  seq bigint;
  last_hash bytea;
  linked int := 0;
begin
  if not pg_try_advisory_xact_lock(717269) then return 0; end if;
  for waiting in
    with taken as (
      delete from public.audit_waiting w
      using (select f.at, f.event_id from public.audit_waiting f order by f.at, f.event_id limit at_most) first
      where w.at = first.at and w.event_id = first.event_id
      returning w.at, w.event_id, w.engagement_id, w.digest)
    select coalesce(s.authority_id, '00000000-0000-0000-0000-000000000000') as chain_id, t.at, t.event_id, t.digest,
      public.audit_time(t.at) as at_text
    from taken t
      left join public.engagement e on e.id = t.engagement_id
      left join public.unit u on u.id = e.unit_id
      left join public.secrecy_unit s on s.id = u.secrecy_unit_id
    order by 1, t.at, t.event_id
  loop
    if chain is distinct from waiting.chain_id then
      chain := waiting.chain_id;
      select l.seq, l.hash into seq, last_hash from public.audit_link l where l.chain_id = chain order by l.seq desc limit 1;
      if not found then seq := 0; last_hash := ''; end if;
    end if;
    seq := seq + 1;
    last_hash := sha256(convert_to(format(
      '{"at":"%s","chain":"%s","digest":"%s","event":"%s","previous":"%s","sealed_at":"%s","seq":%s}',
      waiting.at_text, chain, encode(waiting.digest, 'hex'), waiting.event_id, encode(last_hash, 'hex'), sealed_at, seq),
      'UTF8'));
    insert into public.audit_link (chain_id, seq, at, event_id, digest, sealed_at, hash)
    values (chain, seq, waiting.at, waiting.event_id, waiting.digest, moment, last_hash);
    linked := linked + 1;
  end loop;
  return linked;
end $$;

-- The end of every chain, for a new head. Whoever asks is alone until the transaction ends.
create function audit_chain_ends() returns table (chain_id uuid, seq bigint, hash bytea)
volatile security definer set search_path = '' language plpgsql as $$
begin
  perform pg_advisory_xact_lock(717270);
  return query
    select c.id, l.seq, l.hash
    from (select a.id from public.authority a union all select '00000000-0000-0000-0000-000000000000') c
      cross join lateral (select k.seq, k.hash from public.audit_link k where k.chain_id = c.id
        order by k.seq desc limit 1) l
    order by c.id;
end $$;

create function add_audit_head(number int, made_at timestamptz, previous text, root text, chains jsonb, key text,
  signature text) returns void volatile security definer set search_path = '' language plpgsql as $$
begin
  if number <> coalesce((select max(h.number) from public.audit_head h), 0) + 1 then
    raise exception 'heads follow on each other' using errcode = '23514';
  end if;
  insert into public.audit_head values (number, made_at, previous, root, chains, key, signature);
end $$;

-- What anybody may fetch and keep: not how long the chains are, which would tell when an organisation is at work.
create function audit_heads(after_number int, at_most int)
returns table (number int, made_at timestamptz, previous text, root text, key text, signature text)
stable security definer set search_path = '' language plpgsql as $$
begin
  return query
    select h.number, h.made_at, h.previous, h.root, h.key, h.signature from public.audit_head h
    where h.number > coalesce(after_number, (select max(n.number) from public.audit_head n) - at_most)
    order by h.number limit at_most;
end $$;

-- The newest signed head is the clock: what is older than five years by it has expired, month by month (UTC).
create function audit_expired_before() returns timestamptz stable security definer set search_path = '' language plpgsql as $$
begin
  return (select date_trunc('month', h.made_at at time zone 'UTC' - interval '5 years') at time zone 'UTC'
    from public.audit_head h order by h.number desc limit 1);
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to kb_rules;
  for f in select oid::regprocedure from pg_proc where pronamespace = 'public'::regnamespace and proname in
    ('wait_for_seal', 'seal_audit', 'audit_chain_ends', 'add_audit_head', 'audit_heads', 'audit_expired_before') loop
    execute format('alter function %s owner to kb_rules', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to kb_app, kb_owner', f);
  end loop;
  revoke create on schema public from kb_rules;
end $$;
grant execute on function audit_expired_before() to kb_retention;

-- The sealer's functions, and nothing that the application can reach by itself.
grant select, insert, delete on audit_waiting to kb_rules;
create policy sealer_waits on audit_waiting to kb_rules using (true) with check (true);
grant select, insert on audit_link, audit_head to kb_rules;
grant select on authority, secrecy_unit to kb_rules;
do $$
declare t text;
begin
  foreach t in array '{audit_link,audit_head}'::text[] loop
    execute format('create policy sealer_adds on %I for insert to kb_rules with check (true)', t);
  end loop;
  foreach t in array '{audit_link,audit_head,authority,secrecy_unit}'::text[] loop
    execute format('create policy sealer_reads on %I for select to kb_rules using (true)', t);
  end loop;
  -- Whoever verifies reads the log and its chain, and nothing else: there is no name and no case in them.
  foreach t in array '{audit_event,audit_subject,audit_waiting,audit_link,audit_head,audit_drop}'::text[] loop
    execute format('grant select on %I to kb_audit', t);
    execute format('create policy verifier_reads on %I for select to kb_audit using (true)', t);
  end loop;
end $$;

-- Retention takes away what has expired and is linked, a whole month at a time, and leaves a row that says so.
grant select on audit_event, audit_subject, audit_link to kb_retention;
grant select, insert on audit_drop to kb_retention;
grant delete on audit_event, audit_subject to kb_retention;
create policy retention_reads on audit_event for select to kb_retention using (true);
create policy retention_reads on audit_subject for select to kb_retention using (true);
create policy retention_reads on audit_link for select to kb_retention using (true);
create policy retention_reads on audit_drop for select to kb_retention using (true);
create policy expired on audit_event for delete to kb_retention using (
  at < (select audit_expired_before())
  and exists (select from audit_link l where l.at = audit_event.at and l.event_id = audit_event.id));
create policy of_nothing on audit_subject for delete to kb_retention using (
  not exists (select from audit_event e where e.id = audit_subject.event_id));
create policy expired on audit_drop for insert to kb_retention with check (
  (month + interval '1 month') at time zone 'UTC' <= (select audit_expired_before()));

create function drop_audit_month(first_day date, moment timestamptz, drop_id uuid)
returns bigint volatile language plpgsql as $$
declare
  begins timestamptz := first_day::timestamp at time zone 'UTC';
  ends timestamptz := (first_day + interval '1 month') at time zone 'UTC';
  gone bigint;
begin
  if ends > audit_expired_before() is not false or moment < ends + interval '5 years' then
    raise exception 'the log is kept for five years' using errcode = '23514';
  end if;
  delete from audit_event e where e.at >= begins and e.at < ends;
  get diagnostics gone = row_count;
  delete from audit_subject s where not exists (select from audit_event e where e.id = s.event_id);
  insert into audit_drop (id, month, rows, at, digest)
  values (drop_id, first_day, gone, moment, sha256(convert_to(format(
    '{"at":"%s","id":"%s","month":"%s","rows":%s}', audit_time(moment), drop_id, first_day, gone), 'UTF8')));
  return gone;
end $$;
revoke execute on function drop_audit_month(date, timestamptz, uuid) from public;
grant execute on function drop_audit_month(date, timestamptz, uuid) to kb_retention;
