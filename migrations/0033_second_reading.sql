-- What a second reading of 0020-0032 found: whose own child it is, whose key it is, and who may take whose place.

-- Who answers: as in 0021, and nobody about a child of their own (0030).
create function answers_for(engagement uuid, child uuid) returns boolean
stable security definer set search_path = '' language sql as $$
  select public.at_work(engagement) and not public.is_own_child(engagement, child, public.asked_day())
$$;
create function holds_now(unit uuid, of_kind unit_function_kind, child uuid) returns uuid
stable security definer set search_path = '' language sql as $$
  select case when public.answers_for(f.holder_engagement_id, child) then f.holder_engagement_id
      when public.answers_for(f.stand_in_engagement_id, child) then f.stand_in_engagement_id end
  from public.unit_function f where f.unit_id = unit and f.kind = of_kind
$$;
call give_to_rules(array['answers_for(uuid,uuid)', 'holds_now(uuid,unit_function_kind,uuid)']::regprocedure[], '');

create or replace function answers_extract(asked public.extract_request) returns uuid[]
stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  given public.task;
  held public.unit_function;
  lead uuid;
begin
  select * into given from public.task t where t.child_id = asked.child_id and t.about_id = asked.id
    and t.kind = 'review_extract' and t.done_at is null;
  if given.id is null then return '{}'; end if;
  if asked.carries then
    select r.engagement_id into lead from public.responsibility r join public.unit u on u.id = r.unit_id
      where r.child_id = asked.child_id and r.kind = 'best_interests_lead' and r.during @> at
        and u.secrecy_unit_id = asked.secrecy_unit_id and public.answers_for(r.engagement_id, r.child_id) limit 1;
    lead := coalesce(lead, case when public.answers_for(given.engagement_id, asked.child_id) then given.engagement_id end);
    if lead is not null then return array[lead]; end if;
  end if;
  select * into held from public.unit_function f where f.unit_id = asked.unit_id and f.kind = 'best_interests_lead';
  if held.unit_id is null then
    return case when public.answers_for(given.engagement_id, asked.child_id) then array[given.engagement_id] else '{}' end;
  end if;
  return array_remove(array[public.holds_now(held.unit_id, held.kind, asked.child_id),
    case when given.escalates_at <= at and public.answers_for(held.stand_in_engagement_id, asked.child_id)
      then held.stand_in_engagement_id end], null);
end $$;

create or replace function answers_objection(said public.objection, out who uuid[], out by_reviewer boolean)
stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  its_unit uuid;
begin
  by_reviewer := false;
  who := array(select t.engagement_id from public.task t where t.child_id = said.child_id and t.about_id = said.id
    and t.kind = 'answer_objection' and t.done_at is null and public.answers_for(t.engagement_id, said.child_id)
    and exists (select from public.assignment a where a.child_id = t.child_id and a.engagement_id = t.engagement_id
      and a.kind = 'work' and a.valid_from <= at and (a.valid_to is null or a.valid_to > at)));
  if who <> '{}' then return; end if;
  its_unit := public.unit_of_text(said);
  who := array_remove(array[public.holds_now(its_unit, 'best_interests_lead', said.child_id)], null);
  if who <> '{}' then return; end if;
  who := array(select r.engagement_id from public.responsibility r join public.unit u on u.id = r.unit_id
    where r.child_id = said.child_id and r.kind = 'best_interests_lead' and r.during @> at
      and u.secrecy_unit_id = said.secrecy_unit_id and public.answers_for(r.engagement_id, said.child_id));
  if who <> '{}' then return; end if;
  by_reviewer := true;
  who := array(select distinct one.held from (
    select h.held, rank() over (order by h.unit_id = its_unit desc nulls last) as place
    from (select f.unit_id, public.holds_now(f.unit_id, f.kind, said.child_id) as held
      from public.unit_function f join public.unit u on u.id = f.unit_id
        join public.secrecy_unit s on s.id = u.secrecy_unit_id
      where f.kind = 'log_reviewer' and s.authority_id = (
        select own.authority_id from public.secrecy_unit own where own.id = said.secrecy_unit_id)) h
    where h.held is not null) one where one.place = 1);
end $$;

-- As in 0003; but about a child of one's own one holds nothing.
create or replace function i_hold_the_function() returns boolean
stable security definer set search_path = '' language plpgsql as $$
begin
  if public.asked_child() is not null and public.asked_child() = any (public.my_own_children()) then return false; end if;
  return (select exists (select from public.unit_function f
    where f.unit_id = public.my_unit() and f.kind = 'best_interests_lead'
      and public.my_engagement() in (f.holder_engagement_id, f.stand_in_engagement_id)));
end $$;

-- As in 0030; and work only for those whose own unit's wall the one who left was behind.
create or replace function held_for_others() returns table (child_id uuid, kind assignment_kind)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  wall uuid := public.my_secrecy_unit();
  at timestamptz := public.asked_at();
begin
  return query
    select r.child_id, (case when m.secrecy_unit_id = wall and u.secrecy_unit_id = wall then 'work' else 'party' end)
      ::public.assignment_kind
    from public.left_to_me() l
      join public.responsibility r on (r.child_id, r.engagement_id) = (l.child_id, l.engagement_id)
      join public.unit u on u.id = r.unit_id
      join public.matter m on (m.child_id, m.id) = (r.child_id, r.matter_id)
    where (upper_inf(r.during) or upper(r.during) = at) and (m.closed_at is null or m.closed_at = at)
    union all
    select a.child_id, a.kind from public.left_to_me() l
      join public.assignment a on (a.child_id, a.engagement_id) = (l.child_id, l.engagement_id)
    where a.secrecy_unit_id = wall and a.valid_from <= at and (a.valid_to is null or a.valid_to > at)
      and exists (select from public.task t where t.child_id = a.child_id and t.engagement_id = a.engagement_id
        and (t.done_at is null or t.done_at = at) and t.kind::text not in ('review_extract', 'answer_objection'));
end $$;

-- A question's key is its own: nobody names a question after something else that has a key, or after somebody.
create function may_be_subject(subject uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.consultation c where c.id = subject) or not (
    exists (select from public.subject_key k where k.subject_id = subject)
    or exists (select from public.shredded_subject s where s.subject_id = subject)
    or exists (select from public.child c where c.id = subject)
    or exists (select from public.person p where p.id = subject))
$$;
create policy of_its_own on consultation as restrictive for insert to kb_app with check (may_be_subject(id));
alter policy of_question on subject_key using (compartment = 'ordinary' and subject_id in (select unnest(my_consultations())));
alter policy closed on consultation
  using (closed_at is null and from_unit_id = (select my_unit()) and id in (select unnest(my_consultations())));

-- Whoever is employed is written down as staff.
create function may_be_employed(person uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.person p where p.id = person and p.is_staff)
$$;
create policy of_staff on engagement as restrictive for insert to kb_app with check (may_be_employed(person_id));
create policy rules_employ on person for update to kb_rules using (not is_staff) with check (is_staff and protection = 'none');

create policy signed_now on undertaking as restrictive for insert to kb_app with check (signed_at = asked_at());
create policy made_now on invitation as restrictive for insert to kb_app
  with check (made_at = asked_at() and expires_at <= asked_at() + interval '31 days');

-- The print of a number stands for the number: nobody reads it.
revoke select on register_says from kb_app;
grant select (child_id, id, fact, person_id, name_sealed, told_at, said_at, first_engagement_id, first_same_as, answered_at,
  answered_by, accepted, body) on register_says to kb_app;

-- What goes along with a hand-over is as it was when it was offered.
create function keep_offer() returns trigger language plpgsql as $$
begin
  if old.state <> 'prepared' and new.offer_body is distinct from old.offer_body then
    raise exception 'it was offered as it was chosen' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger offer_is_kept before update of offer_body on handover for each row execute function keep_offer();

call give_to_rules(new_rules());
