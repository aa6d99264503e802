-- Before somebody else is to be BBA for a child about whom something goes on, whoever is accountable gets to think of it in time.
-- docs/decisions/0033.
alter type task_kind add value 'plan_handover';

-- What is known ahead of every child about whom something goes on, and no hand-over is proposed or on its way. Of a protected
-- child nothing stands here.
create function lives_ahead(moment timestamptz)
returns table (child_id uuid, born_on text, expected_on text, unit_id uuid, kind text, stays jsonb)
stable security definer set search_path = '' language plpgsql as $$
begin
  perform public.refuse_sessions();
  return query
    select c.id, c.born_on::text, c.expected_on::text, u.id, u.kind::text, coalesce((
      select jsonb_agg(jsonb_build_object('unitId', p.unit_id, 'kind', place.kind, 'from', p.valid_from, 'until', p.valid_to))
      from public.child_placement p join public.unit place on place.id = p.unit_id where p.child_id = c.id), '[]')
    from public.matter m join public.child c on c.id = m.child_id
      join public.responsibility r on r.child_id = m.child_id and r.matter_id = m.id
        and r.kind = 'best_interests_lead' and r.during @> moment
      join public.unit u on u.id = r.unit_id
    where m.closed_at is null
      and not exists (select from public.handover h where h.child_id = c.id and h.state in ('prepared', 'offered'))
      and not exists (select from public.task t
        where t.child_id = c.id and t.kind::text = 'plan_handover' and t.done_at is null);
end $$;

-- A task, once for each day of change.
create function propose_handover(child uuid, on_day date, moment timestamptz, task_id uuid)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  who uuid;
begin
  perform public.refuse_sessions();
  perform from public.child c where c.id = child for no key update;
  who := public.accountable_engagement(child, moment);
  if who is null or exists (select from public.task t where t.child_id = child and t.kind::text = 'plan_handover'
    and (t.done_at is null or t.due_on = on_day)) then return false; end if;
  insert into public.task (child_id, id, kind, engagement_id, due_on, made_at)
  values (child, task_id, 'plan_handover', who, on_day, moment);
  return true;
end $$;

call give_to_rules('{lives_ahead,propose_handover}'::regproc[]::regprocedure[], 'kb_app');
