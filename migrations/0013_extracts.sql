-- First what later files lean on. Functions that look past the walls belong to kb_rules, and only those who are named may
-- call them. What a trigger runs nobody may name: it could be hung on a temporary table of one's own, and read or change there
-- with the rights of the rules. A trigger that is there fires without that right.
create procedure give_to_rules(functions regprocedure[], callers text default 'kb_app, kb_owner') language plpgsql as $$
declare f regprocedure;
begin
  grant create on schema public to kb_rules;
  foreach f in array functions loop
    execute format('alter function %s owner to kb_rules', f);
    execute format('revoke execute on function %s from public, kb_app, kb_owner', f);
    if callers <> '' and (select p.prorettype <> 'trigger'::regtype from pg_proc p where p.oid = f) then
      execute format('grant execute on function %s to %s', f, callers);
    end if;
  end loop;
  revoke create on schema public from kb_rules;
end $$;
revoke execute on procedure give_to_rules(regprocedure[], text) from public;
-- Those that are new and look past the walls.
create function new_rules() returns regprocedure[] stable language sql as $$
  select array_agg(p.oid::regprocedure) from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.proowner <> 'kb_rules'::regrole
$$;
revoke execute on function new_rules() from public;
do $$
declare f regprocedure;
begin
  for f in
    select p.oid from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proowner = 'kb_rules'::regrole and p.prorettype = 'trigger'::regtype
  loop
    execute format('revoke execute on function %s from public, kb_app, kb_owner', f);
  end loop;
  execute format('revoke temporary on database %I from public', current_database());
end $$;

-- What is shared in an emergency is told to a reviewer at once (0018 tells which lines).
create index on access_grant (decided_by) where legal_ground = 'nod';

-- The name is sealed with the mark that stands, whatever the moment.
create or replace function name_compartments(children uuid[]) returns table (child_id uuid, id uuid)
stable security definer set search_path = '' language sql as $$
  select distinct on (p.child_id) p.child_id, p.id from public.protection_mark p
  where p.child_id = any (children) and p.person_id is null and p.id = any (public.my_compartments())
  order by p.child_id, p.lifted_at is null desc, p.marked_at desc
$$;

-- An extract from every unit that the one who asks knows of, and each answers for its own; and what there is about
-- oneself. docs/decisions/0017.

-- What I must not know, of a thing or a unit. Nobody but I reads an extract that I have asked for: what is barred for
-- somebody else is not barred for the grown child.
create function my_own_bars(child uuid) returns uuid[] stable security definer set search_path = '' language sql as $$
  select coalesce(array_agg(b.thing_id), '{}') from public.bar b
  where b.child_id = child and b.person_id = public.me() and b.thing_id is not null and b.ended_at is null
$$;

alter table extract_request add column unit_id uuid references unit;
alter table extract_request add column carries boolean not null default true;
comment on column extract_request.unit_id is 'The unit that answers. Null in those from before each unit answered for itself.';
comment on column extract_request.carries is 'Of the unit that carries the matter, or carried the latest.';
drop index one_open_extract;
create unique index one_open_extract on extract_request (child_id, asked_by, secrecy_unit_id) where answered_at is null;

-- The units that the family can ask: those that have carried a matter it has been told of, and those that it is shown to
-- have taken part in one. Only what it is shown decides: whether a unit keeps anything is asked nobody. One in each
-- secrecy unit, the one that carries first.
create function extract_keepers(child uuid)
returns table (unit_id uuid, secrecy_unit_id uuid, carries boolean, holder uuid, stand_in uuid)
stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  today date := public.asked_day();
  told uuid[] := public.my_told_matters();
  barred uuid[] := public.my_own_bars(child);
begin
  if not public.acts_for_family(child) then return; end if;
  return query
  with carrying as (
    select r.unit_id as id, r.engagement_id as lead
    from public.matter m
      join public.responsibility r on r.child_id = m.child_id and r.matter_id = m.id and r.kind = 'best_interests_lead'
    where m.child_id = child and m.id = any (told)
    order by m.opened_at desc, lower(r.during) desc limit 1),
  known as (
    select r.unit_id as id, lower(r.during) as since, null::uuid as contact from public.responsibility r
    where r.child_id = child and r.matter_id = any (told)
    union all
    select g.to_unit_id, g.decided_at, g.contact_engagement_id
    from public.access_grant g join public.unit u on u.id = g.to_unit_id
    where g.child_id = child and g.kind = 'party' and g.decided_at <= at
      and (g.consent_id is not null or u.kind <> 'police')
      and exists (select from public.matter m where m.child_id = child and m.id = any (told)
        and m.opened_at <= g.decided_at and (m.closed_at is null or m.closed_at >= g.decided_at))),
  who as (
    select k.id, u.secrecy_unit_id as wall, k.id = c.id as carries, k.since,
      case when k.id = c.id and c.lead in (select e.id from public.engagement e
          where e.valid_from <= today and (e.valid_to is null or e.valid_to >= today)) then c.lead
        else coalesce(f.holder_engagement_id, (select e.id from public.engagement e where e.id = k.contact
          and e.valid_from <= today and (e.valid_to is null or e.valid_to >= today))) end as holder,
      case when k.id <> c.id then f.stand_in_engagement_id end as stand_in
    from known k join public.unit u on u.id = k.id
      cross join carrying c
      left join public.unit_function f on f.unit_id = k.id and f.kind = 'best_interests_lead'
    where k.id <> all (barred))
  select distinct on (w.wall) w.id, w.wall, w.carries, w.holder, w.stand_in
  from who w where w.holder is not null
  order by w.wall, w.carries desc, w.since desc, w.id;
end $$;

-- Asks one of them. It waits for the BBA, or for whoever holds the unit's function, for as long as nobody has answered. Work
-- with the matter is for where one is open; others look through their own papers and nothing more. ids: three fresh ones.
drop function ask_for_extract(uuid, uuid, date, uuid[]);
create function ask_for_extract(child uuid, wall uuid, request uuid, due date, escalates timestamptz, ids uuid[])
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

-- The requests that wait for me, or for the function that I hold now, and that I answer for my own secrecy unit.
create function my_extract_reviews() returns table (child_id uuid, id uuid, secrecy_unit_id uuid)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  who public.caller := public.caller();
  child uuid := public.asked_child();
  at timestamptz := public.asked_at();
  mine uuid[];
begin
  if who.engagement_id is null or child is null then return; end if;
  if not exists (select from public.extract_request r where r.child_id = child and r.answered_at is null
    and r.secrecy_unit_id = who.secrecy_unit_id) then return; end if;
  mine := public.my_children();
  return query select r.child_id, r.id, r.secrecy_unit_id
    from public.extract_request r
      join public.task t on t.child_id = r.child_id and t.about_id = r.id and t.kind = 'review_extract' and t.done_at is null
    where r.child_id = child and child = any (mine) and r.answered_at is null and r.secrecy_unit_id = who.secrecy_unit_id
      and (t.engagement_id = who.engagement_id
        or (t.stand_in_engagement_id = who.engagement_id and t.escalates_at <= at)
        or (not r.carries and exists (select from public.unit_function f where f.unit_id = r.unit_id
          and f.kind = 'best_interests_lead' and f.holder_engagement_id = who.engagement_id)));
end $$;

-- Closes what has been answered. Whoever was let in to answer knows nothing of the child any longer.
create function close_extract(child uuid, request uuid)
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

-- A question about a reading that is answered leaves the one who also looks through an extract in peace.
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

-- How somebody signs in, for themselves: who vouches for them, and of what that one calls them the last four characters.
create function my_logins() returns table (issuer text, tail text)
stable security definer set search_path = '' language sql as $$
  select i.issuer, case when length(i.subject) > 8 then right(i.subject, 4) else '' end
  from public.identity i where i.person_id = public.me() order by i.issuer, i.subject
$$;

-- The walls ------------------------------------------------------------------------------------------------------------

grant update (answered_by, answered_at) on extract_request to kb_rules;
create policy rules_close on extract_request for update to kb_rules using (true);

-- Only the rules close it.
drop policy answered on extract_request;
revoke update (answered_by, answered_at) on extract_request from kb_app;
-- One who is told of a unit no longer is not told that it was asked.
create policy not_barred on extract_request as restrictive for select to kb_app using (
  unit_id is null or unit_id <> all ((select my_own_bars(asked_child()))::uuid[]));
create policy reviewer on extract_request for select to kb_app using (
  id in (select m.id from my_extract_reviews() m));
create policy reviewer on extract_release for insert to kb_app with check (
  written_by = (select me()) and written_at = (select asked_at())
  and request_id in (select m.id from my_extract_reviews() m));
create policy reviewer on extract_hold for insert to kb_app with check (
  request_id in (select m.id from my_extract_reviews() m));

-- What waits in one unit is for that unit, not for those who carry the matter.
create policy extracts_where_kept on task as restrictive for select to kb_app using (
  kind::text <> 'review_extract' or engagement_id in (select e.id from engagement e join unit u on u.id = e.unit_id
    where u.secrecy_unit_id = (select my_secrecy_unit())));

-- While it waits, whoever looks through it reads what their own secrecy unit keeps; never what a child told one person.
do $$
declare t text;
begin
  foreach t in array '{item,plan,meeting}'::text[] loop
    execute format('create policy reviewer on %I for select to kb_app using (
      (child_id, secrecy_unit_id) in (select m.child_id, m.secrecy_unit_id from my_extract_reviews() m))', t);
  end loop;
end $$;
alter policy reviewer on item using (readers <> 'told'
  and (child_id, secrecy_unit_id) in (select m.child_id, m.secrecy_unit_id from my_extract_reviews() m));
create policy reviewer on access_grant for select to kb_app using (
  (child_id, from_secrecy_unit_id) in (select m.child_id, m.secrecy_unit_id from my_extract_reviews() m));
create policy reviewer on plan_part for select to kb_app using (
  child_id in (select m.child_id from my_extract_reviews() m) and exists (select from plan p
    where p.child_id = plan_part.child_id and p.id = plan_id and p.secrecy_unit_id = (select my_secrecy_unit())));
create policy reviewer on meeting_note for select to kb_app using (
  child_id in (select m.child_id from my_extract_reviews() m) and exists (select from meeting x
    where x.child_id = meeting_note.child_id and x.id = meeting_id and x.secrecy_unit_id = (select my_secrecy_unit())));

call give_to_rules(new_rules());
