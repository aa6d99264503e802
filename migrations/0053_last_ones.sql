-- Nobody leaves what is noticed later without somebody, nor a key that works behind them. docs/decisions/0019, 0029.

-- As in 0038, and while there is a unit that something can be noticed to.
create or replace function left_without(engagement uuid, after_day date) returns text
stable security definer set search_path = '' language plpgsql as $$
declare
  the_authority uuid := public.authority_of(engagement);
begin
  if exists (select from public.last_days(the_authority, after_day) d (last)
      where public.holders_on(the_authority, 'local_administrator', d.last + 1) = array[engagement]) then
    return 'last-administrator';
  end if;
  if (exists (select from public.matter m join public.secrecy_unit w on w.id = m.secrecy_unit_id
        where w.authority_id = the_authority and m.closed_at is null)
      or exists (select from public.unit_function f join public.unit u on u.id = f.unit_id
          join public.secrecy_unit w on w.id = u.secrecy_unit_id
        where w.authority_id = the_authority and f.kind = 'best_interests_lead'
          and (u.closed_on is null or u.closed_on > public.asked_day())))
    and exists (select from public.last_days(the_authority, after_day) d (last)
      where public.holders_on(the_authority, 'fallback_lead', d.last + 1) = array[engagement]) then
    return 'last-fallback';
  end if;
  return null;
end $$;

-- The last moment of a key: it was shown to whoever made it, and goes thirty days after they have administered the organisation.
create function scim_key_until(key uuid) returns timestamptz stable security definer set search_path = '' language sql as $$
  select least(k.expires_at, (
    select max(least(coalesce(f.valid_to, 'infinity'), coalesce(e.valid_to, 'infinity'))) + 31
    from public.authority_function f join public.engagement e on e.id = f.engagement_id
    where e.person_id = k.made_by and f.authority_id = k.authority_id and f.kind = 'local_administrator'
  )::timestamp at time zone 'Europe/Stockholm')
  from public.scim_key k where k.id = key
$$;
create or replace function scim_key_of(token text) returns uuid stable security definer set search_path = '' language sql as $$
  select k.id from public.scim_key k
  where k.token_hash = token and k.ended_at is null and public.scim_key_until(k.id) > public.asked_at()
$$;

call give_to_rules('{scim_key_until}'::regproc[]::regprocedure[]);
