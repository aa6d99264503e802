-- The page of an invitation says nothing about it until it is taken: nobody asks this any more.
drop function invited_to(text, timestamptz);

-- As in 0033, asking once what is left to me: almost always that is nothing.
create or replace function held_for_others() returns table (child_id uuid, kind assignment_kind)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  wall uuid := public.my_secrecy_unit();
  at timestamptz := public.asked_at();
  children uuid[];
  engagements uuid[];
begin
  select array_agg(l.child_id), array_agg(l.engagement_id) into children, engagements from public.left_to_me() l;
  if children is null then return; end if;
  return query
    select r.child_id, (case when m.secrecy_unit_id = wall and u.secrecy_unit_id = wall then 'work' else 'party' end)
      ::public.assignment_kind
    from unnest(children, engagements) l (child_id, engagement_id)
      join public.responsibility r on (r.child_id, r.engagement_id) = (l.child_id, l.engagement_id)
      join public.unit u on u.id = r.unit_id
      join public.matter m on (m.child_id, m.id) = (r.child_id, r.matter_id)
    where (upper_inf(r.during) or upper(r.during) = at) and (m.closed_at is null or m.closed_at = at)
    union all
    select a.child_id, a.kind from unnest(children, engagements) l (child_id, engagement_id)
      join public.assignment a on (a.child_id, a.engagement_id) = (l.child_id, l.engagement_id)
    where a.secrecy_unit_id = wall and a.valid_from <= at and (a.valid_to is null or a.valid_to > at)
      and exists (select from public.task t where t.child_id = a.child_id and t.engagement_id = a.engagement_id
        and (t.done_at is null or t.done_at = at) and t.kind::text not in ('review_extract', 'answer_objection'));
end $$;

-- As in 0030, planned once for each connection: older PostgreSQL plans a function in SQL at every call, and this is called
-- many times for each page.
create or replace function my_own_children() returns uuid[]
stable security definer set search_path = '' language plpgsql as $$
begin
  return array(
    select g.child_id from public.guardianship g where g.person_id = public.me()
      and g.valid_from <= public.asked_day() and (g.valid_to is null or g.valid_to > public.asked_day())
    union
    select c.id from public.child c where c.person_id = public.me());
end $$;
