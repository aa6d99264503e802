-- What the family writes waits for the BBA in one way: unread after a working day it waits for the stand-in too, who works
-- with the child from then on. Whoever stands for the BBA meanwhile, also of a closed school, is found when they ask.

create function wait_for_lead(child uuid, of_kind task_kind, about uuid, due date, escalates timestamptz, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  lead public.responsibility;
  stand_in uuid;
begin
  select r.* into lead from public.responsibility r
  where r.child_id = child and r.kind = 'best_interests_lead' and upper_inf(r.during)
    and r.matter_id = any (public.my_told_matters());
  if lead.id is null then return false; end if;
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
  values (child, ids[2], of_kind, lead.engagement_id, stand_in, case when stand_in is not null then escalates end,
    about, due, public.asked_at());
  return true;
end $$;
call give_to_rules('{wait_for_lead}'::regproc[]::regprocedure[], '');

-- As before.
create or replace function send_childs_message(child uuid, message uuid, sealed bytea, due date, escalates timestamptz, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_open_children()) or not public.i_am_this_child(child) then return false; end if;
  insert into public.child_message (child_id, id, body, beside, sent_at)
  values (child, message, sealed, public.handed_by(), public.asked_at()) on conflict do nothing;
  return not found or public.wait_for_lead(child, 'read_message', message, due, escalates, ids);
end $$;

-- Somebody in the family has said something that those who carry the matter may read.
create function tell_lead_of_statement(child uuid, statement uuid, due date, escalates timestamptz, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_open_children()) or not exists (select from public.item i
    where i.child_id = child and i.id = statement and i.kind = 'statement' and i.readers <> 'told'
      and i.author_id = public.me() and i.author_engagement_id is null) then return false; end if;
  return public.wait_for_lead(child, 'read_statement', statement, due, escalates, ids);
end $$;

call give_to_rules(new_rules());
