-- What an organisation has decided: whether the family reads names in the log of readers, who keeps the plan in law, and
-- how much is more than a day of work. A row for each decision, and the newest stands: nothing is overwritten. The operator
-- puts it in (npm run settings), and the log links it with everything else.

create type plan_keeper as enum ('best_interests_lead', 'collaboration_lead');
create table organisation_setting (
  authority_id uuid references authority,
  added_at timestamptz,
  shows_names boolean not null,
  plan_keeper plan_keeper not null,
  children_a_day int not null check (children_a_day between 1 and 400),
  exports_a_day int not null check (exports_a_day between 1 and 200),
  emergencies_a_day int not null check (emergencies_a_day between 1 and 30),
  decision text not null check (decision ~ '\S'),
  added_by text not null,
  primary key (authority_id, added_at)
);
comment on column organisation_setting.decision is 'Which decision it rests on: a number and a day, and nothing about people.';
comment on column organisation_setting.added_by is 'The login in the database of whoever put it in.';
insert into organisation_setting
  select authority_id, decided_at, shows_names, 'best_interests_lead', 40, 20, 3, 'Beslut före inställningarna', session_user
  from reader_log_setting;
drop table reader_log_setting;
-- What stands now, for the log of readers, which asks by this name.
create view reader_log_setting with (security_invoker = true) as
  select distinct on (authority_id) authority_id, shows_names from organisation_setting
  order by authority_id, added_at desc;

-- The numbers that hold for whoever asks, where the organisation has decided others than those of the application.
create function my_limits() returns table (children_a_day int, exports_a_day int, emergencies_a_day int)
stable security definer set search_path = '' language sql as $$
  select o.children_a_day, o.exports_a_day, o.emergencies_a_day
  from public.unit u
    join public.secrecy_unit s on s.id = u.secrecy_unit_id
    join public.organisation_setting o on o.authority_id = s.authority_id
  where u.id = public.my_unit()
  order by o.added_at desc limit 1
$$;

-- Who keeps the plan in law --------------------------------------------------------------------------------------------

-- From one version of the plan on. It moves nothing past a wall: who reads and writes goes by the plan's own unit.
create table plan_kept_by (
  child_id uuid,
  plan_id uuid,
  since timestamptz,
  secrecy_unit_id uuid not null references secrecy_unit,
  primary key (child_id, plan_id, since),
  foreign key (child_id, plan_id) references plan
);
comment on table plan_kept_by is 'Who keeps the plan in law, from the version that was made at this moment.';
insert into plan_kept_by select child_id, id, made_at, secrecy_unit_id from plan;

create function note_plan_keeper() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  the_plan public.plan;
  keeper uuid;
  latest public.plan_kept_by;
  at timestamptz;
begin
  select * into the_plan from public.plan p where p.child_id = new.child_id and p.id = new.plan_id;
  at := coalesce(public.asked_at(), the_plan.made_at);
  keeper := the_plan.secrecy_unit_id;
  if (select o.plan_keeper from public.secrecy_unit s join public.organisation_setting o on o.authority_id = s.authority_id
      where s.id = the_plan.secrecy_unit_id order by o.added_at desc limit 1) = 'collaboration_lead' then
    select u.secrecy_unit_id into keeper from public.responsibility r join public.unit u on u.id = r.unit_id
    where r.child_id = new.child_id and r.matter_id = the_plan.matter_id and r.kind = 'collaboration_lead' and r.during @> at;
    keeper := coalesce(keeper, the_plan.secrecy_unit_id);
  end if;
  select * into latest from public.plan_kept_by k
  where k.child_id = new.child_id and k.plan_id = new.plan_id order by k.since desc limit 1;
  if latest.secrecy_unit_id is distinct from keeper then
    insert into public.plan_kept_by values (new.child_id, new.plan_id, at, keeper)
      on conflict (child_id, plan_id, since) do update set secrecy_unit_id = excluded.secrecy_unit_id;
  end if;
  return new;
end $$;
create trigger keeper_in_law after insert or update of version on plan_head for each row execute function note_plan_keeper();

-- What the operator does -------------------------------------------------------------------------------------------------

-- Keeps the decision and its row in the log together. `event` and `digest` are of the row as the application makes them.
create function decide_settings(authority uuid, moment timestamptz, names boolean, keeper plan_keeper, children int,
  exports int, emergencies int, rests_on text, event uuid, event_digest bytea)
returns void volatile security definer set search_path = '' language plpgsql as $$
begin
  insert into public.organisation_setting
  values (authority, moment, names, keeper, children, exports, emergencies, rests_on, session_user);
  insert into public.audit_event (child_id, id, at, actor_id, engagement_id, act, outcome, object_id, request_id, digest)
  values ('00000000-0000-0000-0000-000000000000', event, moment, null, null, 'settings.decide', 'done', authority, event,
    event_digest);
end $$;
create function organisation_settings() returns table (id uuid, name text, added_at timestamptz, shows_names boolean,
  plan_keeper plan_keeper, children_a_day int, exports_a_day int, emergencies_a_day int, decision text, added_by text)
stable security definer set search_path = '' language sql as $$
  select a.id, a.name, o.added_at, o.shows_names, o.plan_keeper, o.children_a_day, o.exports_a_day, o.emergencies_a_day,
    o.decision, o.added_by
  from public.authority a left join public.organisation_setting o on o.authority_id = a.id
  order by a.name collate "sv-SE-x-icu", o.added_at
$$;

-- The walls ----------------------------------------------------------------------------------------------------------------

alter table organisation_setting enable row level security, force row level security;
alter table plan_kept_by enable row level security, force row level security;
grant select, insert on organisation_setting to kb_rules;
create policy rules_read on organisation_setting for select to kb_rules using (true);
create policy rules_add on organisation_setting for insert to kb_rules with check (true);
grant select on reader_log_setting to kb_rules;
grant select, insert, update (secrecy_unit_id) on plan_kept_by to kb_rules;
create policy rules_read on plan_kept_by for select to kb_rules using (true);
create policy rules_add on plan_kept_by for insert to kb_rules with check (true);
create policy rules_same_moment on plan_kept_by for update to kb_rules using (true);
grant insert on audit_event to kb_rules;
create policy decided on audit_event for insert to kb_rules with check (act = 'settings.decide' and actor_id is null);

-- Whoever reads the plan may know who keeps it, unless that is barred for them.
grant select on plan_kept_by to kb_app;
create policy of_the_plan on plan_kept_by for select to kb_app using (
  exists (select from plan p where p.child_id = plan_kept_by.child_id and p.id = plan_kept_by.plan_id));
create policy not_barred on plan_kept_by as restrictive for select to kb_app using (
  secrecy_unit_id not in (select u.secrecy_unit_id from unit u where u.id in (select unnest(my_barred_things()))));
call cover_for_retention('plan_kept_by');

call give_to_rules('{decide_settings,organisation_settings}'::regproc[]::regprocedure[], 'kb_owner');
call give_to_rules('{note_plan_keeper}'::regproc[]::regprocedure[], '');
call give_to_rules(new_rules());
