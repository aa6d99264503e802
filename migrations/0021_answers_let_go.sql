-- Whoever is let in only to answer the family goes out again when it is answered, is let in for as long as it waits, and
-- is never somebody who happens to work behind the same wall.

-- Work with the matter is for where one is open; all others look through their own papers and nothing more.
create or replace function ask_for_extract(child uuid, wall uuid, request uuid, due date, escalates timestamptz, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  keeper record;
begin
  perform from public.child c where c.id = child for no key update;
  select * into keeper from public.extract_keepers(child) k where k.secrecy_unit_id = wall;
  if keeper.unit_id is null then return false; end if;
  insert into public.extract_request (child_id, id, secrecy_unit_id, unit_id, carries, asked_by, asked_at, due_on)
  values (child, request, wall, keeper.unit_id, keeper.carries, public.me(), at, due) on conflict do nothing;
  if not found then return true; end if;
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select child, w.id, w.kind, w.engagement, wall, public.me(), w.since
  from (values
    (ids[2], case when exists (select from public.matter m where m.child_id = child and m.closed_at is null
        and m.secrecy_unit_id = wall) then 'work' else 'ordinary' end::public.assignment_kind, keeper.holder, at),
    (ids[3], 'ordinary'::public.assignment_kind, keeper.stand_in, escalates)) w (id, kind, engagement, since)
  where w.engagement is not null and not (w.id = ids[3] and keeper.stand_in = keeper.holder)
    and not (w.kind = 'work' and exists (select from public.assignment a where a.child_id = child
      and a.engagement_id = w.engagement and a.kind = 'work'
      and a.valid_from <= at and (a.valid_to is null or a.valid_to > at)));
  insert into public.task (child_id, id, kind, engagement_id, stand_in_engagement_id, escalates_at, about_id, due_on,
    made_at)
  values (child, ids[1], 'review_extract', keeper.holder, keeper.stand_in,
    case when keeper.stand_in is not null then escalates end, request, due, at);
  return true;
end $$;

create or replace function close_extract(child uuid, request uuid)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  asked public.extract_request;
begin
  update public.extract_request r set answered_at = at, answered_by = public.me()
  where r.child_id = child and r.id = request and r.answered_at is null and r.secrecy_unit_id = public.my_secrecy_unit()
    and (child = any (public.my_lead_children()) or r.id in (select m.id from public.my_extract_reviews() m))
  returning * into asked;
  if asked.id is null then return false; end if;
  update public.task t set done_at = at, done_by = public.me()
  where t.child_id = child and t.about_id = request and t.kind = 'review_extract' and t.done_at is null;
  update public.assignment a set valid_to = greatest(a.valid_from, at)
  where a.child_id = child and a.kind = 'ordinary' and a.given_by = asked.asked_by
    and (a.valid_to is null or a.valid_to > at)
    and a.secrecy_unit_id = asked.secrecy_unit_id
    and not exists (select from public.extract_request other where other.child_id = child
      and other.secrecy_unit_id = asked.secrecy_unit_id and other.asked_by = asked.asked_by and other.answered_at is null)
    and not exists (select from public.reading_question q join public.unit u on u.id = q.to_unit_id
      where q.child_id = child and q.asked_by = asked.asked_by and q.answered_at is null
        and u.secrecy_unit_id = asked.secrecy_unit_id);
  return true;
end $$;

create or replace function answer_reading_question(child uuid, question uuid, sealed bytea)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  asked public.reading_question;
begin
  perform from public.child c where c.id = child for no key update;
  update public.reading_question q set answer_body = sealed, answered_by = public.me(), answered_at = at
  where q.child_id = child and q.id = question and q.answered_at is null and q.to_unit_id = public.my_unit()
    and public.i_hold_the_function() and child = any (public.my_children())
  returning * into asked;
  if asked.id is null then return false; end if;
  update public.task t set done_at = at, done_by = public.me()
  where t.child_id = child and t.about_id = question and t.kind = 'answer_reading_question' and t.done_at is null;
  update public.assignment a set valid_to = greatest(a.valid_from, at)
  where a.child_id = child and a.kind = 'ordinary' and a.given_by = asked.asked_by
    and (a.valid_to is null or a.valid_to > at)
    and a.engagement_id in (select e.id from public.engagement e where e.unit_id = asked.to_unit_id)
    and not exists (select from public.reading_question other where other.child_id = child
      and other.to_unit_id = asked.to_unit_id and other.asked_by = asked.asked_by and other.answered_at is null)
    and not exists (select from public.extract_request r where r.child_id = child
      and r.unit_id = asked.to_unit_id and r.asked_by = asked.asked_by and r.answered_at is null);
  return true;
end $$;

-- It waits for the BBA where the keeper has the matter, else for whoever wrote the text, else for the holder of the
-- function where that was. Twice is once.
create or replace function ask_for_answer(child uuid, objection uuid, ids uuid[])
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

-- Answered: nothing waits any more, and whoever was let in to answer has no more to do with the child.
create or replace function end_objection_task() returns trigger security definer set search_path = '' language plpgsql as $$
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
