-- A last day is weighed against every day after it and not only the next: another's end may have been settled before, and an
-- employment for a time ends without anybody asking.

-- The last days, from this one on, of those whom somebody could be left to: after each of them there is one less.
create function last_days(authority uuid, from_day date) returns setof date
stable security definer set search_path = '' language sql as $$
  select from_day union
  select e.valid_to from public.engagement e join public.unit u on u.id = e.unit_id
    join public.secrecy_unit w on w.id = u.secrecy_unit_id
  where w.authority_id = authority and e.valid_to > from_day
    and (exists (select from public.unit_function f where e.id in (f.holder_engagement_id, f.stand_in_engagement_id))
      or exists (select from public.authority_function f where f.engagement_id = e.id)
      or exists (select from public.responsibility r where r.engagement_id = e.id and upper_inf(r.during)))
$$;

create or replace function left_without(engagement uuid, after_day date) returns text
stable security definer set search_path = '' language plpgsql as $$
declare
  the_authority uuid := public.authority_of(engagement);
begin
  if exists (select from public.last_days(the_authority, after_day) d (last)
      where public.holders_on(the_authority, 'local_administrator', d.last + 1) = array[engagement]) then
    return 'last-administrator';
  end if;
  if exists (select from public.matter m join public.secrecy_unit w on w.id = m.secrecy_unit_id
        where w.authority_id = the_authority and m.closed_at is null)
    and exists (select from public.last_days(the_authority, after_day) d (last)
      where public.holders_on(the_authority, 'fallback_lead', d.last + 1) = array[engagement]) then
    return 'last-fallback';
  end if;
  return null;
end $$;

create or replace function end_employment(engagement uuid, last_day date) returns text
volatile security definer set search_path = '' language plpgsql as $$
declare
  the_authority uuid := public.authority_of(engagement);
  after timestamptz := ((last_day + 1) + time '12:00') at time zone 'Europe/Stockholm';
  refusal text;
begin
  if the_authority is null or not the_authority = any (public.my_administered()) then return 'not-found'; end if;
  perform pg_advisory_xact_lock(hashtextextended(the_authority::text, 24));
  refusal := public.left_without(engagement, last_day);
  if refusal is not null then return refusal; end if;
  begin
    update public.engagement e set valid_to = greatest(last_day, e.valid_from - 1) where e.id = engagement;
    if exists (select from public.responsibility r
        join public.unit u on u.id = r.unit_id join public.secrecy_unit w on w.id = u.secrecy_unit_id
        cross join public.last_days(the_authority, last_day) d (last)
      where w.authority_id = the_authority and upper_inf(r.during) and r.kind = 'best_interests_lead'
        and public.stands_for(r.engagement_id, r.unit_id,
          ((d.last + 1) + time '12:00') at time zone 'Europe/Stockholm', r.child_id) is null) then
      raise exception using errcode = 'KB001';
    end if;
    -- Nobody takes over children by ending a colleague's employment alone.
    if exists (select from public.responsibility r where r.engagement_id = engagement and upper_inf(r.during)
        and public.stands_for(r.engagement_id, r.unit_id, after, r.child_id) = public.my_engagement()) then
      raise exception using errcode = 'KB002';
    end if;
  exception
    when sqlstate 'KB001' then return 'nobody-left';
    when sqlstate 'KB002' then return 'to-myself';
  end;
  update public.session s set ended_at = public.asked_at()
  where s.engagement_id = engagement and s.ended_at is null and last_day < public.asked_day();
  return 'ended';
end $$;

call give_to_rules(array['last_days(uuid,date)'::regprocedure], '');
