-- Whoever keeps a row keeps it: the plan, its meetings, the talks and the consents belong to the secrecy unit that carried
-- the matter when they were made. A unit that takes over a matter reads of the earlier what it has been let into, and
-- keeps what is made from then on. docs/decisions/0010.
--
-- And smaller holes: what a child tells leaves no trace in its own session, nobody writes in the log, on a list of tasks
-- or in an answer but in their own name, and why somebody is barred is read by those who decided it.

-- The keeper ---------------------------------------------------------------------------------------------------------

alter table plan add column secrecy_unit_id uuid references secrecy_unit;
alter table meeting add column secrecy_unit_id uuid references secrecy_unit;
alter table family_talk add column secrecy_unit_id uuid references secrecy_unit;
alter table plan_event add column secrecy_unit_id uuid references secrecy_unit;

-- The reason, the note and the invitation stand apart from the fact: more may know that it is so than may read why.
create table bar_reason (
  child_id uuid,
  bar_id uuid,
  secrecy_unit_id uuid not null references secrecy_unit,
  body bytea not null,
  written_by uuid not null references person,
  primary key (child_id, bar_id),
  foreign key (child_id, bar_id) references bar
);
create table family_talk_note (
  child_id uuid,
  talk_id uuid,
  secrecy_unit_id uuid not null references secrecy_unit,
  body bytea not null,
  primary key (child_id, talk_id),
  foreign key (child_id, talk_id) references family_talk
);
create table meeting_invitation (
  child_id uuid,
  meeting_id uuid,
  party_id uuid,
  body bytea not null,
  primary key (child_id, meeting_id, party_id),
  foreign key (child_id, meeting_id, party_id) references meeting_party
);
comment on table meeting_invitation is 'What the invitation says to this one: what to prepare.';
alter table meeting_party add column called text;
comment on column meeting_party.called is 'What the child calls this guardian, as in guardianship.';

-- What there is already gets its keeper: the unit whose BBA carried the matter when it was made. The owner is held by the
-- walls too, so they stand aside while it is done.
do $$
declare
  t text;
  made text;
  walls text[] := '{plan,meeting,family_talk,plan_event,matter,responsibility,unit,bar,engagement,meeting_party,guardianship}';
begin
  foreach t in array walls loop
    execute format('alter table %I no force row level security', t);
  end loop;
  foreach t in array walls[1:4] loop
    made := case t when 'family_talk' then 'noted_at' when 'plan_event' then 'at' else 'made_at' end;
    execute format('update %I x set secrecy_unit_id = coalesce(
      (select u.secrecy_unit_id from responsibility r join unit u on u.id = r.unit_id
        where r.child_id = x.child_id and r.matter_id = x.matter_id and r.kind = ''best_interests_lead'' and r.during @> x.%I),
      (select m.secrecy_unit_id from matter m where m.child_id = x.child_id and m.id = x.matter_id))', t, made);
    execute format('alter table %I add constraint %I check (secrecy_unit_id is not null)', t, t || '_has_keeper');
  end loop;
  insert into bar_reason (child_id, bar_id, secrecy_unit_id, body, written_by)
  select b.child_id, b.id, coalesce(
    (select u.secrecy_unit_id from responsibility r join unit u on u.id = r.unit_id
      where r.child_id = b.child_id and r.kind = 'best_interests_lead' and r.during @> b.decided_at limit 1),
    (select u.secrecy_unit_id from engagement e join unit u on u.id = e.unit_id
      where e.person_id = b.decided_by order by e.valid_from desc limit 1)), b.body, b.decided_by
  from bar b;
  insert into family_talk_note (child_id, talk_id, secrecy_unit_id, body)
  select child_id, id, secrecy_unit_id, body from family_talk where body is not null;
  insert into meeting_invitation (child_id, meeting_id, party_id, body)
  select child_id, meeting_id, id, body from meeting_party where body is not null;
  update meeting_party p set called = (select g.called from guardianship g
    where g.child_id = p.child_id and g.person_id = p.person_id order by g.valid_from desc limit 1)
  where p.person_id is not null;
  foreach t in array walls loop
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
alter table bar drop column body, drop column version;
alter table family_talk drop column body;
alter table meeting_party drop column body;
comment on column plan.secrecy_unit_id is 'Who keeps it: set by a trigger from the matter, and never changed.';

create function set_keeper() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  select m.secrecy_unit_id into new.secrecy_unit_id from public.matter m
    where m.child_id = new.child_id and m.id = new.matter_id;
  return new;
end $$;
create trigger keeper before insert on plan for each row execute function set_keeper();
create trigger keeper before insert on meeting for each row execute function set_keeper();
create trigger keeper before insert on family_talk for each row execute function set_keeper();
create trigger keeper before insert on plan_event for each row execute function set_keeper();

-- Who is asking ------------------------------------------------------------------------------------------------------

-- What my unit has been let into: as much of plan and meetings as the one that keeps them has let it.
create function my_parts() returns table (child_id uuid, keeper_id uuid, part party_part, from_version int)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  unit uuid := public.my_unit();
  mine uuid[] := public.assigned_children('{work,party}');
begin
  if mine = '{}' then return; end if;
  return query select g.child_id, g.from_secrecy_unit_id, g.part, g.from_plan_version
    from public.access_grant g
    where g.to_unit_id = unit and g.kind = 'party' and g.child_id = any (mine) and public.grant_lives(g);
end $$;

-- Plans that I read from their first version: those that my unit keeps, and, in the family, those I have been told of.
create function my_kept_plans() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  wall uuid := public.my_secrecy_unit();
  mine uuid[];
  told uuid[];
begin
  if wall is null then
    mine := public.my_open_children();
    told := public.my_told_matters();
    return array(select p.id from public.plan p where p.child_id = any (mine) and p.matter_id = any (told));
  end if;
  mine := public.assigned_children('{work}');
  return array(select p.id from public.plan p where p.child_id = any (mine) and p.secrecy_unit_id = wall);
end $$;

-- Plans that my unit has been let into.
create function my_party_plans(wanted party_part[]) returns uuid[]
stable security definer set search_path = '' language plpgsql as $$
begin
  return array(select p.id from public.my_parts() mine
    join public.plan p on p.child_id = mine.child_id and p.secrecy_unit_id = mine.keeper_id
    where mine.part = any (wanted));
end $$;

-- Of those, what my part reaches: from the version that it begins with, all of it or what my own unit does.
create function my_party_plan_parts() returns table (plan_id uuid, part_id uuid, from_version int)
stable security definer set search_path = '' language plpgsql rows 50 as $$
declare
  unit uuid := public.my_unit();
begin
  if unit is null then return; end if;
  return query select pp.plan_id, pp.part_id, pp.from_version
    from public.my_parts() mine
      join public.plan p on p.child_id = mine.child_id and p.secrecy_unit_id = mine.keeper_id
      join public.plan_part pp on pp.child_id = p.child_id and pp.plan_id = p.id
    where (mine.part = 'whole' or pp.unit_id = unit)
      and (pp.to_version is null or pp.to_version > mine.from_version);
end $$;

-- Plans that I write: what my unit keeps, while it carries the matter; and where I lead the collaboration.
create function my_plans_to_write() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  wall uuid := public.my_secrecy_unit();
  written uuid[] := public.my_written_plans();
  leads uuid[];
begin
  if written = '{}' then return '{}'; end if;
  leads := public.my_lead_children();
  return array(select p.id from public.plan p
    where p.child_id = any (written) and case when p.child_id = any (leads) then p.secrecy_unit_id = wall
      else (p.child_id, p.secrecy_unit_id) in (select m.child_id, m.keeper_id from public.my_parts() m where m.part = 'whole') end);
end $$;

-- The meetings and the consents that my unit keeps, and the meetings I read all of.
create function my_kept_meetings() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  mine uuid[] := public.assigned_children('{work}');
begin
  if mine = '{}' then return '{}'; end if;
  return array(select m.id from public.meeting m
    where m.child_id = any (mine) and m.secrecy_unit_id = public.my_secrecy_unit());
end $$;
create function my_kept_consents() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  mine uuid[] := public.assigned_children('{work}');
begin
  if mine = '{}' then return '{}'; end if;
  return array(select c.id from public.consent c
    where c.child_id = any (mine) and c.secrecy_unit_id = public.my_secrecy_unit());
end $$;
create function my_whole_meetings() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  open uuid[] := public.my_open_children();
begin
  if open <> '{}' then
    return array(select m.id from public.meeting m where m.child_id = any (open));
  end if;
  return public.my_kept_meetings() || array(select m.id from public.my_parts() mine
    join public.meeting m on m.child_id = mine.child_id and m.secrecy_unit_id = mine.keeper_id
    where mine.part = 'whole');
end $$;
create or replace function my_invitations() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  unit uuid := public.my_unit();
begin
  if unit is null then return '{}'; end if;
  return array(select p.meeting_id from public.my_parts() mine
    join public.meeting m on m.child_id = mine.child_id and m.secrecy_unit_id = mine.keeper_id
    join public.meeting_party p on p.child_id = m.child_id and p.meeting_id = m.id and p.unit_id = unit
    where mine.part = 'own');
end $$;

-- The children whose BBA I am, in person.
create function my_bba_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  engagement uuid := public.my_engagement();
  mine uuid[] := public.assigned_children('{work}');
begin
  if mine = '{}' then return '{}'; end if;
  return array(select r.child_id from public.responsibility r
    where r.child_id = any (mine) and r.engagement_id = engagement and r.kind = 'best_interests_lead'
      and r.during @> public.asked_at());
end $$;
create function is_bba(child uuid, engagement uuid) returns boolean
stable security definer set search_path = '' language sql as $$
  select exists (select from public.responsibility r where r.child_id = child and r.engagement_id = engagement
    and r.kind = 'best_interests_lead' and r.during @> public.asked_at())
$$;

-- Acts that reach over a wall ----------------------------------------------------------------------------------------

-- As before, and in another secrecy unit: what the giver kept stays with it, and ends. Its plan is over, its meetings to
-- come are called off, and nobody but the receiver reads it on a part that the giver gave. ids: three fresh ones.
create or replace function accept_handover(child uuid, handover_id uuid, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  who public.caller := public.caller();
  given public.handover;
  giver uuid;
begin
  perform from public.child c where c.id = child for no key update;
  select * into given from public.handover h
    where h.child_id = child and h.id = handover_id and h.to_unit_id = who.unit_id and h.state = 'offered'
      and public.i_hold_the_function() and child = any (public.assigned_children('{work,party}'))
      and (h.consent_id is null or exists (
        select from public.consent_unit cu join public.consent c on (c.child_id, c.id) = (cu.child_id, cu.consent_id)
        where (cu.child_id, cu.consent_id, cu.unit_id) = (h.child_id, h.consent_id, h.to_unit_id)
          and cu.complete_since <= h.offered_at and c.valid_from <= at and c.valid_to > at)) for update;
  if given.id is null then return false; end if;
  select m.secrecy_unit_id into giver from public.matter m where m.child_id = child and m.id = given.matter_id;
  if giver <> who.secrecy_unit_id then
    perform public.end_what_is_kept(given, giver, ids[3]);
  end if;
  update public.handover h set state = 'accepted', answered_at = at, answered_by = who.person_id,
    version = h.version + 1 where h.child_id = child and h.id = handover_id;
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select child, ids[2], 'work', who.engagement_id, who.secrecy_unit_id, given.made_by, at
  where not child = any (public.assigned_children('{work}'));
  update public.responsibility r set during = tstzrange(lower(r.during), at)
    where r.child_id = child and r.matter_id = given.matter_id and r.kind = 'best_interests_lead' and upper_inf(r.during);
  insert into public.responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during, given_by)
  values (child, ids[1], given.matter_id, 'best_interests_lead', who.unit_id, who.engagement_id,
    tstzrange(at, null), given.made_by);
  update public.matter m set secrecy_unit_id = who.secrecy_unit_id
    where m.child_id = child and m.id = given.matter_id;
  return true;
end $$;

create function end_what_is_kept(given handover, giver uuid, event_id uuid)
returns void volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  over uuid;
begin
  update public.plan p set ended_at = at, ended_because = 'moved'
    where p.child_id = given.child_id and p.secrecy_unit_id = giver and p.ended_at is null returning p.id into over;
  if over is not null then
    insert into public.plan_event (child_id, id, matter_id, kind, about_id, at)
    values (given.child_id, event_id, given.matter_id, 'plan_ended', over, at);
  end if;
  update public.meeting m set state = 'cancelled', version = m.version + 1
    where m.child_id = given.child_id and m.secrecy_unit_id = giver and m.state in ('planned', 'called');
  update public.responsibility r set during = tstzrange(lower(r.during), at)
    where r.child_id = given.child_id and r.matter_id = given.matter_id and r.kind = 'collaboration_lead'
      and upper_inf(r.during);
  update public.access_grant g set ended_at = at
    where g.child_id = given.child_id and g.kind = 'party' and g.from_secrecy_unit_id = giver
      and g.to_unit_id <> given.to_unit_id and g.ended_at is null;
  update public.assignment a set valid_to = at
    where a.child_id = given.child_id and a.kind = 'party' and (a.valid_to is null or a.valid_to > at)
      and a.engagement_id not in (select e.id from public.engagement e where e.unit_id = given.to_unit_id)
      and not exists (select from public.access_grant g join public.engagement e on e.unit_id = g.to_unit_id
        where g.child_id = given.child_id and e.id = a.engagement_id and public.grant_lives(g));
  update public.task t set done_at = at, done_by = public.me()
    where t.child_id = given.child_id and t.done_at is null
      and t.kind in ('follow_up', 'agree_to_plan', 'accept_collaboration', 'collaboration_declined', 'write_plan',
        'answer_invitation', 'call_meeting', 'consent_answered', 'consent_withdrawn');
end $$;

-- The BBA gets to know that everybody has answered, or that somebody has changed their mind, from the one who has just
-- noted it. No signer can see who.
create or replace function tell_lead_of_answer(child uuid, consent uuid, step task_kind, task_id uuid, due date)
returns void volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
begin
  if step not in ('consent_answered', 'consent_withdrawn') or child <> all (public.my_children()) then return; end if;
  if not exists (select from public.consent_answer a
    where a.child_id = child and a.consent_id = consent and a.noted_by = public.me() and a.noted_at = at
      and (step = 'consent_answered' or a.answer <> 'yes' or a.struck_areas <> '{}')) then return; end if;
  if step = 'consent_answered' and exists (
    select from public.consent_signer s join public.consent_unit u
      on (u.child_id, u.consent_id) = (s.child_id, s.consent_id)
    where s.child_id = child and s.consent_id = consent and not exists (select from public.consent_answer a
      where a.child_id = child and a.consent_id = consent and a.signer_id = s.id and a.unit_id = u.unit_id)
  ) then return; end if;
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  select child, task_id, step, r.engagement_id, consent, due, at
  from public.consent c
    join public.responsibility r on (r.child_id, r.matter_id) = (c.child_id, c.matter_id)
      and r.kind = 'best_interests_lead' and r.during @> at
  where c.child_id = child and c.id = consent and not exists (select from public.task t
    where t.child_id = child and t.kind = step and t.about_id = consent and t.done_at is null);
end $$;

-- Which children a list showed belongs to the row that this very request has written.
create function note_shown(event uuid, children uuid[]) returns void volatile
security definer set search_path = '' language sql as $$
  insert into public.audit_subject (child_id, event_id)
  select shown.child, event from unnest(children) shown (child)
  where exists (select from public.audit_event a
    where a.child_id = coalesce(public.asked_child(), '00000000-0000-0000-0000-000000000000') and a.id = event
      and a.at = public.asked_at() and a.actor_id is not distinct from public.me())
$$;

-- Have these words of mine been sent already? Who may not read them again may still send the form twice.
create function words_are_sent(child uuid, meeting uuid, words uuid) returns boolean
stable security definer set search_path = '' language sql as $$
  select exists (select from public.meeting_words w where w.child_id = child and w.meeting_id = meeting and w.id = words
    and w.written_by = public.me())
$$;

create function i_described_child(child uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.child c
    where c.id = child and c.made_by = public.me() and c.made_at = public.asked_at())
$$;

-- Promises the database keeps by itself ------------------------------------------------------------------------------

-- An answer comes after those before it; nobody chooses its place.
create function set_answer_order() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  perform from public.child c where c.id = new.child_id for no key update;
  select 1 + coalesce(max(a.seq), 0) into new.seq from public.consent_answer a
    where a.child_id = new.child_id and a.consent_id = new.consent_id and a.signer_id = new.signer_id
      and a.unit_id = new.unit_id;
  return new;
end $$;
alter table consent_answer alter column seq set default 1;
create trigger in_order before insert on consent_answer for each row execute function set_answer_order();

-- New words replace the earlier ones, also for a writer who cannot read them.
create function replace_words() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update public.meeting_words w set replaced_at = new.written_at
    where w.child_id = new.child_id and w.meeting_id = new.meeting_id and w.party_id = new.party_id
      and w.id <> new.id and w.replaced_at is null;
  return null;
end $$;
create trigger replaces after insert on meeting_words for each row execute function replace_words();

-- Whoever is invited answers, and changes nothing else of the invitation.
create function check_party_answer() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  if public.me() is not null and new.child_id <> all (public.my_lead_children())
    and ((new.attended, new.invited_at) is distinct from (old.attended, old.invited_at)
      or (new.answered_at is distinct from old.answered_at and new.answered_at is distinct from public.asked_at())) then
    raise exception 'only an answer' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger only_an_answer before update on meeting_party for each row execute function check_party_answer();

grant create on schema public to kb_rules;
do $$
declare f regprocedure;
begin
  for f in select oid::regprocedure from pg_proc where pronamespace = 'public'::regnamespace and prosecdef loop
    execute format('alter function %s owner to kb_rules', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to kb_app, kb_owner', f);
  end loop;
end $$;
revoke create on schema public from kb_rules;
revoke execute on function end_what_is_kept(handover, uuid, uuid) from kb_app;

-- The walls ----------------------------------------------------------------------------------------------------------

alter table bar_reason enable row level security, force row level security;
alter table family_talk_note enable row level security, force row level security;
alter table meeting_invitation enable row level security, force row level security;

grant select (child_id, plan_id, part_id, from_version, to_version, unit_id) on plan_part to kb_rules;
grant select (child_id, meeting_id, id, party_id, written_by, replaced_at) on meeting_words to kb_rules;
create policy rules_read on plan_part for select to kb_rules using (true);
create policy rules_read on meeting_words for select to kb_rules using (true);
grant update (replaced_at) on meeting_words to kb_rules;
create policy rules_replace on meeting_words for update to kb_rules using (true);
grant update (state, version) on meeting to kb_rules;
create policy rules_end on meeting for update to kb_rules using (true);
grant insert on audit_subject to kb_rules;
create policy rules_add on audit_subject for insert to kb_rules with check (true);

-- The plan.
drop policy readers on plan;
drop policy written on plan;
create policy kept on plan for select to kb_app using (
  (secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}'))))
  or child_id in (select unnest(my_open_children())));
create policy let_in on plan for select to kb_app using (
  (child_id, secrecy_unit_id) in (select p.child_id, p.keeper_id from my_parts() p));
create policy begun on plan for insert to kb_app with check (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(my_lead_children())));
create policy written on plan for update to kb_app using (id in (select unnest(my_plans_to_write())));

drop policy whole on plan_part;
drop policy own on plan_part;
create policy kept on plan_part for select to kb_app using (plan_id in (select unnest(my_kept_plans())));
create policy let_in on plan_part for select to kb_app using (
  (plan_id, part_id, from_version) in (select p.plan_id, p.part_id, p.from_version from my_party_plan_parts() p));
alter policy written on plan_part using (plan_id in (select unnest(my_plans_to_write())));
drop function my_plan_from(uuid);

-- For those who write, and in the unit that keeps it also afterwards.
do $$
declare t text;
begin
  foreach t in array '{plan_head,plan_ending,follow_up,follow_up_part}'::text[] loop
    execute format('drop policy written on %I', t);
    execute format('create policy written on %I to kb_app using (plan_id in (select unnest(my_plans_to_write())))', t);
    execute format('create policy kept on %I for select to kb_app using (
      (select my_secrecy_unit()) is not null and plan_id in (select unnest(my_kept_plans())))', t);
  end loop;
end $$;
alter policy written on follow_up_part with check (
  plan_id in (select unnest(my_plans_to_write())) and noted_by = (select me()));
alter policy readers on follow_up using (
  plan_id in (select unnest(my_kept_plans() || my_party_plans('{whole}'))));
-- A child's words about what helps are not read again in its own session, which may be somebody else's who holds its eID.
alter policy readers on follow_up_part using (
  exists (select from plan_part p where p.child_id = follow_up_part.child_id and p.plan_id = follow_up_part.plan_id
    and p.part_id = follow_up_part.part_id and (noted_by is distinct from person_id
      or (noted_by = (select me()) and (follow_up_part.body is null or (select caller()).kind = 'staff'
        or child_id not in (select id from child where person_id = (select me()))))
      or p.unit_id = (select my_unit()))));

alter policy readers on agreement using (
  plan_id in (select unnest(my_kept_plans() || my_party_plans('{whole}'))) or noted_by = (select me()));
alter policy led on agreement with check (
  child_id in (select unnest(my_lead_children())) and plan_id in (select unnest(my_plans_to_write()))
  and noted_by = (select me()));
alter policy mine on agreement with check (
  child_id in (select unnest(my_plans())) and noted_by = (select me())
  and plan_id in (select unnest(my_kept_plans() || my_party_plans('{whole,own}')))
  and case when (select my_unit()) is not null then not is_child and unit_id = (select my_unit())
    when is_child then person_id is null and unit_id is null
      and child_id in (select id from child where person_id = (select me()))
    else person_id = (select me()) end);
drop policy led on agreement_reason;
drop policy mine on agreement_reason;
create policy kept on agreement_reason for select to kb_app using (
  (select my_secrecy_unit()) is not null and plan_id in (select unnest(my_kept_plans())));
create policy mine on agreement_reason for select to kb_app using (
  written_by = (select me()) and child_id in (select unnest(my_plans()))
  and child_id not in (select id from child where person_id = (select me())));
create policy said on agreement_reason for insert to kb_app with check (child_id in (select unnest(my_plans())));
create policy opens on agreement_reason for update to kb_app using (child_id in (select unnest(my_plans())));
alter policy opened on agreement_reason using (
  is_open and plan_id in (select unnest(my_kept_plans() || my_party_plans('{whole}'))));

drop policy readers on plan_event;
create policy kept on plan_event for select to kb_app using (
  (secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}'))))
  or child_id in (select unnest(my_open_children())));
create policy let_in on plan_event for select to kb_app using (
  (child_id, secrecy_unit_id) in (select p.child_id, p.keeper_id from my_parts() p where p.part = 'whole'));
alter policy added on plan_event with check (
  child_id in (select unnest(my_written_plans())) and (secrecy_unit_id = (select my_secrecy_unit())
    or (child_id, secrecy_unit_id) in (select p.child_id, p.keeper_id from my_parts() p where p.part = 'whole')));

-- Meetings.
alter policy led on meeting using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(my_lead_children())));
create policy kept on meeting for select to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}'))));
alter policy whole on meeting using (
  child_id in (select unnest(my_open_children()))
  or (child_id, secrecy_unit_id) in (select p.child_id, p.keeper_id from my_parts() p where p.part = 'whole'));
do $$
declare t text;
begin
  foreach t in array '{meeting_text,meeting_party,meeting_words,meeting_note,meeting_hold}'::text[] loop
    execute format('alter policy led on %I using (
      child_id in (select unnest(my_lead_children())) and meeting_id in (select unnest(my_kept_meetings())))', t);
    execute format('create policy kept on %I for select to kb_app using (
      meeting_id in (select unnest(my_kept_meetings())))', t);
  end loop;
end $$;
alter policy whole on meeting_text using (
  kind = 'purpose' and meeting_id in (select unnest(my_whole_meetings()))
  and exists (select from meeting m where m.child_id = meeting_text.child_id and m.id = meeting_id));
alter policy readers on meeting_party using (
  (meeting_id in (select unnest(my_whole_meetings())) or unit_id = (select my_unit()))
  and exists (select from meeting m where m.child_id = meeting_party.child_id and m.id = meeting_id));
alter policy readers on meeting_note using (
  meeting_id in (select unnest(my_whole_meetings()))
  and exists (select from meeting m where m.child_id = meeting_note.child_id and m.id = meeting_id));
alter policy opened on meeting_words using (
  is_open and replaced_at is null and meeting_id in (select unnest(my_whole_meetings()))
  and exists (select from meeting m where m.child_id = meeting_words.child_id and m.id = meeting_id));
-- One says what one wants to say for oneself, and reads it again, unless one is the child: see follow_up_part.
drop policy mine on meeting_words;
create policy said on meeting_words for insert to kb_app with check (
  exists (select from meeting_party p
    where p.child_id = meeting_words.child_id and p.meeting_id = meeting_words.meeting_id and p.id = party_id
      and (p.unit_id = (select my_unit()) or p.person_id = (select me())
        or (p.is_child and p.child_id in (select id from child where person_id = (select me()))))));
create policy mine on meeting_words for select to kb_app using (
  exists (select from meeting_party p
    where p.child_id = meeting_words.child_id and p.meeting_id = meeting_words.meeting_id and p.id = party_id
      and (p.unit_id = (select my_unit()) or p.person_id = (select me()))
      and p.child_id not in (select id from child where person_id = (select me()))));
revoke update (replaced_at) on meeting_words from kb_app;
-- What the invitation says is between those who invite and the one who is invited.
grant select, insert on meeting_invitation to kb_app;
create policy kept on meeting_invitation for select to kb_app using (
  meeting_id in (select unnest(my_kept_meetings())));
create policy led on meeting_invitation for insert to kb_app with check (
  child_id in (select unnest(my_lead_children())) and meeting_id in (select unnest(my_kept_meetings())));
create policy invited on meeting_invitation for select to kb_app using (
  exists (select from meeting_party p where p.child_id = meeting_invitation.child_id
    and p.meeting_id = meeting_invitation.meeting_id and p.id = party_id
    and (p.unit_id = (select my_unit()) or p.person_id = (select me())
      or (p.is_child and p.child_id in (select id from child where person_id = (select me()))))));

-- Consents.
alter policy led on consent using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(my_lead_children())));
create policy kept on consent for select to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}'))));
do $$
declare t text;
begin
  foreach t in array '{consent_basis,consent_unit,consent_signer,consent_answer}'::text[] loop
    execute format('alter policy led on %I using (
      child_id in (select unnest(my_lead_children())) and consent_id in (select unnest(my_kept_consents())))', t);
    execute format('create policy kept on %I for select to kb_app using (
      consent_id in (select unnest(my_kept_consents())))', t);
  end loop;
end $$;
alter policy led on consent_answer with check (
  child_id in (select unnest(my_lead_children())) and consent_id in (select unnest(my_kept_consents()))
  and noted_by = (select me()) and way <> 'in_app');
drop policy lead on access_grant;
create policy lead on access_grant for select to kb_app using (
  kind = 'party' and child_id in (select unnest(my_written_plans()))
  and (child_id, from_secrecy_unit_id) in (select p.child_id, p.keeper_id from my_parts() p where p.part = 'whole'));

-- Those who carry the matter know who is told and who is barred, whoever noted it. What was said, and why, stays.
drop policy led on family_talk;
create policy led on family_talk for select to kb_app using (child_id in (select unnest(my_lead_children())));
create policy kept on family_talk for select to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}'))));
create policy noted on family_talk for insert to kb_app with check (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(my_lead_children())));
grant select, insert on family_talk_note to kb_app;
create policy kept on family_talk_note for select to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}'))));
create policy noted on family_talk_note for insert to kb_app with check (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(my_lead_children()))
  and exists (select from family_talk t where t.child_id = family_talk_note.child_id and t.id = talk_id
    and t.noted_by = (select me()) and t.noted_at = asked_at()));
grant select, insert on bar_reason to kb_app;
create policy decided on bar_reason for select to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}')))
  and (written_by = (select me()) or (select i_hold_the_function()) or child_id in (select unnest(my_bba_children()))));
create policy written on bar_reason for insert to kb_app with check (
  written_by = (select me()) and secrecy_unit_id = (select my_secrecy_unit())
  and exists (select from bar b where b.child_id = bar_reason.child_id and b.id = bar_id
    and b.decided_by = (select me()) and b.decided_at = asked_at()));

-- The log, in one's own name and from the unit one acts for. In one's own session one may just have changed unit.
alter policy in_my_own_name on audit_event with check (
  actor_id is not distinct from (select me()) and at = asked_at()
  and (engagement_id is not distinct from (select my_engagement())
    or (act like 'session.%' and (engagement_id is null or exists (select from engagement e
      where e.id = engagement_id and e.person_id = (select me()))))));
drop policy listed on audit_subject;
revoke insert on audit_subject from kb_app;

-- Those who carry the matter give tasks. Others tell the BBA, answer the one who asked, or go on with their own.
drop policy given on task;
create policy given on task for insert to kb_app with check (
  made_at = asked_at() and done_at is null and done_by is null and (
    child_id in (select unnest(my_lead_children()))
    or (kind in ('agree_to_plan', 'follow_up') and child_id in (select unnest(my_written_plans())))
    or (kind in ('read_statement', 'collaboration_declined') and child_id in (select unnest(my_plans()))
      and is_bba(child_id, engagement_id))
    or (kind = 'question_answered' and exists (select from source_question q
      join item i on i.child_id = q.child_id and i.id = q.item_id
      where q.child_id = task.child_id and q.item_id = about_id and q.to_unit_id = (select my_unit())
        and i.author_engagement_id = task.engagement_id))
    or (kind = 'review_support' and child_id in (select unnest(assigned_children('{work}')))
      and exists (select from engagement e join unit u on u.id = e.unit_id
        where e.id = task.engagement_id and u.secrecy_unit_id = (select my_secrecy_unit())))));
create policy done_by_me on task as restrictive for update to kb_app
  using (done_at is null) with check (done_at = asked_at() and done_by = (select me()));

-- A key is made for oneself, for a child one knows or has just described, and for a person one can see.
alter policy new on subject_key with check (
  (select me()) is not null and (subject_id = (select me()) or subject_id in (select unnest(my_children()))
    or i_described_child(subject_id) or exists (select from person p where p.id = subject_id)));
