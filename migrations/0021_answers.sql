-- What somebody in the family is owed always has somebody who answers, and what an organisation has decided is bound in the
-- log with its values. docs/decisions/0017, 0018, 0005.

-- Settings ---------------------------------------------------------------------------------------------------------------

-- Each decision has a row of its own in the chain: the hash of what was decided, as canonical JSON.
alter table organisation_setting add column id uuid;
alter table organisation_setting add column digest bytea;
alter table organisation_setting no force row level security;
update organisation_setting set id = md5(authority_id::text || added_at)::uuid;
update organisation_setting o set digest = sha256(convert_to(format(
    '{"added_at":"%s","added_by":%s,"authority_id":"%s","children_a_day":%s,"decision":%s,"emergencies_a_day":%s,'
      '"exports_a_day":%s,"id":"%s","plan_keeper":"%s","shows_names":%s}',
    to_char(added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.')
      || rpad(part.of_second, greatest(3, length(part.of_second)), '0') || 'Z',
    to_json(added_by), authority_id, children_a_day, to_json(decision), emergencies_a_day, exports_a_day, id, plan_keeper,
    shows_names::text), 'UTF8'))
  from (select s.authority_id as a, s.added_at as m, rtrim(to_char(s.added_at at time zone 'UTC', 'US'), '0') as of_second
    from organisation_setting s) part
  where part.a = o.authority_id and part.m = o.added_at;
insert into audit_waiting (at, event_id, digest) select added_at, id, digest from organisation_setting;
alter table organisation_setting force row level security;
alter table organisation_setting alter column id set not null;
alter table organisation_setting alter column digest set not null;
alter table organisation_setting add unique (id);
comment on column organisation_setting.digest is 'The hash of the values, which stands in the chain under this id.';
grant select on organisation_setting to kb_audit;
create policy verifier_reads on organisation_setting for select to kb_audit using (true);

-- What is put in at the side of this function has no row in the chain, and is found by whoever verifies.
drop function decide_settings(uuid, timestamptz, boolean, plan_keeper, int, int, int, text, uuid, bytea);
create function decide_settings(authority uuid, moment timestamptz, names boolean, keeper plan_keeper, children int,
  exports int, emergencies int, rests_on text, event uuid, event_digest bytea, setting uuid, setting_digest bytea)
returns void volatile security definer set search_path = '' language plpgsql as $$
begin
  insert into public.organisation_setting values (authority, moment, names, keeper, children, exports, emergencies, rests_on,
    session_user, setting, setting_digest);
  insert into public.audit_waiting (at, event_id, digest) values (moment, setting, setting_digest);
  insert into public.audit_event (child_id, id, at, actor_id, engagement_id, act, outcome, object_id, request_id, digest)
  values ('00000000-0000-0000-0000-000000000000', event, moment, null, null, 'settings.decide', 'done', authority, event,
    event_digest);
end $$;
call give_to_rules('{decide_settings}'::regproc[]::regprocedure[], 'kb_owner');
