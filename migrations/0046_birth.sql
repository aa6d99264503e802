-- The unborn child is carried over when it is born, and twins become two children. docs/decisions/0032.

-- The child is born: name and day, and who of those who expected it has custody. Whoever has not sees nothing more.
create function note_birth(child uuid, given text, family text, born date, custody uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  today date := public.asked_day();
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_lead_children()) or public.is_hidden(child) or born > today
    or not (public.i_hold_the_function() or public.accountable_engagement(child, public.asked_at()) = public.my_engagement())
    then return false; end if;
  update public.child c set given_name = given, family_name = family, born_on = born, expected_on = null
  where c.id = child and not c.provisional and c.born_on is null and c.expected_on is not null;
  if not found then return false; end if;
  update public.guardianship g set kind = 'guardian'
  where g.child_id = child and g.kind = 'expecting_parent' and g.person_id = any (custody)
    and g.valid_from <= today and (g.valid_to is null or g.valid_to > today);
  update public.guardianship g set valid_to = greatest(g.valid_from, today)
  where g.child_id = child and g.kind = 'expecting_parent' and (g.valid_to is null or g.valid_to > today);
  return true;
end $$;

-- One more was born at the same time: a child of its own, with the same BBA and the same colleagues inside the wall. Of the
-- guardians those who are chosen, and nobody who must not know of the first. Nothing that is written follows by itself.
-- ids: matter, responsibility, task, own work. False: there already, or not for this person to say.
create function add_twin(child uuid, twin uuid, given text, family text, custody uuid[], ids uuid[], due date)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  today date := public.asked_day();
  wall uuid := public.my_secrecy_unit();
  first public.child;
  tenure public.responsibility;
begin
  perform from public.child c where c.id = child for no key update;
  select * into first from public.child c where c.id = child and not c.provisional and c.born_on > today - 365;
  select r.* into tenure from public.responsibility r join public.matter m on (m.child_id, m.id) = (r.child_id, r.matter_id)
    where r.child_id = child and r.kind = 'best_interests_lead' and r.during @> at and m.secrecy_unit_id = wall;
  if first.id is null or tenure.id is null or public.is_hidden(child) or child <> all (public.my_lead_children())
    or not (public.i_hold_the_function() or public.accountable_engagement(child, at) = public.my_engagement())
    then return false; end if;
  insert into public.child (id, given_name, family_name, born_on, made_by, made_at)
  values (twin, given, family, first.born_on, public.me(), at) on conflict do nothing;
  if not found then return false; end if;
  insert into public.matter (child_id, id, secrecy_unit_id, opened_at) values (twin, ids[1], wall, at);
  insert into public.responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during, given_by)
  values (twin, ids[2], ids[1], 'best_interests_lead', tenure.unit_id, tenure.engagement_id, tstzrange(at, null), public.me());
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select twin, a.id, a.kind, a.engagement_id, wall, public.me(), at from public.assignment a
  where a.child_id = child and a.kind in ('ordinary', 'work') and a.secrecy_unit_id = wall
    and a.valid_from <= at and (a.valid_to is null or a.valid_to > at);
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select twin, ids[4], 'work', public.my_engagement(), wall, public.me(), at where not exists (select from public.assignment a
    where a.child_id = twin and a.kind = 'work' and a.engagement_id = public.my_engagement());
  insert into public.child_placement (child_id, id, unit_id, valid_from)
  select twin, p.id, p.unit_id, today from public.child_placement p
  where p.child_id = child and p.valid_from <= today and (p.valid_to is null or p.valid_to > today);
  insert into public.guardianship (child_id, person_id, kind, called, source, checked_at, valid_from)
  select twin, g.person_id, g.kind, g.called,
    case when g.source like 'noterat: %' then g.source else 'noterat: sett i folkbokföringen' end, at, today
  from public.guardianship g
  where g.child_id = child and g.person_id = any (custody) and g.valid_from <= today and (g.valid_to is null or g.valid_to > today)
    and not exists (select from public.bar b where b.child_id = child and b.person_id = g.person_id and b.thing_id is null
      and b.ended_at is null);
  insert into public.task (child_id, id, kind, engagement_id, due_on, made_at)
  values (twin, ids[3], 'talk_with_family', tenure.engagement_id, due, at);
  return true;
end $$;

-- A parent may be a child herself: the register's guardian and she are the same, as anybody else who signs in.
create or replace function note_person_number(by_issuer text, by_subject text, number bytea)
returns void volatile security definer set search_path = '' language sql as $$
  insert into public.person_number
  select number, i.person_id from public.identity i join public.person p on p.id = i.person_id
  where i.issuer = by_issuer and i.subject = by_subject and not p.is_staff
  on conflict do nothing
$$;

-- What the form of a twin shows is read in the first child's wheel.
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
    ('consultation.open-link', 'question', 'child'),
    ('sharing.open-form', 'wheel', 'child'),
    ('particulars.open-twin', 'wheel', 'child'),
    ('support.show', 'support', 'item'),
    ('handover.show', 'handover', 'handover'),
    ('handover.open-offer', 'handover', 'handover'),
    ('handover.kept', 'kept', 'child'),
    ('handover.open-paper', 'handover', 'child'),
    ('handover.show-paper', 'handover', 'child'),
    ('handover.print-paper', 'handover', 'child'),
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

grant insert on child to kb_rules;
grant update (kind) on guardianship to kb_rules;
create policy rules_add on child for insert to kb_rules with check (not provisional and person_id is null and merged_into is null);

call give_to_rules(new_rules());
