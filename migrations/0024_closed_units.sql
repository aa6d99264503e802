-- A unit is closed only when nobody works there and nothing open is held there. docs/decisions/0019.
create function unit_is_in_use(unit uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.engagement e
      where e.unit_id = unit and (e.valid_to is null or e.valid_to >= public.asked_day()))
    or exists (select from public.responsibility r join public.matter m on m.child_id = r.child_id and m.id = r.matter_id
      where r.unit_id = unit and m.closed_at is null and r.during @> public.asked_at())
$$;
create policy closed_empty on unit as restrictive for update to kb_app using (true)
  with check (closed_on is null or not unit_is_in_use(id));
call give_to_rules(new_rules());
