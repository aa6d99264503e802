-- Two records of one child, inside one wall: one person says so and another agrees. The one that ends has no name of its own
-- any more and points to the other; what is written in it stays behind its own walls. docs/decisions/0032.

alter type task_kind add value 'look_at_same_child';

create table same_child (
  child_id uuid references child,
  id uuid,
  same_as uuid not null references child,
  body bytea not null,
  proposed_by uuid not null references person,
  proposed_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references person,
  accepted boolean,
  primary key (child_id, id),
  check (child_id <> same_as),
  check (num_nonnulls(answered_at, answered_by, accepted) in (0, 3)),
  check (answered_by is distinct from proposed_by or not accepted)
);
create unique index same_child_waits on same_child (child_id) where answered_at is null;
create index on same_child (same_as);
comment on table same_child is 'That the record child_id is the same child as same_as, where it goes on.';

-- Why one cannot end as the other; null: it can. Both are mine to work with, nobody outside the wall knows the one that ends
-- or has got anything of it, and the family has not been told there: nobody loses sight of anything, and nobody gains any.
create function why_not_same(child uuid, other uuid) returns text stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  wall uuid := public.my_secrecy_unit();
begin
  if child = other or not array[child, other] <@ public.my_lead_children()
    or exists (select from public.child c where c.id in (child, other) and c.provisional) then return 'no'; end if;
  if public.is_hidden(child) or public.is_hidden(other)
    or exists (select from public.protection_mark p where p.child_id in (child, other)) then return 'protected'; end if;
  if not exists (select from public.matter m where m.child_id = other and m.closed_at is null) then return 'not-open'; end if;
  if exists (select from public.child c where c.id = child and c.person_id is not null)
    or exists (select from public.family_talk t where t.child_id = child)
    or exists (select from public.bar b where b.child_id = child)
    or exists (select from public.consent c where c.child_id = child)
    or exists (select from public.meeting m where m.child_id = child)
    or exists (select from public.plan p where p.child_id = child) then return 'told'; end if;
  if exists (select from public.access_grant g where g.child_id = child and g.to_unit_id is not null
      and not exists (select from public.unit u where u.id = g.to_unit_id and u.secrecy_unit_id = wall))
    or exists (select from public.assignment a where a.child_id = child and a.secrecy_unit_id <> wall
      and (a.valid_to is null or a.valid_to > at))
    or exists (select from public.matter m where m.child_id = child and m.secrecy_unit_id <> wall)
    or exists (select from public.handover h where h.child_id = child) then return 'shared'; end if;
  if exists (select from public.noticing_handling h where h.child_id = child and h.decision is null)
    or exists (select from public.register_says s where s.child_id = child and s.answered_at is null)
    or exists (select from public.child_identifier i where i.child_id in (child, other) and i.waits) then return 'unread'; end if;
  if exists (select from public.support s where s.child_id = child) or exists (select from public.decision d where d.child_id = child)
    then return 'gone-far'; end if;
  if exists (select from public.guardianship g where g.child_id = child and g.source = 'folkbokföringen'
      and (g.valid_to is null or g.valid_to > public.asked_day())
      and not exists (select from public.guardianship o where o.child_id = other and o.person_id = g.person_id
        and (o.valid_to is null or o.valid_to > public.asked_day()))) then return 'guardians'; end if;
  return null;
end $$;

-- done, or why not. Sent twice it is once; one at a time.
create function propose_same(child uuid, proposal uuid, other uuid, sealed bytea, task uuid)
returns text volatile security definer set search_path = '' language plpgsql as $$
declare
  reason text;
begin
  perform from public.child c where c.id in (child, other) order by c.id for no key update;
  if exists (select from public.same_child s where s.child_id = child and s.id = proposal) then return 'done'; end if;
  if not (public.i_hold_the_function() or public.accountable_engagement(child, public.asked_at()) = public.my_engagement())
    then return 'no'; end if;
  reason := public.why_not_same(child, other);
  if reason is distinct from 'no' and exists (select from public.same_child s where s.answered_at is null
    and (s.child_id in (child, other) or s.same_as in (child, other))) then return 'waits'; end if;
  if reason is not null then return reason; end if;
  insert into public.same_child (child_id, id, same_as, body, proposed_by, proposed_at)
  values (child, proposal, other, sealed, public.me(), public.asked_at());
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  select child, task, 'look_at_same_child', c.id, proposal, public.asked_day(), public.asked_at()
  from public.a_colleague_with(array[child, other]) c (id) where c.id is not null;
  return 'done';
end $$;

-- A yes is another person's than the one who proposed it. What was written has been told anew by then, and the matter is closed:
-- places, who knows the child in daily work and the way to find it go over, and the name is the other record's.
create function answer_same(child uuid, proposal uuid, yes boolean)
returns text volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  today date := public.asked_day();
  other uuid;
  reason text;
begin
  select s.same_as into other from public.same_child s where s.child_id = child and s.id = proposal and s.answered_at is null
    and s.child_id = any (public.my_lead_children()) and not (yes and s.proposed_by = public.me());
  if other is null then return 'no'; end if;
  perform from public.child c where c.id in (child, other) order by c.id for no key update;
  if yes then
    reason := public.why_not_same(child, other);
    if reason is not null then return reason; end if;
    insert into public.child_placement (child_id, id, unit_id, valid_from, valid_to)
    select other, p.id, p.unit_id, p.valid_from, p.valid_to from public.child_placement p
    where p.child_id = child and not exists (select from public.child_placement o where o.child_id = other and o.unit_id = p.unit_id);
    delete from public.child_placement p where p.child_id = child;
    insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
    select other, a.id, 'ordinary', a.engagement_id, a.secrecy_unit_id, public.me(), at from public.assignment a
    where a.child_id = child and a.kind = 'ordinary' and (a.valid_to is null or a.valid_to > at)
      and not exists (select from public.assignment o where o.child_id = other and o.engagement_id = a.engagement_id
        and o.kind = 'ordinary' and (o.valid_to is null or o.valid_to > at));
    update public.assignment a set valid_to = greatest(a.valid_from, at)
    where a.child_id = child and a.kind = 'ordinary' and (a.valid_to is null or a.valid_to > at);
    update public.guardianship g set valid_to = greatest(g.valid_from, today)
    where g.child_id = child and (g.valid_to is null or g.valid_to > today);
    update public.identifier_hash h set child_id = other where h.child_id = child;
    delete from public.child_identifier i where i.child_id = child;
    update public.child c set provisional = true, given_name = null, family_name = null, born_on = null, expected_on = null,
      merged_into = other where c.id = child;
  end if;
  update public.same_child s set answered_at = at, answered_by = public.me(), accepted = yes
  where s.child_id = child and s.id = proposal;
  update public.task t set done_at = at, done_by = public.me()
  where t.child_id = child and t.kind = 'look_at_same_child' and t.about_id = proposal and t.done_at is null;
  return 'done';
end $$;

-- The records that have ended as this child, of those that I worked with: what is written in them stays there.
create function my_earlier_records(child uuid) returns uuid[] stable security definer set search_path = '' language sql as $$
  select array(select c.id from public.child c
    join public.assignment a on a.child_id = c.id and a.kind = 'work' and a.engagement_id = public.my_engagement()
      and a.valid_from <= public.asked_at() and (a.valid_to is null or a.valid_to > public.asked_at())
    where c.merged_into = child and child = any (public.my_lead_children())
      and exists (select from public.matter m where m.child_id = c.id and m.secrecy_unit_id = public.my_secrecy_unit())
    order by c.made_at, c.id)
$$;

-- A record that ended as another is as protected as that one.
create or replace function is_hidden(child uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.child c where c.id = child and c.protection <> 'none')
    or exists (select from public.protection_mark p where p.child_id = child and p.person_id is null and p.places_shown_at is null)
    or exists (select from public.child c where c.id = child and c.merged_into is not null and public.is_hidden(c.merged_into))
$$;

-- Nothing leads from somebody who has got a new identity, nor to them.
create function forget_same_child() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  delete from public.same_child s where new.subject_id in (s.child_id, s.same_as);
  return null;
end $$;
create trigger forgets_same after insert on shredded_subject for each row execute function forget_same_child();

-- The walls ----------------------------------------------------------------------------------------------------------------

alter table same_child enable row level security, force row level security;
grant select on same_child to kb_app;
create policy led on same_child for select to kb_app using (child_id in (select unnest(my_lead_children())));
grant select, insert, delete on same_child to kb_rules;
grant update (answered_at, answered_by, accepted) on same_child to kb_rules;
create policy rules_read on same_child for select to kb_rules using (true);
create policy rules_add on same_child for insert to kb_rules with check (true);
create policy rules_change on same_child for update to kb_rules using (true);
create policy rules_clear on same_child for delete to kb_rules using (true);
grant update (child_id) on identifier_hash to kb_rules;
create policy rules_move on identifier_hash for update to kb_rules using (true);
grant update (provisional, merged_into) on child to kb_rules;
call cover_for_retention('same_child');
call give_to_rules('{forget_same_child,why_not_same}'::regproc[]::regprocedure[], '');
call give_to_rules(new_rules());
