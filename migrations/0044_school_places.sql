-- What a school's own register says of where a child goes (SS 12000). A place that ends narrows at once; a new one waits for a
-- yes where somebody is BBA, and is only noted where nobody has anything open. docs/decisions/0031.

alter type register_fact add value 'school_ended';
alter type register_fact add value 'new_school';

alter table register_feed drop constraint register_feed_name_check;
alter table register_feed add constraint register_feed_name_check check (name ~ '^(population|school:[a-z0-9-]{1,40})$');

create table school_check (
  child_id uuid references child,
  source text,
  told_at timestamptz not null,
  primary key (child_id, source)
);
comment on table school_check is 'When a school register last told something about the child that was taken.';

alter table register_says add column unit_id uuid references unit;
alter table register_says add column placed_from date;
alter table register_says add column placed_to date;
alter table register_says add check ((fact::text in ('school_ended', 'new_school')) = (unit_id is not null)) not valid;
drop index register_says_once;
create unique index register_says_once on register_says (child_id, fact, (coalesce(person_id, unit_id, child_id)),
  (coalesce(number_hash, ''))) where answered_at is null;

-- Whoever is BBA is asked to read what has been told.
create function ask_lead_to_read(child uuid, says uuid, task uuid) returns void
volatile security definer set search_path = '' language sql as $$
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  select child, task, 'read_register', r.engagement_id, says, public.asked_day(), public.asked_at()
  from public.responsibility r
  where r.child_id = child and r.kind = 'best_interests_lead' and r.during @> public.asked_at()
$$;
create or replace function note_register_fact(child uuid, says uuid, task uuid, what register_fact, person uuid, number bytea,
  name text, told timestamptz)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
  insert into public.register_says (child_id, id, fact, person_id, number_hash, name_sealed, told_at, said_at)
  values (child, says, what, person, number, name, told, public.asked_at()) on conflict do nothing;
  if not found then return false; end if;
  perform public.ask_lead_to_read(child, says, task);
  return true;
end $$;
create function note_school_fact(child uuid, says uuid, task uuid, what register_fact, unit uuid, begins date, ends date,
  told timestamptz)
returns void volatile security definer set search_path = '' language plpgsql as $$
begin
  insert into public.register_says (child_id, id, fact, unit_id, placed_from, placed_to, told_at, said_at)
  values (child, says, what, unit, begins, ends, told, public.asked_at()) on conflict do nothing;
  if found then perform public.ask_lead_to_read(child, says, task); end if;
end $$;

-- The child whose number it is. A child with a protected identity has its places sealed: nothing is asked or told of it here.
create function school_concerns(number bytea) returns uuid stable security definer set search_path = '' language plpgsql as $$
begin
  perform public.refuse_sessions();
  return (select i.child_id from public.identifier_hash i join public.child c on c.id = i.child_id
    where i.hash = number and c.protection = 'none');
end $$;

-- What a source tells of one child: all the places that it has at the units which the source speaks for, now or later. Of other
-- units it says nothing. Answers with how much changed.
create function take_school_post(child uuid, source_name text, told timestamptz, speaks_for uuid[], units uuid[], begins date[],
  ends date[], ids uuid[])
returns int volatile security definer set search_path = '' language plpgsql as $$
declare
  today date := public.asked_day();
  n int := 1;
  done int := 0;
  f record;
begin
  perform public.refuse_sessions();
  perform from public.child c where c.id = child for no key update;
  if not exists (select from public.child c where c.id = child and c.protection = 'none') then return 0; end if;
  insert into public.school_check as k values (child, source_name, told)
  on conflict (child_id, source) do update set told_at = excluded.told_at where k.told_at < excluded.told_at;
  if not found then return 0; end if;
  for f in
    with said as (
      select s.unit, min(s.begun) as begun, case when bool_and(s.ended is not null) then max(s.ended) end as ended
      from (select u as unit, b as begun, min(e) as ended from unnest(units, begins, ends) x (u, b, e) group by u, b) s
      where s.unit = any (speaks_for) and (s.ended is null or s.ended > today) group by s.unit),
    here as (
      select p.id, p.unit_id as unit, p.valid_to as ended from public.child_placement p
      where p.child_id = child and p.unit_id = any (speaks_for) and (p.valid_to is null or p.valid_to > today))
    select coalesce(said.unit, here.unit) as unit, here.id as place, said.begun, said.ended, said.unit is null as is_over,
      here.id is null or (said.ended is null and here.ended is not null) or coalesce(said.ended > here.ended, false) as is_wider
    from said full join here on here.unit = said.unit
    where said.unit is null or here.id is null or said.ended is distinct from here.ended
  loop
    if f.is_over or not f.is_wider then
      update public.child_placement p set valid_to = greatest(p.valid_from, coalesce(f.ended, today))
      where p.child_id = child and p.id = f.place;
      done := done + 1;
    end if;
    if f.is_over then
      update public.assignment a set valid_to = greatest(a.valid_from, public.asked_at())
      where a.child_id = child and a.kind = 'ordinary' and (a.valid_to is null or a.valid_to > public.asked_at())
        and exists (select from public.engagement e where e.id = a.engagement_id and e.unit_id = f.unit);
      perform public.note_school_fact(child, ids[n], ids[n + 1], 'school_ended', f.unit, null, null, told);
    elsif f.is_wider and exists (select from public.matter m where m.child_id = child and m.closed_at is null) then
      if not exists (select from public.register_says s where s.child_id = child and s.fact = 'new_school'
          and s.unit_id = f.unit and s.placed_from = f.begun and s.placed_to is not distinct from f.ended
          and (s.answered_at is null or not s.accepted)) then
        perform public.note_school_fact(child, ids[n], ids[n + 1], 'new_school', f.unit, f.begun, f.ended, told);
        done := done + 1;
      end if;
    elsif f.is_wider then
      perform public.place_at_school(child, ids[n], f.unit, f.begun, f.ended);
      done := done + 1;
    end if;
    n := n + 2;
  end loop;
  return done;
end $$;

create function place_at_school(child uuid, placement uuid, unit uuid, begins date, ends date) returns void
volatile security definer set search_path = '' language plpgsql as $$
begin
  update public.child_placement p set valid_to = ends
  where p.child_id = child and p.unit_id = unit and (p.valid_to is null or p.valid_to > public.asked_day());
  if not found then
    insert into public.child_placement (child_id, id, unit_id, valid_from, valid_to) values (child, placement, unit, begins, ends);
  end if;
end $$;

-- A yes to a new place holds from then on.
create function place_as_said() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  if exists (select from public.child c where c.id = new.child_id and c.protection = 'none') then
    perform public.place_at_school(new.child_id, new.id, new.unit_id, new.placed_from, new.placed_to);
  end if;
  return null;
end $$;
create trigger new_school_holds after update of accepted on register_says for each row
  when (new.unit_id is not null and new.placed_from is not null and new.accepted and not coalesce(old.accepted, false))
  execute function place_as_said();

-- The walls ----------------------------------------------------------------------------------------------------------------

alter table school_check enable row level security, force row level security;
grant select, insert, update (told_at) on school_check to kb_rules;
create policy rules_read on school_check for select to kb_rules using (true);
create policy rules_add on school_check for insert to kb_rules with check (true);
create policy rules_change on school_check for update to kb_rules using (true);
grant select (unit_id, placed_from, placed_to) on register_says to kb_app;
call cover_for_retention('school_check');
call give_to_rules('{ask_lead_to_read,note_school_fact,place_at_school}'::regproc[]::regprocedure[], '');
call give_to_rules('{school_concerns,take_school_post}'::regproc[]::regprocedure[], 'kb_app');
call give_to_rules(new_rules());
