-- Somebody in the family, or whoever has told something, may ask for another BBA. Whoever takes what nobody else holds answers, and
-- the BBA is told neither that, nor by whom, nor why. docs/decisions/0027.

alter type task_kind add value 'name_other_lead';

create type lead_asker as enum ('family', 'child', 'sender');
create table lead_request (
  child_id uuid,
  id uuid,
  tenure_id uuid not null,
  authority_id uuid not null references authority,
  asker lead_asker not null,
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  due_on date not null,
  body bytea not null,
  answered_at timestamptz,
  answered_by uuid references person,
  answer_body bytea,
  primary key (child_id, id),
  foreign key (child_id, tenure_id) references responsibility on delete cascade,
  check ((answered_at is null) = (answered_by is null)),
  check (answer_body is null or answered_at is not null)
);
comment on table lead_request is 'In whose place another is asked for: a tenure. It waits as long as that goes on.';
create index on lead_request (authority_id) where answered_at is null;

alter table lead_choice add column set_aside uuid references person;
comment on column lead_choice.set_aside is 'Another was asked for in their place: they come near nothing of this matter at work.';
create index on lead_choice (set_aside) where set_aside is not null;

create function is_set_aside(person uuid, child uuid) returns boolean
stable security definer set search_path = '' language sql as $$
  select exists (select from public.lead_choice l
      join public.responsibility r on (r.child_id, r.id) = (l.child_id, l.tenure_id)
      join public.matter m on (m.child_id, m.id) = (r.child_id, r.matter_id)
    where l.set_aside = person and l.child_id = child and m.closed_at is null)
$$;
-- As in 0030, and those whom somebody has asked to have nothing to do with it.
create or replace function is_own_child(engagement uuid, child uuid, on_day date) returns boolean
stable security definer set search_path = '' language sql as $$
  select exists (select from public.engagement e join public.guardianship g on g.person_id = e.person_id
      where e.id = engagement and g.child_id = child and g.valid_from <= on_day and (g.valid_to is null or g.valid_to > on_day))
    or exists (select from public.engagement e join public.child c on c.person_id = e.person_id
      where e.id = engagement and c.id = child)
    or exists (select from public.engagement e where e.id = engagement and public.is_set_aside(e.person_id, child))
$$;
-- As in 0034, and the children in whose matter I am set aside.
create or replace function my_own_children() returns uuid[]
stable security definer set search_path = '' language plpgsql as $$
begin
  return array(
    select g.child_id from public.guardianship g where g.person_id = public.me()
      and g.valid_from <= public.asked_day() and (g.valid_to is null or g.valid_to > public.asked_day())
    union
    select c.id from public.child c where c.person_id = public.me()
    union
    select l.child_id from public.lead_choice l
    where l.set_aside = public.me() and public.is_set_aside(l.set_aside, l.child_id));
end $$;

-- Who answers: the organisation's fallback, else whoever holds the unit's function, else its stand-in, those first who are there;
-- never the one whom it is about, nor the one who asks. Null where nobody else is left.
create function answers_lead_request(asked public.lead_request) returns uuid
stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  held public.responsibility;
  fn public.unit_function;
begin
  select * into held from public.responsibility r
  where r.child_id = asked.child_id and r.id = asked.tenure_id and upper_inf(r.during);
  if held.id is null then return null; end if;
  select * into fn from public.unit_function f where f.unit_id = held.unit_id and f.kind = 'best_interests_lead';
  return (select e.id
    from unnest(public.holders_on(asked.authority_id, 'fallback_lead', public.asked_day())
        || array[fn.holder_engagement_id, fn.stand_in_engagement_id]) with ordinality c (id, place)
      join public.engagement e on e.id = c.id
    where public.answers_for(e.id, asked.child_id) and e.person_id <> asked.asked_by
      and e.person_id not in (select o.person_id from public.engagement o where o.id in (held.engagement_id,
        public.stands_for(held.engagement_id, held.unit_id, at, asked.child_id)))
    order by public.is_away(e.id, at), c.place limit 1);
end $$;

-- As in 0021, and what is asked of me about who is BBA.
create or replace function my_called()
returns table (child_id uuid, about_id uuid, kind task_kind, due_on date, secrecy_unit_id uuid, thing_id uuid)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  who public.caller := public.caller();
  child uuid := public.asked_child();
  walls uuid[];
begin
  if who.engagement_id is null then return; end if;
  return query select r.child_id, r.id, 'review_extract'::public.task_kind, r.due_on, r.secrecy_unit_id, null::uuid
    from public.extract_request r
    where r.answered_at is null and r.secrecy_unit_id = who.secrecy_unit_id and (child is null or r.child_id = child)
      and who.engagement_id = any (public.answers_extract(r));
  return query select q.child_id, q.id, 'name_other_lead'::public.task_kind, q.due_on, null::uuid, null::uuid
    from public.lead_request q join public.secrecy_unit own on own.authority_id = q.authority_id
    where own.id = who.secrecy_unit_id and q.answered_at is null and (child is null or q.child_id = child)
      and who.engagement_id = public.answers_lead_request(q);
  walls := array[who.secrecy_unit_id];
  if exists (select from public.unit_function f where f.kind = 'log_reviewer'
    and who.engagement_id in (f.holder_engagement_id, f.stand_in_engagement_id)) then
    walls := array(select s.id from public.secrecy_unit s join public.secrecy_unit own on own.authority_id = s.authority_id
      where own.id = who.secrecy_unit_id);
  end if;
  return query select o.child_id, o.id, 'answer_objection'::public.task_kind, o.due_on, o.secrecy_unit_id, o.thing_id
    from public.objection o
    where o.secrecy_unit_id = any (walls) and (child is null or o.child_id = child)
      and not exists (select from public.objection_answer a where a.child_id = o.child_id and a.objection_id = o.id)
      and who.engagement_id = any ((public.answers_objection(o)).who);
end $$;

-- Asks. Whoever has only told something learns nothing of whether anything is going on: the answer is the same. For the
-- family 'nobody' where there is nobody to ask, and 'waits' when they have asked already.
create function ask_other_lead(child uuid, request uuid, due date, words bytea) returns text
volatile security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  held public.responsibility;
  asked public.lead_request;
begin
  perform from public.child c where c.id = child for no key update;
  if exists (select from public.lead_request q where q.child_id = child and q.id = request) then return 'sent'; end if;
  select r.* into held from public.responsibility r
  where r.child_id = child and r.kind = 'best_interests_lead' and upper_inf(r.during);
  asked.asker := case
    when child = any (public.my_open_children()) and held.matter_id = any (public.my_told_matters())
      then case when public.acts_for_family(child) then 'family' else 'child' end
    when who.engagement_id is not null and child = any (public.my_children()) and exists (
      select from public.noticing n where n.child_id = child and n.sender_id = who.person_id
        and n.sender_engagement_id = who.engagement_id) then 'sender' end;
  if asked.asker is null then return 'not-allowed'; end if;
  if held.id is null then return 'sent'; end if;
  asked.child_id := child;
  asked.id := request;
  asked.tenure_id := held.id;
  asked.asked_by := who.person_id;
  asked.asked_at := public.asked_at();
  asked.due_on := due;
  asked.body := words;
  select w.authority_id into asked.authority_id from public.unit u join public.secrecy_unit w on w.id = u.secrecy_unit_id
  where u.id = held.unit_id;
  if asked.asker = 'family' then
    if public.answers_lead_request(asked) is null then return 'nobody'; end if;
    if exists (select from public.lead_request q where q.child_id = child and q.tenure_id = held.id
      and q.asked_by = who.person_id and q.answered_at is null) then return 'waits'; end if;
  end if;
  insert into public.lead_request select asked.*;
  return 'sent';
end $$;

-- In whose place I am asked to choose another.
create function lead_to_replace(child uuid, request uuid)
returns table (tenure_id uuid, unit_id uuid, wall uuid, held_by uuid, held_now uuid)
stable security definer set search_path = '' language sql rows 1 as $$
  select r.id, r.unit_id, m.secrecy_unit_id, r.engagement_id,
    public.stands_for(r.engagement_id, r.unit_id, public.asked_at(), child)
  from public.lead_request q
    join public.responsibility r on (r.child_id, r.id) = (q.child_id, q.tenure_id) and upper_inf(r.during)
    join public.matter m on (m.child_id, m.id) = (r.child_id, r.matter_id)
  where q.child_id = child and q.id = request and q.answered_at is null
    and public.my_engagement() = public.answers_lead_request(q)
$$;

drop function lead_candidates(uuid);
drop function name_lead(uuid, uuid, uuid, uuid, bytea, date, uuid[]);
-- As in 0036; where another was asked for, nobody who is the one it is about.
create function lead_candidates(child uuid, request uuid) returns setof uuid
stable security definer set search_path = '' language sql rows 20 as $$
  select e.id
  from (select * from public.lead_to_name(child) where request is null
      union all select * from public.lead_to_replace(child, request)) l
    join public.unit u on u.secrecy_unit_id = l.wall
    join public.engagement e on e.unit_id = u.id
  where e.id <> l.held_by and public.employed_on(e.id, public.asked_day())
    and not public.is_own_child(e.id, child, public.asked_day())
    and (request is null or e.person_id not in (
      select o.person_id from public.engagement o where o.id in (l.held_by, l.held_now)))
    and (u.id = l.unit_id or exists (select from public.unit_function f where f.kind = 'best_interests_lead'
      and f.unit_id = u.id and e.id in (f.holder_engagement_id, f.stand_in_engagement_id)))
$$;
-- As in 0036. Where another was asked for, the one in whose place it is has nothing to do with the matter from that moment, and
-- everybody who asked is answered.
create function name_lead(child uuid, seen uuid, tenure uuid, chosen uuid, reason bytea, due date, ids uuid[], request uuid)
returns text volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  had public.responsibility;
  fresh public.responsibility;
  wall uuid;
  aside uuid;
begin
  perform from public.child c where c.id = child for no key update;
  select * into fresh from public.responsibility r where r.child_id = child and r.id = tenure;
  if fresh.id is not null then
    return case when fresh.engagement_id = chosen and fresh.given_by = public.me() then 'done' else 'conflict' end;
  end if;
  select r.* into had
  from (select * from public.lead_to_name(child) where request is null
      union all select * from public.lead_to_replace(child, request)) l
    join public.responsibility r on r.child_id = child and r.id = l.tenure_id;
  if had.id is null then return 'not-allowed'; end if;
  if had.id <> seen or lower(had.during) >= at then return 'conflict'; end if;
  if chosen not in (select c from public.lead_candidates(child, request) c) then return 'not-candidate'; end if;

  select u.secrecy_unit_id into wall from public.engagement e join public.unit u on u.id = e.unit_id where e.id = chosen;
  if request is not null then
    select e.person_id into aside from public.engagement e
    where e.id = public.stands_for(had.engagement_id, had.unit_id, at, child);
  end if;
  update public.responsibility r set during = tstzrange(lower(r.during), at) where r.child_id = child and r.id = had.id;
  insert into public.responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during, given_by)
  select child, tenure, had.matter_id, had.kind, e.unit_id, e.id, tstzrange(at, null), public.me()
  from public.engagement e where e.id = chosen;
  insert into public.lead_choice values (child, tenure, had.unit_id, reason, public.me(), at, aside);
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select child, ids[1], 'work', chosen, wall, public.me(), at
  where not exists (select from public.assignment a where a.child_id = child and a.engagement_id = chosen
    and a.kind = 'work' and a.valid_from <= at and a.valid_to is null);
  update public.task t set engagement_id = chosen,
    stand_in_engagement_id = nullif(t.stand_in_engagement_id, chosen),
    escalates_at = case when t.stand_in_engagement_id is distinct from chosen then t.escalates_at end
  where t.child_id = child and t.done_at is null and t.kind::text not in ('review_extract', 'answer_objection', 'lead_changed')
    and (t.engagement_id = had.engagement_id
      or t.engagement_id in (select e.id from public.engagement e where e.person_id = aside));
  update public.task t set done_at = at, done_by = public.me()
  where t.child_id = child and t.kind::text = 'become_lead' and t.done_at is null;
  update public.assignment a set valid_to = at
  where a.child_id = child and a.kind = 'work' and (a.valid_to is null or a.valid_to > at)
    and a.engagement_id in (select e.id from public.engagement e where e.person_id = aside);
  update public.lead_request q set answered_at = at, answered_by = public.me()
  where request is not null and q.child_id = child and q.tenure_id = had.id and q.answered_at is null;
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  select child, one.id, one.kind::public.task_kind, one.engagement, tenure, due, at
  from (values (ids[2], 'become_lead', chosen), (ids[3], 'lead_changed', had.engagement_id)) one (id, kind, engagement)
  where one.engagement <> public.my_engagement() and public.employed_on(one.engagement, public.asked_day())
    and not public.is_own_child(one.engagement, child, public.asked_day());
  return 'done';
end $$;

-- It stays as it is, with words for the one who asked. False when it is answered, or no longer mine to answer.
create function answer_lead_request(child uuid, request uuid, answer bytea) returns boolean
volatile security definer set search_path = '' language plpgsql as $$
begin
  perform from public.child c where c.id = child for no key update;
  update public.lead_request q set answered_at = public.asked_at(), answered_by = public.me(), answer_body = answer
  where q.child_id = child and q.id = request and q.answered_at is null
    and public.my_engagement() = public.answers_lead_request(q);
  return found;
end $$;

-- Of a child in whose matter I am set aside: who is BBA now. Null for everybody else.
create function lead_after_me(child uuid) returns uuid
stable security definer set search_path = '' language sql as $$
  select public.stands_for(r.engagement_id, r.unit_id, public.asked_at(), child) from public.responsibility r
  where r.child_id = child and r.kind = 'best_interests_lead' and upper_inf(r.during)
    and public.my_engagement() is not null and public.is_set_aside(public.me(), child)
    and child = any (public.my_children())
$$;

-- Whoever answers because of what they are needs no assignment to do that (0021): so with this.
do $$
declare
  before text := pg_get_functiondef('review_lines(int, int, int, boolean)'::regprocedure);
  after text := replace(before, '''extract.answer'')', '''extract.answer'', ''lead.open-answer'', ''lead.answer'')');
begin
  if after = before then raise exception 'review_lines is another than it was'; end if;
  execute after;
end $$;

-- The reason for a change that was asked for may tell who asked: only its writer reads it.
alter policy where_it_was_held on lead_choice using (set_aside is null
  and unit_id = (select my_unit()) and (select i_hold_the_function()) and child_id in (select unnest(my_lead_children())));

alter table lead_request enable row level security, force row level security;
grant select, insert, update (answered_at, answered_by, answer_body) on lead_request to kb_rules;
create policy rules_read on lead_request for select to kb_rules using (true);
create policy rules_add on lead_request for insert to kb_rules with check (true);
create policy rules_answer on lead_request for update to kb_rules using (true);
grant select on lead_choice to kb_rules;
create policy rules_read on lead_choice for select to kb_rules using (true);
grant select on lead_request to kb_app;
-- A child that signs in may be somebody who holds its eID: what it has asked is not here.
create policy asked on lead_request for select to kb_app using (
  asker = 'family' and asked_by = (select me()) and child_id in (select unnest(my_open_children())));
create policy called on lead_request for select to kb_app using (
  (child_id, id) in (select c.child_id, c.about_id from my_called() c));
create policy answered on lead_request for select to kb_app using (
  answered_by = (select me()) and (select my_engagement()) is not null);
call cover_for_retention('lead_request');

call give_to_rules('{is_set_aside,answers_lead_request}'::regproc[]::regprocedure[], '');
call give_to_rules(new_rules());
