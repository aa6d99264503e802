-- The child writes to whoever is its BBA. It is read there and nowhere else, and never again where the child is signed in.
-- docs/decisions/0039.

create table child_message (
  child_id uuid,
  id uuid,
  body bytea not null,
  beside uuid references engagement,
  sent_at timestamptz not null,
  primary key (child_id, id)
);
comment on column child_message.beside is 'The adult who had handed over the device when it was written.';

-- Those that wait for me, or did: as BBA or whoever stands for it now, and as stand-in once it has lain unread.
create function my_childs_messages() returns table (child_id uuid, id uuid)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  mine uuid := public.my_engagement();
  at timestamptz := public.asked_at();
begin
  if mine is null or public.asked_child() <> all (public.my_children())
    or public.asked_child() = any (public.my_own_children()) then return; end if;
  return query
    select t.child_id, t.about_id from public.task t join public.engagement e on e.id = t.engagement_id
    where t.child_id = public.asked_child() and t.kind = 'read_message'
      and (public.stands_for(t.engagement_id, e.unit_id, at, t.child_id) = mine
        or (t.stand_in_engagement_id = mine and t.escalates_at <= coalesce(t.done_at, at)));
end $$;

-- Sends it. Sent twice it is one. False: there is nobody whom the child knows of. ids: two fresh ones.
create function send_childs_message(child uuid, message uuid, sealed bytea, due date, escalates timestamptz, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  lead public.responsibility;
  stand_in uuid;
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_open_children()) or not public.i_am_this_child(child) then return false; end if;
  select r.* into lead from public.responsibility r
  where r.child_id = child and r.kind = 'best_interests_lead' and upper_inf(r.during)
    and r.matter_id = any (public.my_told_matters());
  if lead.id is null then return false; end if;
  insert into public.child_message (child_id, id, body, beside, sent_at)
  values (child, message, sealed, public.handed_by(), at) on conflict do nothing;
  if not found then return true; end if;
  select s.id into stand_in from public.unit_function f
    cross join lateral unnest(array[f.stand_in_engagement_id, f.holder_engagement_id]) s (id)
  where f.unit_id = lead.unit_id and f.kind = 'best_interests_lead' and s.id <> lead.engagement_id
    and public.answers_for(s.id, child) limit 1;
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select child, ids[1], 'work', stand_in, u.secrecy_unit_id, public.me(), escalates from public.unit u
  where u.id = lead.unit_id and stand_in is not null and not exists (select from public.assignment a
    where a.child_id = child and a.kind = 'work' and a.engagement_id = stand_in and a.valid_to is null
      and a.valid_from <= escalates);
  insert into public.task (child_id, id, kind, engagement_id, stand_in_engagement_id, escalates_at, about_id, due_on,
    made_at)
  values (child, ids[2], 'read_message', lead.engagement_id, stand_in, case when stand_in is not null then escalates end,
    message, due, at);
  return true;
end $$;

alter table child_message enable row level security, force row level security;
grant select, insert on child_message to kb_rules;
create policy rules_read on child_message for select to kb_rules using (true);
create policy rules_add on child_message for insert to kb_rules with check (true);
grant select on child_message to kb_app;
create policy waits_for_me on child_message for select to kb_app using (
  (child_id, id) in (select m.child_id, m.id from my_childs_messages() m));
call cover_for_retention('child_message');

call give_to_rules(new_rules());
