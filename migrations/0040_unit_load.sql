-- How much each one in a unit has, for whoever leads it: counts, and no child.

-- Nought is told, and from five on how many; between, that there are some. What is of the caller's own child, or of one whose
-- places are hidden, is counted for nobody.
create function unit_load() returns table (engagement_id uuid, children int, waiting int, overdue int)
stable security definer set search_path = '' language plpgsql as $$
declare
  today date := public.asked_day();
  own uuid[] := public.my_own_children();
begin
  if not public.i_hold_the_function() then return; end if;
  return query
  select e.id, case when c.n between 1 and 4 then null else c.n end, case when t.n between 1 and 4 then null else t.n end,
    case when t.late between 1 and 4 then null else t.late end
  from public.engagement e
    cross join lateral (select count(distinct r.child_id)::int as n from public.responsibility r
      where r.engagement_id = e.id and upper_inf(r.during) and r.child_id <> all (own) and not public.is_hidden(r.child_id)) c
    cross join lateral (select count(*)::int as n, (count(*) filter (where w.due_on < today))::int as late from public.task w
      where w.engagement_id = e.id and w.done_at is null and w.child_id <> all (own) and not public.is_hidden(w.child_id)) t
  where e.unit_id = public.my_unit() and e.valid_from <= today and (e.valid_to is null or e.valid_to >= today);
end $$;

call give_to_rules(new_rules());
