-- A child that is protected before it is born, or whose parent is, is born like any other; who it is lies sealed. docs/decisions/0013, 0032.

drop function note_birth(uuid, text, text, date, uuid[]);
-- As before. Of a protected child by the group, with the name and the day in `identity`: in clear only the day it turns eighteen.
create function note_birth(child uuid, given text, family text, born date, custody uuid[], identity bytea default null)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  today date := public.asked_day();
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_lead_children()) or born > today
    or not (public.i_hold_the_function() or public.accountable_engagement(child, public.asked_at()) = public.my_engagement())
    then return false; end if;
  if public.is_hidden(child) then
    if identity is null or not public.lacks_grown_day(child) then return false; end if;
    update public.child c set identity_sealed = identity where c.id = child and c.protection <> 'none';
  else
    update public.child c set given_name = given, family_name = family, born_on = born, expected_on = null
    where c.id = child and not c.provisional and c.born_on is null and c.expected_on is not null and identity is null;
  end if;
  if not found then return false; end if;
  if identity is not null then
    insert into public.protected_grown values (child, (born + interval '18 years')::date);
  end if;
  update public.guardianship g set kind = 'guardian'
  where g.child_id = child and g.kind = 'expecting_parent' and g.person_id = any (custody)
    and g.valid_from <= today and (g.valid_to is null or g.valid_to > today);
  update public.guardianship g set valid_to = greatest(g.valid_from, today)
  where g.child_id = child and g.kind = 'expecting_parent' and (g.valid_to is null or g.valid_to > today);
  return true;
end $$;

-- The first number of a child that had none when it was marked: it lies with the mark, and finds the child as others do.
-- `was`: what lay there when it was read.
create function write_sealed_number(child uuid, mark uuid, was bytea, sealed bytea, hash bytea)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_lead_children()) or child <> all (public.my_shielded_children())
    or not (public.i_hold_the_function() or public.accountable_engagement(child, public.asked_at()) = public.my_engagement())
    or exists (select from public.identifier_hash h where h.child_id = child) then return false; end if;
  update public.protection_mark p set body = sealed
  where p.child_id = child and p.id = mark and p.person_id is null and p.body = was
    and not exists (select from public.protection_mark later
      where later.child_id = child and later.person_id is null and later.marked_at > p.marked_at)
    and exists (select from public.child c where c.id = child and c.protection <> 'none');
  if not found then return false; end if;
  if hash is not null then insert into public.identifier_hash values (hash, child) on conflict do nothing; end if;
  return true;
end $$;
grant update (body) on protection_mark to kb_rules;

-- Twins of a protected child too: by the group, and the program seals the other one's name in the same transaction.
call rewrite('add_twin(uuid, uuid, text, text, uuid[], uuid[], date)', 'not c.provisional and c.born_on > today - 365;',
  'not c.provisional;
  first.born_on := coalesce(first.born_on, (select (d.grown_on - interval ''18 years'')::date from public.protected_grown d
    where d.child_id = child and child = any (public.my_shielded_children())));');
call rewrite('add_twin(uuid, uuid, text, text, uuid[], uuid[], date)', 'or public.is_hidden(child) or',
  'or first.born_on > today - 365 is not true or (public.is_hidden(child) and child <> all (public.my_shielded_children())) or');

call give_to_rules(new_rules());
