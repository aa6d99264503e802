-- Whoever goes in while another is away gives nothing away for good; and a request for another BBA is about whoever it was when
-- it was made. docs/decisions/0027, 0028.

-- I choose for good: where I hold the function, and where I stand in for somebody who is there.
create function i_choose_leads() returns boolean stable security definer set search_path = '' language sql as $$
  select public.i_hold_the_function() and exists (select from public.unit_function f
    where f.unit_id = public.my_unit() and f.kind = 'best_interests_lead'
      and (f.holder_engagement_id = public.my_engagement() or not public.is_away(f.holder_engagement_id, public.asked_at())))
$$;

-- As in 0036, and whether I choose. Not in place of somebody who is only away: whoever goes in has it until they are back.
drop function lead_to_name(uuid);
create function lead_to_name(child uuid)
returns table (tenure_id uuid, unit_id uuid, wall uuid, held_by uuid, held_now uuid, chooses boolean)
stable security definer set search_path = '' language plpgsql rows 1 as $$
declare
  mine uuid := public.my_engagement();
begin
  if mine is null or child = any (public.my_own_children()) then return; end if;
  return query
    select r.id, r.unit_id, m.secrecy_unit_id, r.engagement_id, h.now,
      i.work_there and public.i_choose_leads()
      or i.go_in and (not public.employed_on(r.engagement_id, public.asked_day())
        or public.is_own_child(r.engagement_id, child, public.asked_day()))
    from public.responsibility r join public.matter m on (m.child_id, m.id) = (r.child_id, r.matter_id)
      cross join lateral (select public.stands_for(r.engagement_id, r.unit_id, public.asked_at(), child) as now) h
      cross join lateral (select h.now = mine and r.engagement_id <> mine as go_in, r.unit_id = public.my_unit()
        and public.i_hold_the_function() and child = any (public.my_lead_children()) as work_there) i
    where r.child_id = child and r.kind = 'best_interests_lead' and upper_inf(r.during) and (i.work_there or i.go_in);
end $$;

-- Changes a few words in a long function, as it is now.
create procedure rewrite(the_function regprocedure, was text, becomes text) language plpgsql as $$
declare
  before text := pg_get_functiondef(the_function);
begin
  if strpos(before, was) = 0 then raise exception '% is another than it was', the_function; end if;
  execute replace(before, was, becomes);
end $$;
revoke execute on procedure rewrite(regprocedure, text, text) from public;

-- Noted afterwards, an absence changes nothing of who it was.
call rewrite('is_away(uuid, timestamptz)', '(a.ended_at is null', 'a.entered_at <= moment and (a.ended_at is null');
call rewrite('is_closed(uuid, timestamptz)', '(c.ended_at is null', 'c.entered_at <= moment and (c.ended_at is null');
call rewrite('stands_for(uuid, uuid, timestamptz, uuid)', '(a.ended_at is null',
  'a.entered_at <= moment and (a.ended_at is null');

-- Whoever may choose, and nobody else.
call rewrite('lead_candidates(uuid, uuid)', 'select * from public.lead_to_name(child) where request is null',
  'select n.tenure_id, n.unit_id, n.wall, n.held_by, n.held_now from public.lead_to_name(child) n
      where request is null and n.chooses');
call rewrite('name_lead(uuid, uuid, uuid, uuid, bytea, date, uuid[], uuid)',
  'select * from public.lead_to_name(child) where request is null',
  'select n.tenure_id, n.unit_id, n.wall, n.held_by, n.held_now from public.lead_to_name(child) n
      where request is null and n.chooses');

-- It is about whoever was BBA when it was asked, also when somebody else goes in for them by now.
call rewrite('name_lead(uuid, uuid, uuid, uuid, bytea, date, uuid[], uuid)',
  'where e.id = public.stands_for(had.engagement_id, had.unit_id, at, child);',
  'where e.id = public.stands_for(had.engagement_id, had.unit_id,
      (select q.asked_at from public.lead_request q where q.child_id = child and q.id = request), child);');
call rewrite('lead_to_replace(uuid, uuid)', 'public.asked_at(), child)', 'q.asked_at, child)');
call rewrite('answers_lead_request(lead_request)', 'public.stands_for(held.engagement_id, held.unit_id, at, asked.child_id)',
  'public.stands_for(held.engagement_id, held.unit_id, at, asked.child_id),
        public.stands_for(held.engagement_id, held.unit_id, asked.asked_at, asked.child_id)');

-- As in 0041, as long as one works where it was answered.
alter policy answered on lead_request using (answered_by = (select me()) and authority_id in (
  select w.authority_id from secrecy_unit w where w.id = (select my_secrecy_unit())));

call give_to_rules(new_rules());
