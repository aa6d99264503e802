-- Holes that were known: what the walls held back only because the application did not ask. docs/security.md.

-- A plan's version is for those who write it -------------------------------------------------------------------------

-- What a party reads begins with a moment, not with a number that counts what it must not know of. Narrowing keeps it.
alter table access_grant add column reads_from timestamptz;
alter table access_grant alter column reads_from type timestamptz using case kind when 'party' then decided_at end;
alter table access_grant drop column from_plan_version; -- and the check that named it
alter table access_grant add constraint what_is_given check (case kind
  when 'item_version' then item_id is not null and item_version is not null and part is null
  else item_id is null and item_version is null and part is not null and reads_from is not null end);

-- Which version somebody answered is told by when; the number told how many there had been.
alter table agreement drop column plan_version;

-- A part's seal names a number of its own, by chance. Parts that were sealed before keep the one that they were sealed with.
alter table plan_part add column seal int;
alter table plan_part alter column seal type int using from_version;
alter table plan_part alter column seal set not null;
alter table plan_part add unique (child_id, plan_id, part_id, seal);
comment on column plan_part.seal is 'Bound into the sealed body. Drawn by chance: it counts nothing.';

-- Nobody asks for the numbers: the walls do.
revoke select on plan_part from kb_app;
grant select (child_id, plan_id, part_id, made_at, to_at, kind, goal_id, areas, unit_id, engagement_id, starts_on, ends_on,
  state, body, written_by, written_at, seal) on plan_part to kb_app;
grant select (to_at, seal) on plan_part to kb_rules;

-- from_version is no number of the plan's any longer, and always 1: other walls stand on the function's form.
create or replace function my_parts() returns table (child_id uuid, keeper_id uuid, part party_part, from_version int)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  unit uuid := public.my_unit();
  mine uuid[] := public.assigned_children('{work,party}');
begin
  if mine = '{}' then return; end if;
  return query select g.child_id, g.from_secrecy_unit_id, g.part, 1
    from public.access_grant g
    where g.to_unit_id = unit and g.kind = 'party' and g.child_id = any (mine) and public.grant_lives(g);
end $$;

drop policy let_in on plan_part;
drop function my_party_plan_parts();
-- What my part reaches: what stood in the plan when it began, and after; all of it or what my own unit does.
create function my_party_plan_parts() returns table (plan_id uuid, part_id uuid, seal int)
stable security definer set search_path = '' language plpgsql rows 50 as $$
declare
  unit uuid := public.my_unit();
  mine uuid[] := public.assigned_children('{work,party}');
begin
  if unit is null or mine = '{}' then return; end if;
  return query select pp.plan_id, pp.part_id, pp.seal
    from public.access_grant g
      join public.plan p on p.child_id = g.child_id and p.secrecy_unit_id = g.from_secrecy_unit_id
      join public.plan_part pp on pp.child_id = p.child_id and pp.plan_id = p.id
    where g.to_unit_id = unit and g.kind = 'party' and g.child_id = any (mine) and public.grant_lives(g)
      and (g.part = 'whole' or pp.unit_id = unit) and (pp.to_at is null or pp.to_at > g.reads_from);
end $$;
create policy let_in on plan_part for select to kb_app using (
  (plan_id, part_id, seal) in (select p.plan_id, p.part_id, p.seal from my_party_plan_parts() p));

call give_to_rules(new_rules());
