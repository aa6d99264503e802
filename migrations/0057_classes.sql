-- Which class a child goes in at a school, as the school's own register says it: a label, by which a whole class is found when
-- somebody else is to be BBA for it. Nobody sees more or less by it. docs/decisions/0031.

alter table child_placement add column class_name text check (length(class_name) between 1 and 40);

-- The child whose number it is, when what is told of it is new here: told later than what we had, or of another class. Of
-- everybody else nothing is taken, and nothing is noted. A child with a protected identity is nobody here.
drop function school_concerns(bytea);
create function school_news(number bytea, source_name text, told timestamptz, speaks_for uuid[], in_classes text[])
returns uuid stable security definer set search_path = '' language plpgsql as $$
declare
  child uuid;
  today date := public.asked_day();
begin
  perform public.refuse_sessions();
  select i.child_id into child from public.identifier_hash i join public.child c on c.id = i.child_id
  where i.hash = number and c.protection = 'none';
  if exists (select from public.school_check k where k.child_id = child and k.source = source_name and k.told_at >= told)
    and not exists (select from public.child_placement p join unnest(speaks_for, in_classes) said (unit, class) on said.unit = p.unit_id
      where p.child_id = child and p.valid_from <= today and (p.valid_to is null or p.valid_to > today)
        and p.class_name is distinct from said.class) then return null; end if;
  return child;
end $$;

-- A class for each of the units, null where the child is in none of them.
create function take_classes(child uuid, speaks_for uuid[], in_classes text[]) returns int
volatile security definer set search_path = '' language plpgsql as $$
declare
  today date := public.asked_day();
  done int;
begin
  perform public.refuse_sessions();
  perform from public.child c where c.id = child for no key update;
  update public.child_placement p set class_name = said.class
  from unnest(speaks_for, in_classes) said (unit, class)
  where p.child_id = child and p.unit_id = said.unit and p.valid_from <= today and (p.valid_to is null or p.valid_to > today)
    and p.class_name is distinct from said.class
    and exists (select from public.child c where c.id = child and c.protection = 'none');
  get diagnostics done = row_count;
  return done;
end $$;

grant update (class_name) on child_placement to kb_rules;
call give_to_rules('{school_news,take_classes}'::regproc[]::regprocedure[], 'kb_app');
