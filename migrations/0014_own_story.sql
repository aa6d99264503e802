-- "Jag håller inte med": what somebody in the family says about a text that a unit has written and let them read. It is
-- bound to that text as it stood, changes nothing in it, and stands beside it for whoever reads the text. Whoever keeps
-- the text keeps it, and owes an answer. docs/decisions/0018.

alter type task_kind add value 'answer_objection';
create type objection_kind as enum ('item', 'plan_part', 'meeting_note');
create type objection_outcome as enum ('corrected', 'stands');
create table objection (
  child_id uuid references child,
  id uuid,
  kind objection_kind not null,
  thing_id uuid not null,
  thing_at timestamptz not null,
  secrecy_unit_id uuid not null references secrecy_unit,
  said_by uuid not null references person,
  is_child boolean not null,
  is_open boolean not null,
  said_at timestamptz not null,
  due_on date not null,
  body bytea not null,
  primary key (child_id, id)
);
create index on objection (child_id, thing_id);
comment on column objection.thing_at is 'When the version was written that it is about: that tells nobody how many there are.';
comment on column objection.secrecy_unit_id is 'Who keeps the text: set by a trigger, and never changed.';
comment on column objection.is_open is 'Others in the family who read the text may read this; of a child, also other units.';
create table objection_answer (
  child_id uuid,
  objection_id uuid,
  outcome objection_outcome not null,
  body bytea,
  answered_by uuid not null references person,
  answered_at timestamptz not null,
  primary key (child_id, objection_id),
  foreign key (child_id, objection_id) references objection,
  check (outcome = 'corrected' or body is not null)
);

-- The keeper of the text, whoever writes.
create function set_objection_keeper() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  new.secrecy_unit_id := case new.kind
    when 'item' then (select i.secrecy_unit_id from public.item i
      where i.child_id = new.child_id and i.id = new.thing_id)
    when 'plan_part' then (select p.secrecy_unit_id from public.plan_part n
        join public.plan p on p.child_id = n.child_id and p.id = n.plan_id
      where n.child_id = new.child_id and n.part_id = new.thing_id limit 1)
    else (select m.secrecy_unit_id from public.meeting m
      where m.child_id = new.child_id and m.id = new.thing_id) end;
  return new;
end $$;
create trigger keeper before insert on objection for each row execute function set_objection_keeper();

-- It waits for the BBA where the keeper has the matter, else for whoever wrote the text, else for the holder of the
-- function where that was. ids: two fresh ones. False: not one's own, asked already, or nobody is left to ask.
create function ask_for_answer(child uuid, objection uuid, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  today date := public.asked_day();
  said public.objection;
  keeper uuid;
begin
  select o.* into said from public.objection o
    where o.child_id = child and o.id = objection and o.said_by = public.me() and o.said_at = at;
  if said.id is null or exists (select from public.task t where t.child_id = child and t.about_id = objection
    and t.kind = 'answer_objection') then return false; end if;
  keeper := coalesce(
    (select coalesce(
        (select e.id from public.engagement e where e.id = r.engagement_id
          and e.valid_from <= today and (e.valid_to is null or e.valid_to >= today)), f.holder_engagement_id)
      from public.responsibility r join public.unit u on u.id = r.unit_id
        left join public.unit_function f on f.unit_id = u.id and f.kind = 'best_interests_lead'
      where r.child_id = child and r.kind = 'best_interests_lead' and u.secrecy_unit_id = said.secrecy_unit_id
      order by upper_inf(r.during) desc, lower(r.during) desc limit 1),
    (select e.id from public.item i join public.engagement e on e.id = i.author_engagement_id
      where i.child_id = child and i.id = said.thing_id
        and e.valid_from <= today and (e.valid_to is null or e.valid_to >= today)),
    (select f.holder_engagement_id from public.item i join public.engagement e on e.id = i.author_engagement_id
        join public.unit_function f on f.unit_id = e.unit_id and f.kind = 'best_interests_lead'
      where i.child_id = child and i.id = said.thing_id));
  if keeper is null then return false; end if;
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select child, ids[2], 'work', keeper, said.secrecy_unit_id, public.me(), at
  where not exists (select from public.assignment a where a.child_id = child and a.engagement_id = keeper and a.kind = 'work'
    and a.valid_from <= at and (a.valid_to is null or a.valid_to > at));
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  values (child, ids[1], 'answer_objection', keeper, objection, said.due_on, at);
  return true;
end $$;

-- Answered: nothing waits any more, whoever of those who keep the text has answered. Whoever was let in to answer goes out.
create function end_objection_task() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update public.task t set done_at = new.answered_at, done_by = new.answered_by
    where t.child_id = new.child_id and t.about_id = new.objection_id and t.kind = 'answer_objection' and t.done_at is null;
  update public.assignment a set valid_to = greatest(a.valid_from, new.answered_at)
  from public.objection o
  where o.child_id = new.child_id and o.id = new.objection_id and a.child_id = o.child_id and a.kind = 'work'
    and a.given_by = o.said_by and a.valid_from = o.said_at and a.valid_to is null
    and not exists (select from public.matter m where m.child_id = o.child_id and m.closed_at is null
      and m.secrecy_unit_id = a.secrecy_unit_id)
    and not exists (select from public.task t where t.child_id = a.child_id and t.engagement_id = a.engagement_id
      and t.done_at is null);
  return null;
end $$;
create trigger answered after insert on objection_answer for each row execute function end_objection_task();

-- Does the one who asks read this text, as it stood then? The walls of each table say so.
create function reads_text(child uuid, of_kind objection_kind, thing uuid, written timestamptz)
returns boolean stable language sql as $$
  select case of_kind
    when 'item' then exists (select from public.item_version v join public.item i on (i.child_id, i.id) = (v.child_id, v.item_id)
      where v.child_id = child and v.item_id = thing and v.written_at = written)
    when 'plan_part' then exists (select from public.plan_part n
      where n.child_id = child and n.part_id = thing and n.written_at = written)
    else exists (select from public.meeting_note n
      where n.child_id = child and n.meeting_id = thing and n.written_at = written) end
$$;

alter table objection enable row level security, force row level security;
alter table objection_answer enable row level security, force row level security;
grant select, insert on objection, objection_answer to kb_app;
grant select on objection to kb_rules;
create policy rules_read on objection for select to kb_rules using (true);

-- The family, about what a unit has written and they read.
create policy said on objection for insert to kb_app with check (
  (select caller()).kind = 'family' and said_by = (select me()) and said_at = (select asked_at())
  and child_id in (select unnest(my_open_children()))
  and is_child = (child_id in (select id from child where person_id = (select me())))
  and reads_text(child_id, kind, thing_id, thing_at)
  and (kind <> 'item' or exists (select from item i
    where i.child_id = objection.child_id and i.id = thing_id and i.author_engagement_id is not null)));
-- Beside the text: for the units that read it, and for others in the family when the one who said it wants that. What a
-- child has not opened stays with those who keep the text.
create policy beside on objection for select to kb_app using (
  (is_open or ((select caller()).kind = 'staff' and (not is_child or secrecy_unit_id = (select my_secrecy_unit()))))
  and reads_text(child_id, kind, thing_id, thing_at));
-- One's own, also when a later version took the text's place. Somebody else may hold the eID of a child.
create policy mine on objection for select to kb_app using (
  said_by = (select me()) and (select caller()).kind = 'family' and child_id in (select unnest(my_open_children()))
  and (not is_child or not i_am_this_child(child_id))
  and thing_id not in (select unnest(my_barred_things()))
  and (kind = 'item' or reads_text(child_id, kind, thing_id, thing_at)));

create policy of_what_is_read on objection_answer for select to kb_app using (exists (select from objection o
  where o.child_id = objection_answer.child_id and o.id = objection_id));
create policy kept on objection_answer for insert to kb_app with check (
  answered_by = (select me()) and answered_at = (select asked_at()) and exists (select from objection o
    where o.child_id = objection_answer.child_id and o.id = objection_id
      and o.secrecy_unit_id = (select my_secrecy_unit()) and o.child_id in (select unnest(assigned_children('{work}')))));

-- What waits where the text is kept is for that unit, not for those who carry the matter.
create policy answered_where_kept on task as restrictive for select to kb_app using (
  kind::text <> 'answer_objection' or engagement_id in (select e.id from engagement e join unit u on u.id = e.unit_id
    where u.secrecy_unit_id = (select my_secrecy_unit())));

call cover_for_retention('objection');
call cover_for_retention('objection_answer');
call give_to_rules(new_rules());
-- What the database itself asks.
revoke execute on function set_objection_keeper(), end_objection_task() from kb_app;
