-- Holes that were known: what the walls held back only because the application did not ask. docs/security.md.

-- A plan's version is for those who write it -------------------------------------------------------------------------

-- What a party reads begins with a moment, not with a number that counts what it must not know of. Narrowing keeps it.
alter table access_grant add column reads_from timestamptz;
alter table access_grant alter column reads_from type timestamptz using case kind when 'party' then decided_at end;
alter table access_grant drop column from_plan_version; -- and the check that named it
alter table access_grant add constraint what_is_given check (case kind
  when 'item_version' then item_id is not null and item_version is not null and part is null
  else item_id is null and item_version is null and part is not null and reads_from is not null end);

-- Which version somebody answered is told by when; the number told how many there had been.
alter table agreement drop column plan_version;

-- A part's seal names a number of its own, by chance. Parts that were sealed before keep the one that they were sealed with.
alter table plan_part add column seal int;
alter table plan_part alter column seal type int using from_version;
alter table plan_part alter column seal set not null;
alter table plan_part add unique (child_id, plan_id, part_id, seal);
comment on column plan_part.seal is 'Bound into the sealed body. Drawn by chance: it counts nothing.';

-- Nobody asks for the numbers: the walls do.
revoke select on plan_part from kb_app;
grant select (child_id, plan_id, part_id, made_at, to_at, kind, goal_id, areas, unit_id, engagement_id, starts_on, ends_on,
  state, body, written_by, written_at, seal) on plan_part to kb_app;
grant select (to_at, seal) on plan_part to kb_rules;

-- from_version is no number of the plan's any longer, and always 1: other walls stand on the function's form.
create or replace function my_parts() returns table (child_id uuid, keeper_id uuid, part party_part, from_version int)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  unit uuid := public.my_unit();
  mine uuid[] := public.assigned_children('{work,party}');
begin
  if mine = '{}' then return; end if;
  return query select g.child_id, g.from_secrecy_unit_id, g.part, 1
    from public.access_grant g
    where g.to_unit_id = unit and g.kind = 'party' and g.child_id = any (mine) and public.grant_lives(g);
end $$;

drop policy let_in on plan_part;
drop function my_party_plan_parts();
-- What my part reaches: what stood in the plan when it began, and after; all of it or what my own unit does.
create function my_party_plan_parts() returns table (plan_id uuid, part_id uuid, seal int)
stable security definer set search_path = '' language plpgsql rows 50 as $$
declare
  unit uuid := public.my_unit();
  mine uuid[] := public.assigned_children('{work,party}');
begin
  if unit is null or mine = '{}' then return; end if;
  return query select pp.plan_id, pp.part_id, pp.seal
    from public.access_grant g
      join public.plan p on p.child_id = g.child_id and p.secrecy_unit_id = g.from_secrecy_unit_id
      join public.plan_part pp on pp.child_id = p.child_id and pp.plan_id = p.id
    where g.to_unit_id = unit and g.kind = 'party' and g.child_id = any (mine) and public.grant_lives(g)
      and (g.part = 'whole' or pp.unit_id = unit) and (pp.to_at is null or pp.to_at > g.reads_from);
end $$;
create policy let_in on plan_part for select to kb_app using (
  (plan_id, part_id, seal) in (select p.plan_id, p.part_id, p.seal from my_party_plan_parts() p));

-- What a unit is called, and its numbers, are asked for through a view -------------------------------------------------

-- A view of the rules' own: the application reads names through it and not in the tables. In a request about a child whose
-- place is hidden, unit_here and engagement_here say what they said before.
create or replace view unit_here with (security_invoker = false) as
  select u.id, u.secrecy_unit_id, u.kind,
    case when v.veiled and u.id is distinct from (select place_i_know()) then place_word(u.kind) else u.name end as name,
    case when v.veiled then null else u.municipality_code end as municipality_code,
    case when v.veiled and u.id is distinct from (select place_i_know()) then null else u.phone end as phone
  from unit u cross join lateral (select (select is_veiled()) as veiled) v;
create or replace view engagement_here with (security_invoker = false) as
  select e.id, e.person_id, e.unit_id, e.title,
    case when (select is_veiled()) and e.unit_id is distinct from (select place_i_know()) then null else e.phone end as phone,
    e.valid_from, e.valid_to
  from engagement e where (select me()) is not null;
-- All units by name: for those who choose among them, and about one's own work. Whoever asks says so by its name.
create view unit_directory as
  select u.id, u.secrecy_unit_id, u.kind, u.name, u.municipality_code, u.phone from unit u;
grant create on schema public to kb_rules;
alter view unit_here owner to kb_rules;
alter view engagement_here owner to kb_rules;
alter view unit_directory owner to kb_rules;
revoke create on schema public from kb_rules;
grant select on unit_here, engagement_here, unit_directory to kb_app;

revoke select on unit, engagement from kb_app;
grant select (id, secrecy_unit_id, kind) on unit to kb_app;
grant select (id, person_id, unit_id, title, valid_from, valid_to) on engagement to kb_app;

-- Whom a child leans on is kept by the unit that wrote it down -----------------------------------------------------------

alter table important_adult add column secrecy_unit_id uuid references secrecy_unit;
do $$
declare
  t text;
  walls text[] := '{important_adult,matter,responsibility,unit,engagement}';
begin
  foreach t in array walls loop
    execute format('alter table %I no force row level security', t);
  end loop;
  update important_adult a set secrecy_unit_id = coalesce(
    (select u.secrecy_unit_id from responsibility r join unit u on u.id = r.unit_id
      where r.child_id = a.child_id and r.kind = 'best_interests_lead' and r.during @> a.added_at limit 1),
    (select m.secrecy_unit_id from matter m where m.child_id = a.child_id order by m.opened_at desc limit 1),
    (select u.secrecy_unit_id from engagement e join unit u on u.id = e.unit_id
      where e.person_id = a.added_by order by e.valid_from desc limit 1));
  foreach t in array walls loop
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
alter table important_adult add constraint important_adult_has_keeper check (secrecy_unit_id is not null);
comment on column important_adult.secrecy_unit_id is 'Who keeps it: set by a trigger from the matter, and never changed.';

create function set_keeper_of_adult() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  select m.secrecy_unit_id into new.secrecy_unit_id from public.matter m
    where m.child_id = new.child_id order by m.opened_at desc limit 1;
  return new;
end $$;
create trigger keeper before insert on important_adult for each row execute function set_keeper_of_adult();

drop policy led on important_adult;
create policy kept on important_adult for select to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}'))));
create policy named on important_adult for insert to kb_app with check (
  child_id in (select unnest(my_lead_children())) and added_by = (select me()));
create policy changed on important_adult for update to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(my_lead_children())));

-- What ends with something else ------------------------------------------------------------------------------------------

-- A meeting that is called off, by whomever and however, keeps nobody's time.
create function release_holds() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update public.time_hold h set released_at = public.asked_at()
    where h.released_at is null and h.id in (select m.hold_id from public.meeting_hold m
      where m.child_id = new.child_id and m.meeting_id = new.id);
  return null;
end $$;
create trigger called_off after update of state on meeting for each row
  when (new.state = 'cancelled' and old.state <> 'cancelled') execute function release_holds();
grant select (child_id, meeting_id, hold_id) on meeting_hold to kb_rules;
grant select (id, released_at), update (released_at) on time_hold to kb_rules;
create policy rules_read on meeting_hold for select to kb_rules using (true);
create policy rules_read on time_hold for select to kb_rules using (true);
create policy rules_release on time_hold for update to kb_rules using (true);

-- To talk with the family is for whoever is BBA now.
create function give_talk_to_lead() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update public.task t set engagement_id = new.engagement_id, stand_in_engagement_id = null, escalates_at = null
    where t.child_id = new.child_id and t.kind = 'talk_with_family' and t.done_at is null
      and t.engagement_id <> new.engagement_id;
  return null;
end $$;
create trigger talks after insert on responsibility for each row
  when (new.kind = 'best_interests_lead') execute function give_talk_to_lead();
grant update (engagement_id, stand_in_engagement_id, escalates_at) on task to kb_rules;

-- As before, and the page of those who carried the matter.
create or replace function reading_acts() returns table (act text, reading text, concerns reading_of) immutable language sql as $$
  select v.act, v.reading, v.concerns::public.reading_of from (values
    ('child.show', 'child', 'child'),
    ('child.show-protected-name', 'child', 'child'),
    ('timeline.show', 'timeline', 'child'),
    ('family.open', 'family', 'child'),
    ('family.open-adults', 'family', 'child'),
    ('noticing.read', 'noticing', 'item'),
    ('wheel.show', 'wheel', 'child'),
    ('wheel.open-notes', 'wheel', 'child'),
    ('wheel.open-analysis', 'analysis', 'child'),
    ('wheel.open-statement', 'wheel', 'item'),
    ('wheel.open-readers', 'wheel', 'item'),
    ('wheel.open-question', 'question', 'question'),
    ('sharing.open-form', 'wheel', 'child'),
    ('support.show', 'support', 'item'),
    ('handover.show', 'handover', 'handover'),
    ('handover.open-offer', 'handover', 'handover'),
    ('handover.kept', 'kept', 'child'),
    ('consents.show', 'consent', 'child'),
    ('consent.show', 'consent', 'consent'),
    ('consent.open-note', 'consent', 'consent'),
    ('sharing.who-sees', 'who-sees', 'child'),
    ('meeting.show', 'meeting', 'meeting'),
    ('meeting.open-answer', 'meeting', 'meeting'),
    ('meeting.open-change', 'meeting', 'meeting'),
    ('meeting.open-invite', 'meeting', 'meeting'),
    ('meeting.siblings', 'meeting', 'meeting'),
    ('meeting.open-notes', 'meeting-notes', 'meeting'),
    ('plan.show', 'plan', 'plan'),
    ('plan.versions', 'plan', 'plan'),
    ('plan.childs-reading', 'plan', 'plan'),
    ('plan.print', 'plan-print', 'plan'),
    ('plan.open-goal', 'plan-writing', 'plan'),
    ('plan.open-action', 'plan-writing', 'plan'),
    ('plan.open-contacts', 'plan-writing', 'plan'),
    ('plan.open-other', 'plan-writing', 'plan'),
    ('plan.open-parties', 'plan-writing', 'plan'),
    ('plan.open-lead', 'plan-writing', 'plan'),
    ('plan.open-end', 'plan-writing', 'plan'),
    ('plan.open-agree', 'plan-agree', 'plan'),
    ('plan.open-follow-up', 'plan-follow-up', 'plan')) v (act, reading, concerns)
$$;

call give_to_rules(new_rules());
