-- Somebody asks the population register again about each child about whom something goes on, when it has not been asked for long:
-- what was lost on the way is found in the end. docs/decisions/0021.

-- The children whose turn it is, the longest ago first, with the number that holds: sealed, as it lies, and the key that opens
-- it only with the program's own. Never a protected child's, whose numbers are nowhere but under the mark.
create function register_due(before timestamptz, most int)
returns table (child_id uuid, number_id uuid, value_sealed bytea, kek_version int, wrapped bytea)
stable security definer set search_path = '' language plpgsql as $$
begin
  perform public.refuse_sessions();
  return query
    select c.id, i.id, i.value_sealed, k.kek_version, k.wrapped
    from public.matter m join public.child c on c.id = m.child_id and c.protection = 'none' and not c.provisional
      join public.child_identifier i on i.child_id = c.id and i.valid_to is null and not i.waits
        and (i.system = 'http://electronichealth.se/identifier/personnummer'
          or i.system = 'http://electronichealth.se/identifier/samordningsnummer' and i.level in ('confirmed', 'probable'))
      join public.subject_key k on k.subject_id = c.id and k.compartment = 'ordinary'
      left join lateral (select max(r.checked_at) as at from public.register_check r where r.child_id = c.id
        and not exists (select from public.person_number n join public.guardianship g on g.person_id = n.person_id
          where n.hash = r.number_hash and g.child_id = c.id)) asked on true
    where m.closed_at is null and (asked.at is null or asked.at < before)
    order by asked.at nulls first, c.id
    limit most;
end $$;

-- They have been asked about, whatever the answer was: the next ones have their turn.
create function note_register_asked(children uuid[], numbers bytea[]) returns void
volatile security definer set search_path = '' language plpgsql as $$
begin
  perform public.refuse_sessions();
  insert into public.register_check as k (child_id, number_hash, told_at, checked_at)
  select c, n, timestamptz 'epoch', public.asked_at() from unnest(children, numbers) x (c, n) order by c
  on conflict (child_id, number_hash) do update set checked_at = excluded.checked_at;
end $$;

call give_to_rules('{register_due,note_register_asked}'::regproc[]::regprocedure[], 'kb_app');
