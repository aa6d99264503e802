-- How many children in a day the log review takes for usual goes by what the organisation has decided: three quarters of the
-- number at which a reason is asked for, so that whoever stays just below that number is seen too. `many` holds where
-- nothing is decided.
create or replace function review_lines(many int, sample_least int, sample_percent int, alarms_only boolean)
returns table (line_id uuid, unit_id uuid, person_id uuid, child_id uuid, day date, rules text[], began timestamptz,
  last_at timestamptz, events int, children int)
stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  me uuid := public.me();
  since timestamptz := public.day_began() - interval '28 days';
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if not exists (select from public.my_review_units()) then return; end if;
  return query
  with mine as materialized (
    select m.*, coalesce((
      select ceil(o.children_a_day * 0.75)::int from public.unit u
        join public.secrecy_unit s on s.id = u.secrecy_unit_id
        join public.organisation_setting o on o.authority_id = s.authority_id
      where u.id = m.unit_id order by o.added_at desc limit 1), many) as usual
    from public.my_review_units() m),
  event as (
    select a.id, a.at, a.actor_id, a.child_id, e.id as engagement_id, e.unit_id,
      (a.at at time zone 'Europe/Stockholm') as local
    from mine join public.engagement e on e.unit_id = mine.unit_id
      join public.audit_event a on a.actor_id = e.person_id and a.at >= since and a.engagement_id = e.id
    where not alarms_only and a.child_id <> nobody and a.act not like 'break-glass.%' and mine.turn <> 'fallback'
  ),
  one_day as (
    select v.unit_id, v.actor_id, v.child_id, v.local::date as day,
      (array_agg(v.id order by v.at, v.id))[1] as line_id, min(v.at) as began, max(v.at) as last_at,
      count(*)::int as events, bool_or(extract(hour from v.local) >= 22 or extract(hour from v.local) < 6) as night,
      bool_or(not exists (select from public.assignment s where s.child_id = v.child_id
        and s.engagement_id = v.engagement_id and s.valid_from <= v.at
        and (s.valid_to is null or s.valid_to > v.at))) as unassigned
    from event v where exists (select from public.child c where c.id = v.child_id)
    group by 1, 2, 3, 4
  ),
  known as (
    select d.*, c.protection <> 'none' as protected,
      lower(c.family_name) = lower(p.family_name) as same_surname,
      exists (select from public.guardianship g join public.person gp on gp.id = g.person_id
        where g.child_id = d.child_id and (g.person_id = d.actor_id
          or (gp.given_name, gp.family_name) = (p.given_name, p.family_name))) as own_child,
      count(*) over (partition by d.actor_id, d.day)::int as children,
      row_number() over (partition by d.actor_id, d.day order by d.began, d.line_id) as place,
      w.seed, row_number() over (partition by d.unit_id, date_trunc('week', d.day::timestamp)
        order by md5(w.seed || d.line_id)) as drawn,
      count(*) over (partition by d.unit_id, date_trunc('week', d.day::timestamp)) as in_week,
      (select max(mine.usual) from mine where mine.unit_id = d.unit_id) as usual
    from one_day d join public.child c on c.id = d.child_id join public.person p on p.id = d.actor_id
      left join public.review_draw w on w.unit_id = d.unit_id and w.week = date_trunc('week', d.day::timestamp)::date
  ),
  line as (
    select k.line_id, k.unit_id, k.actor_id as person_id, k.child_id, k.day, array_remove(array[
        case when k.unassigned then 'no_assignment' end, case when k.own_child then 'own_child' end,
        case when k.same_surname then 'same_surname' end, case when k.protected then 'protected' end,
        case when k.night then 'night' end, case when k.children > k.usual and k.place = 1 then 'volume' end,
        case when k.seed is not null and k.drawn <= greatest(sample_least, ceil(k.in_week * sample_percent / 100.0))
          then 'sample' end], null) as rules,
      k.began, k.last_at, k.events, k.children
    from known k
    union all
    select b.id, b.unit_id, b.person_id, b.child_id, (b.opened_at at time zone 'Europe/Stockholm')::date,
      '{break_glass}', b.opened_at, b.opened_at, 1, 1
    from mine join public.break_glass b on b.unit_id = mine.unit_id
    union all
    select r.id, r.unit_id, r.person_id, nobody, (r.at at time zone 'Europe/Stockholm')::date,
      '{look_up}', r.at, r.at, 1, 1
    from mine join public.look_up_reason r on r.unit_id = mine.unit_id
    union all
    -- What was told in an emergency, before anybody had asked whether it was needed.
    select g.id, e.unit_id, g.decided_by, g.child_id, (g.decided_at at time zone 'Europe/Stockholm')::date,
      '{emergency_sharing}', g.decided_at, g.decided_at, 1, 1
    from mine join public.engagement e on e.unit_id = mine.unit_id
      join public.unit u on u.id = e.unit_id
      join public.access_grant g on g.decided_by = e.person_id and g.from_secrecy_unit_id = u.secrecy_unit_id
        and g.legal_ground = 'nod' and g.decided_at >= since
  )
  select l.line_id, l.unit_id, l.person_id, l.child_id, l.day, l.rules, l.began, l.last_at, l.events, l.children
  from line l join mine on mine.unit_id = l.unit_id
  where cardinality(l.rules) > 0 and l.person_id <> me
    and case mine.turn
      when 'holder' then true
      when 'stand_in' then l.person_id = mine.holder_id or l.last_at <= at - interval '72 hours'
      else l.rules && '{break_glass,look_up,emergency_sharing}' and (l.last_at <= at - interval '144 hours'
        or (l.person_id = mine.holder_id and l.person_id = mine.stand_in_id)) end
    and not exists (select from public.log_review r where r.line_id = l.line_id and r.reviewed_at >= l.last_at
      and (r.reconsider_on is null or r.reconsider_on > public.asked_day()
        or exists (select from public.log_review newer where newer.line_id = r.line_id
          and newer.reviewed_at > r.reviewed_at)))
  order by l.began desc, l.line_id;
end $$;
