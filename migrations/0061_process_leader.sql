-- The county's process leader looks after the map: proposes what a unit may say of itself, until the unit says it. And
-- never sees a child. docs/decisions/0035.

-- What a unit has said itself nobody else writes over.
create function proposes_entry(of_unit uuid) returns boolean stable language sql as $$
  select public.i_lead_the_process() and not exists (select from public.unit_entry e where e.unit_id = of_unit and not e.proposal)
$$;
alter policy kept on unit_entry with check (
  (not proposal and keeps_entry(unit_id) or proposal and proposes_entry(unit_id))
  and saved_by = (select my_engagement()) and saved_at = asked_at());
alter policy kept on unit_contact with check (
  (keeps_entry(unit_id) or proposes_entry(unit_id)) and exists (select from unit_entry e
    where e.unit_id = unit_contact.unit_id and e.version = unit_contact.version
      and e.saved_by = (select my_engagement()) and e.saved_at = asked_at()));

-- Does somebody of these meet children in that work already, and would lead the process; or lead it, and would meet them?
create function clashes(wanted text, engagements uuid[]) returns boolean
stable security definer set search_path = '' language sql as $$
  select case wanted
    when 'local_administrator' then false
    when 'process_leader' then
      exists (select from public.assignment a where a.engagement_id = any (engagements)
        and (a.valid_to is null or a.valid_to > public.asked_at()))
      or exists (select from public.responsibility r where r.engagement_id = any (engagements) and upper_inf(r.during))
      or exists (select from public.unit_function f
        where f.holder_engagement_id = any (engagements) or f.stand_in_engagement_id = any (engagements))
      or exists (select from public.authority_function f where f.engagement_id = any (engagements)
        and f.kind = 'fallback_lead' and (f.valid_to is null or f.valid_to >= public.asked_day()))
    else exists (select from public.authority_function f where f.engagement_id = any (engagements)
      and f.kind = 'process_leader' and (f.valid_to is null or f.valid_to >= public.asked_day()))
    end
$$;

create function keep_children_from_process_leader() returns trigger
security definer set search_path = '' language plpgsql as $$
begin
  if public.clashes(coalesce(to_jsonb(new) ->> 'kind', tg_table_name),
    array[to_jsonb(new) ->> 'engagement_id', to_jsonb(new) ->> 'holder_engagement_id',
      to_jsonb(new) ->> 'stand_in_engagement_id']::uuid[]) then
    raise exception 'whoever leads the process meets no children';
  end if;
  return new;
end $$;
do $$
declare t text;
begin
  foreach t in array '{assignment,responsibility,unit_function,authority_function}'::text[] loop
    execute format('create trigger not_to_process_leader before insert on %I
      for each row execute function keep_children_from_process_leader()', t);
  end loop;
  foreach t in array '{assignment,responsibility}'::text[] loop
    execute format('create trigger no_change_to_process_leader before update of engagement_id on %I
      for each row when (new.engagement_id is distinct from old.engagement_id)
      execute function keep_children_from_process_leader()', t);
  end loop;
end $$;
create trigger no_change_to_process_leader before update on unit_function
  for each row execute function keep_children_from_process_leader();

call give_to_rules(new_rules());
