-- Bright moments: what went well, in a few words, by anybody in the plan. The child sees them first. docs/decisions/0041.

create table bright_moment (
  child_id uuid,
  plan_id uuid,
  id uuid,
  body bytea not null,
  is_child boolean not null,
  unit_id uuid references unit,
  written_by uuid not null references person,
  written_at timestamptz not null,
  opens_on date not null,
  taken_back_at timestamptz,
  primary key (child_id, plan_id, id),
  foreign key (child_id, plan_id) references plan
);
comment on column bright_moment.opens_on is 'From when others than the child and the writer see it: a day that is known when it is written, so that it tells nobody when the child has looked.';
comment on column bright_moment.unit_id is 'Where the writer works; none in the family.';

alter table bright_moment enable row level security, force row level security;
grant select, insert, update (taken_back_at) on bright_moment to kb_app;

-- As far as the plan reaches: all of it, or, with a part of one's own, what comes from the own unit. What has been taken back
-- only the writer has.
create policy readers on bright_moment for select to kb_app using (
  (plan_id in (select unnest(my_kept_plans() || my_party_plans('{whole}')))
    or (plan_id in (select unnest(my_party_plans('{own}')))
      and (unit_id = (select my_unit()) or written_by = (select me()))))
  and (written_by = (select me()) or (taken_back_at is null
    and (opens_on <= (select asked_day()) or child_id in (select id from child where person_id = (select me()))))));
create policy not_barred on bright_moment as restrictive for select to kb_app using (
  id not in (select unnest(my_barred_things())) and plan_id not in (select unnest(my_barred_things()))
  and (unit_id is null or unit_id not in (select unnest(my_barred_things()))));
create policy mine on bright_moment for insert to kb_app with check (
  written_by = (select me()) and written_at = asked_at() and taken_back_at is null
  and unit_id is not distinct from (select my_unit())
  and plan_id in (select unnest(my_kept_plans() || my_party_plans('{whole,own}')))
  and exists (select from plan p where p.child_id = bright_moment.child_id and p.id = plan_id and p.ended_at is null)
  and is_child = (child_id in (select id from child where person_id = (select me())))
  and (is_child or opens_on > (select asked_day())));
create policy taken_back on bright_moment for update to kb_app
  using (written_by = (select me())) with check (taken_back_at = asked_at());
call cover_for_retention('bright_moment');

-- Part of an extract, like the plan's own texts.
grant select on bright_moment to kb_rules;
create policy rules_read on bright_moment for select to kb_rules using (true);
call rewrite('extract_rows(uuid, uuid)', 'select ''follow_up'', f.id,', 'select ''bright_moment'', b.id, ''bright_moment'', b.id::text,
      ''body'', 1, b.body, b.written_at, b.written_by, b.unit_id, false, array[b.id, b.unit_id], to_jsonb(b) - ''body''
    from kept_plan l join public.bright_moment b on b.child_id = l.child_id and b.plan_id = l.id
    union all
    select ''follow_up'', f.id,');

alter table reading_act no force row level security;
insert into reading_act values ('bright.open', 'bright', 'plan');
alter table reading_act force row level security;
