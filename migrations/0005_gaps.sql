-- Gaps in the practice model: good news that somebody reads, guardians that are written down by hand, a new child's
-- place, who may read what a child has said, and a stand-in for what another unit is asked.

alter type task_kind add value 'read_good_news';

-- Hands a noticing over to the BBA function of a unit, as in 0003; good news without anything open waits to be read,
-- and for nothing more. The sender learns nothing: the answer is always the same. ids: six fresh ones.
create or replace function deliver_noticing(child uuid, item uuid, ids uuid[], due date, escalates timestamptz,
  ground text, test bytea, grant_until timestamptz)
returns void volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  sent public.noticing;
  fn public.unit_function;
  wall uuid;
  current_matter public.matter;
  lead uuid;
  only_read boolean;
begin
  perform from public.child c where c.id = child for no key update;
  select * into strict sent from public.noticing n
    where n.child_id = child and n.item_id = item and n.sender_id = public.me() and n.sent_at = at;
  select * into strict fn from public.unit_function f
    where f.unit_id = sent.to_unit_id and f.kind = 'best_interests_lead';
  select u.secrecy_unit_id into wall from public.unit u where u.id = sent.to_unit_id;
  select * into current_matter from public.matter m where m.child_id = child and m.closed_at is null;
  lead := fn.holder_engagement_id;
  only_read := sent.good_news and current_matter.id is null;
  if only_read then
    insert into public.noticing_handling (child_id, item_id, unit_id, decision, decided_at)
    values (child, item, sent.to_unit_id, 'thanked', at);
  else
    if current_matter.id is null then
      current_matter.id := ids[1];
      insert into public.matter (child_id, id, secrecy_unit_id, opened_at) values (child, ids[1], wall, at);
      insert into public.responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during)
      values (child, ids[2], ids[1], 'best_interests_lead', sent.to_unit_id, lead, tstzrange(at, null));
    elsif current_matter.secrecy_unit_id = wall then
      select r.engagement_id into lead from public.responsibility r
        where r.child_id = child and r.matter_id = current_matter.id and r.kind = 'best_interests_lead'
          and r.during @> at;
    else
      current_matter.id := null;
    end if;
    insert into public.noticing_handling (child_id, item_id, matter_id, unit_id)
    values (child, item, current_matter.id, sent.to_unit_id);
  end if;
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select child, a.id, 'work', a.engagement, wall, public.me(), a.since
  from (values (ids[3], lead, at), (ids[4], fn.stand_in_engagement_id, escalates)) a (id, engagement, since)
  where not exists (select from public.assignment old where old.child_id = child and old.kind = 'work'
    and old.engagement_id = a.engagement and old.valid_to is null and old.valid_from <= a.since);
  insert into public.access_grant (child_id, id, kind, item_id, item_version, from_secrecy_unit_id, to_unit_id,
    legal_ground, sharing_test, decided_by, decided_at, valid_to)
  select child, ids[6], 'item_version', item, 1, i.secrecy_unit_id, sent.to_unit_id, ground, test, public.me(), at,
    grant_until
  from public.item i where i.child_id = child and i.id = item and i.secrecy_unit_id <> wall;
  insert into public.task (child_id, id, kind, engagement_id, stand_in_engagement_id, escalates_at, about_id, due_on,
    made_at)
  values (child, ids[5], case when only_read then 'read_good_news' else 'receive_noticing' end::public.task_kind, lead,
    fn.stand_in_engagement_id, escalates, item, due, at);
end $$;

-- Whoever was to step in later need not when the thing is done. What another unit was asked leaves nothing behind with a
-- stand-in, unless it was the stand-in who answered.
create function release_stand_in() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update public.assignment a set valid_to = greatest(a.valid_from, new.done_at)
  where a.child_id = new.child_id and a.engagement_id = new.stand_in_engagement_id
    and (a.valid_to is null or a.valid_to > greatest(a.valid_from, new.done_at))
    and (a.valid_from > new.done_at
      or (a.kind = 'party' and a.valid_from = new.escalates_at and (new.kind = 'receive_handover'
        or (new.kind = 'answer_question' and new.stand_in_engagement_id is distinct from public.my_engagement()))))
    and not exists (select from public.task t where t.child_id = new.child_id and t.id <> new.id
      and t.stand_in_engagement_id = new.stand_in_engagement_id and t.done_at is null);
  return null;
end $$;
create trigger task_releases_stand_in after update of done_at on task for each row
  when (old.done_at is null and new.done_at is not null and new.stand_in_engagement_id is not null)
  execute function release_stand_in();

-- What has not begun ends where it would have begun.
create function end_where_it_begins() returns trigger language plpgsql as $$
begin
  new.valid_to := new.valid_from;
  return new;
end $$;
create trigger assignment_ends_no_earlier before update of valid_to on assignment for each row
  when (new.valid_to < new.valid_from) execute function end_where_it_begins();

-- A plan has an end of its own: what is going on does not end while the plan does not.
create function check_plan_is_over() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  if exists (select from public.plan p where p.child_id = new.child_id and p.matter_id = new.id and p.ended_at is null) then
    raise exception 'the plan goes on' using errcode = '23514';
  end if;
  return null;
end $$;
create trigger ends_after_its_plan after update of closed_at on matter for each row
  when (old.closed_at is null and new.closed_at is not null) execute function check_plan_is_over();

-- A guardian whom the carrying unit writes down by hand, while the population register has told of none. A person
-- without an identity: nobody signs in as them, and the unit notes what they say. False: there already, or not mine.
create function write_down_guardian(child uuid, person uuid, as_kind guardian_kind, given text, family text,
  child_calls text, known_by text)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_lead_children()) or known_by not like 'noterat: %'
    or as_kind not in ('guardian', 'expecting_parent')
    or not exists (select from public.child c where c.id = child and c.protection = 'none' and not c.provisional)
    or exists (select from public.guardianship g where g.child_id = child and g.source not like 'noterat: %'
      and (g.valid_to is null or g.valid_to > public.asked_day())) then return false; end if;
  insert into public.person (id, is_staff, given_name, family_name) values (person, false, given, family)
  on conflict do nothing;
  if not found then return false; end if;
  insert into public.guardianship (child_id, person_id, kind, called, source, checked_at, valid_from)
  values (child, person, as_kind, child_calls, known_by, at, public.asked_day());
  return true;
end $$;

-- How one reaches a guardian who was written down by hand, sealed with that person's own key.
create function write_down_contact(child uuid, person uuid, contact uuid, sealed bytea)
returns void volatile security definer set search_path = '' language sql as $$
  insert into public.person_contact (person_id, id, body)
  select g.person_id, contact, sealed from public.guardianship g
  where g.child_id = child and g.person_id = person and g.source like 'noterat: %' and g.valid_to is null
    and child = any (public.my_lead_children())
$$;

-- It was a mistake, or is so no longer. Only what was written down by hand.
create function end_written_guardian(child uuid, person uuid)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
  if child <> all (public.my_lead_children())
    or exists (select from public.identity i where i.person_id = person) then return false; end if;
  update public.guardianship g set valid_to = public.asked_day()
  where g.child_id = child and g.person_id = person and g.source like 'noterat: %' and g.valid_to is null;
  return found;
end $$;

-- Where a child that is new here goes: once, by those who carry the matter.
create function place_child(child uuid, placement uuid, at_unit uuid)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
  if child <> all (public.my_lead_children()) or exists (select from public.child_placement p where p.child_id = child)
    then return false; end if;
  insert into public.child_placement (child_id, id, unit_id, valid_from)
  select child, placement, u.id, public.asked_day() from public.unit u
  where u.id = at_unit and u.kind in ('preschool', 'compulsory_school', 'upper_secondary_school');
  return found;
end $$;

-- The child has changed its mind about who may read. The one who wrote it down notes that. What nobody may read any
-- longer ends at once: told to one, everybody's; for the meeting, that of units that do not take part in it.
create function change_readers(child uuid, item uuid, wanted item_readers)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  who public.caller := public.caller();
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_children()) or not public.i_may_write(child, item)
    or (who.kind = 'staff' and wanted = 'unit') or (who.kind = 'family' and wanted = 'told')
    or not exists (select from public.statement s join public.item i on (i.child_id, i.id) = (s.child_id, s.item_id)
      where s.child_id = child and s.item_id = item and s.voice = 'child' and i.kind = 'statement')
    then return false; end if;
  update public.item i set readers = wanted where i.child_id = child and i.id = item;
  update public.access_grant g set ended_at = at, ended_by = who.person_id
  where g.child_id = child and g.item_id = item and g.ended_at is null
    and (wanted in ('told', 'unit') or (wanted = 'meeting' and g.to_unit_id is not null
      and not exists (select from public.access_grant p where p.child_id = child and p.kind = 'party'
        and p.to_unit_id = g.to_unit_id and public.grant_lives(p))));
  return true;
end $$;

-- What kb_rules needs for that, and nothing more.
grant insert on person, guardianship, person_contact, child_placement to kb_rules;
grant select on child_placement to kb_rules;
grant update (valid_to) on guardianship to kb_rules;
grant update (readers) on item to kb_rules;
create policy rules_add on person for insert to kb_rules with check (not is_staff and protection = 'none');
create policy rules_add on guardianship for insert to kb_rules with check (source like 'noterat: %');
create policy rules_add on person_contact for insert to kb_rules with check (true);
create policy rules_add on child_placement for insert to kb_rules with check (true);
create policy rules_read on child_placement for select to kb_rules using (true);
create policy rules_end on guardianship for update to kb_rules using (true);
create policy rules_readers on item for update to kb_rules using (kind = 'statement');

grant create on schema public to kb_rules;
do $$
declare f regproc;
begin
  foreach f in array '{release_stand_in,check_plan_is_over,write_down_guardian,write_down_contact,end_written_guardian,place_child,change_readers}'::regproc[] loop
    execute format('alter function %s owner to kb_rules', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to kb_app, kb_owner', f);
  end loop;
end $$;
revoke create on schema public from kb_rules;
