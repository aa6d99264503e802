-- As quick in the whole county as in one municipality: npm run bench -- --workday.

create index on secrecy_unit (authority_id);

create or replace function my_administered_units() returns uuid[]
stable security definer set search_path = '' language plpgsql as $$
declare
  administered uuid[] := public.my_administered();
begin
  if administered = '{}' then return '{}'; end if;
  return array(select u.id from public.unit u join public.secrecy_unit w on w.id = u.secrecy_unit_id
    where w.authority_id = any (administered));
end $$;

-- As in 0037, naming those who are missing first: joined to a few, all that anybody holds in the county was read.
create or replace function left_to_me() returns table (child_id uuid, engagement_id uuid)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  units uuid[] := public.my_units_to_take_from();
  mine uuid := public.my_engagement();
  child uuid := public.asked_child();
  at timestamptz := public.asked_at();
  today date := public.asked_day();
  missing uuid[];
begin
  if units = '{}' then return; end if;
  if child is not null then
    return query
      select distinct child, e.id from public.engagement e
      where e.unit_id = any (units) and e.id <> mine and e.id in (
          select r.engagement_id from public.responsibility r where r.child_id = child
            and (upper_inf(r.during) or upper(r.during) = at)
          union all
          select t.engagement_id from public.task t where t.child_id = child and (t.done_at is null or t.done_at = at)
            and t.kind::text not in ('review_extract', 'answer_objection'))
        and public.stands_for(e.id, e.unit_id, at, child) = mine;
    return;
  end if;
  missing := array(
    select e.id from public.engagement e
    where e.unit_id = any (units) and e.id <> mine and (e.valid_to < today
      or exists (select from public.absence a where a.engagement_id = e.id
        and today between a.from_day and a.to_day and (a.ended_at is null or a.ended_at > at))
      or exists (select from public.closed_period c where c.unit_id = e.unit_id
        and today between c.from_day and c.to_day and (c.ended_at is null or c.ended_at > at))));
  return query
    select l.child, l.engagement from (
      select r.child_id, r.engagement_id from public.responsibility r
      where r.engagement_id = any (missing) and upper_inf(r.during)
      union
      select t.child_id, t.engagement_id from public.task t
      where t.engagement_id = any (missing) and t.done_at is null
        and t.kind::text not in ('review_extract', 'answer_objection')
      union
      select own.child, e.id from public.engagement e
        cross join lateral (
          select g.child_id as child from public.guardianship g where g.person_id = e.person_id
          union all select c.id from public.child c where c.person_id = e.person_id) own
      where e.unit_id = any (units) and e.id <> mine
        and (exists (select from public.responsibility r
            where r.child_id = own.child and r.engagement_id = e.id and upper_inf(r.during))
          or exists (select from public.task t where t.child_id = own.child and t.engagement_id = e.id and t.done_at is null
            and t.kind::text not in ('review_extract', 'answer_objection')))) l (child, engagement)
    where public.stands_for(l.engagement, (select e.unit_id from public.engagement e where e.id = l.engagement), at, l.child)
      = mine;
end $$;

-- Asked once, not for each row.
call rewrite('my_kept_consents()', '= public.my_secrecy_unit()', '= (select public.my_secrecy_unit())');
call rewrite('my_kept_meetings()', '= public.my_secrecy_unit()', '= (select public.my_secrecy_unit())');
