-- What has begun in a municipality, and a rule of the ladder bound in the log with its values. docs/decisions/0034.

-- All that can begin later than the rest. What protects somebody has no name here.
create type municipal_function as enum ('unnamed_question', 'answer_link', 'handover');
create table municipal_decision (
  id uuid primary key,
  municipality_code text not null references municipality,
  added_at timestamptz not null,
  waits municipal_function[] not null,
  decision text not null check (decision ~ '\S'),
  added_by text not null,
  digest bytea not null,
  unique (municipality_code, added_at)
);
comment on table municipal_decision is 'Of a municipality''s decisions the newest holds. One that has decided nothing has begun with everything.';
comment on column municipal_decision.waits is 'What has not begun there.';
create view not_begun with (security_invoker = true) as
  select distinct on (municipality_code) municipality_code, waits from municipal_decision
  order by municipality_code, added_at desc;

alter table municipal_decision enable row level security, force row level security;
grant select (municipality_code, added_at, waits) on municipal_decision to kb_app;
grant select on not_begun to kb_app;
create policy read_all on municipal_decision for select to kb_app using (true);
grant select, insert on municipal_decision to kb_rules;
create policy rules_read on municipal_decision for select to kb_rules using (true);
create policy rules_add on municipal_decision for insert to kb_rules with check (true);
create policy rules_read on municipality for select to kb_rules using (true);
grant select on municipal_decision, ladder_rule to kb_audit;
create policy verifier_reads on municipal_decision for select to kb_audit using (true);
create policy verifier_reads on ladder_rule for select to kb_audit using (true);

-- The decision, the hash of its values and its row in the log, together.
create function decide_functions(wanted uuid, place text, not_yet municipal_function[], rests_on text, moment timestamptz,
  event uuid, event_digest bytea, values_digest bytea)
returns void volatile security definer set search_path = '' language plpgsql as $$
begin
  insert into public.municipal_decision values (wanted, place, moment, not_yet, rests_on, session_user, values_digest);
  insert into public.audit_waiting (at, event_id, digest) values (moment, wanted, values_digest);
  insert into public.audit_event (child_id, id, at, actor_id, engagement_id, act, outcome, object_id, request_id, digest)
  values ('00000000-0000-0000-0000-000000000000', event, moment, null, null, 'settings.decide', 'done', wanted, event,
    event_digest);
end $$;
create function municipal_decisions()
returns table (code text, name text, added_at timestamptz, waits municipal_function[], decision text, added_by text)
stable security definer set search_path = '' language sql as $$
  select m.code, m.name, d.added_at, d.waits, d.decision, d.added_by
  from public.municipality m left join public.municipal_decision d on d.municipality_code = m.code
  order by m.name collate "sv-SE-x-icu", d.added_at
$$;

-- A rule has a row of its own in the chain: the hash of its values, as canonical JSON. The five that every county begins with
-- are known by the verifier itself.
alter table ladder_rule add column digest bytea;
alter table ladder_rule no force row level security;
update ladder_rule r set digest = sha256(convert_to(format(
    '{"added_at":"%s","added_by":%s,"id":"%s","kinds":%s,"source":%s,"stage":"%s","until_age":%s,"valid_from":"%s"}',
    to_char(r.added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), to_json(r.added_by), r.id,
    replace(to_json(r.kinds::text[])::text, ', ', ','), to_json(r.source), r.stage, r.until_age, r.valid_from), 'UTF8'))
  where r.id <> md5('ladder ' || r.stage)::uuid;
insert into audit_waiting (at, event_id, digest)
  select date_trunc('milliseconds', added_at), id, digest from ladder_rule where digest is not null;
alter table ladder_rule force row level security;
comment on column ladder_rule.digest is 'The hash of the values, which stands in the chain under this id.';

drop function decide_ladder(uuid, ladder_stage, date, unit_kind[], int, text, timestamptz, uuid, bytea);
create function decide_ladder(rule uuid, for_stage ladder_stage, from_day date, who unit_kind[], age int, rests_on text,
  moment timestamptz, event uuid, event_digest bytea, values_digest bytea)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
  if from_day < (moment at time zone 'Europe/Stockholm')::date then return false; end if;
  insert into public.ladder_rule values (rule, for_stage, from_day, who, age, rests_on, moment, session_user, values_digest);
  insert into public.audit_waiting (at, event_id, digest) values (moment, rule, values_digest);
  insert into public.audit_event (child_id, id, at, actor_id, engagement_id, act, outcome, object_id, request_id, digest)
  values ('00000000-0000-0000-0000-000000000000', event, moment, null, null, 'settings.decide', 'done', rule, event,
    event_digest);
  return true;
end $$;
call give_to_rules('{decide_functions,municipal_decisions,decide_ladder}'::regproc[]::regprocedure[], 'kb_owner');
