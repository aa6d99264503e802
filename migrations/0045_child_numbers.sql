-- Numbers of a child: which system, since when, told by whom. One that takes the place of another waits for a second person,
-- as it decides whom the population register speaks of. docs/decisions/0032.

alter type task_kind add value 'look_at_number';

alter table child_identifier
  add column level text check (level in ('confirmed', 'probable', 'uncertain')),
  add column source text,
  add column noted_by uuid references person,
  add column waits boolean not null default false,
  add column corrects boolean not null default false;
create unique index one_number_waits on child_identifier (child_id) where waits;
comment on column child_identifier.level is 'How sure Skatteverket is of who it is, for a coordination number only.';
comment on column child_identifier.waits is 'Proposed in place of another, until somebody else has looked at it too.';
comment on column child_identifier.corrects is 'The one before was never the child''s. It is not kept.';

-- A person number and a coordination number are of one kind: a child has one of them at a time.
create function kind_of_number(system text) returns text immutable language sql as $$
  select case when system in ('http://electronichealth.se/identifier/personnummer',
    'http://electronichealth.se/identifier/samordningsnummer') then 'person' else system end
$$;

-- What the number takes the place of, and how the child is found from now on. `hash` and `old_hash` are null for what nobody
-- is found by. A number that is another child's already finds that one still, and nobody is told.
create function number_holds(child uuid, number uuid, hash bytea, old_hash bytea)
returns void volatile security definer set search_path = '' language plpgsql as $$
declare
  new public.child_identifier;
begin
  select * into new from public.child_identifier i where i.child_id = child and i.id = number;
  if new.corrects then
    delete from public.child_identifier i where i.child_id = child and i.id <> number and i.valid_to is null
      and public.kind_of_number(i.system) = public.kind_of_number(new.system);
    delete from public.identifier_hash h where h.child_id = child and h.hash = old_hash;
  else
    update public.child_identifier i set valid_to = greatest(i.valid_from, public.asked_day())
    where i.child_id = child and i.id <> number and i.valid_to is null
      and public.kind_of_number(i.system) = public.kind_of_number(new.system);
  end if;
  if hash is not null then insert into public.identifier_hash values (hash, child) on conflict do nothing; end if;
end $$;

-- Whoever can look too: works with all of these inside my wall, the function's holder first. Null: nobody else does.
create function a_colleague_with(children uuid[]) returns uuid stable security definer set search_path = '' language sql as $$
  select e.id from public.engagement e
    left join public.unit_function f on f.unit_id = e.unit_id and f.kind = 'best_interests_lead'
  where e.person_id <> public.me() and public.employed_on(e.id, public.asked_day())
    and e.id in (select a.engagement_id from public.assignment a where a.child_id = children[1])
    and not exists (select from unnest(children) c (id) where public.is_own_child(e.id, c.id, public.asked_day())
      or not exists (select from public.assignment a where a.child_id = c.id and a.engagement_id = e.id and a.kind = 'work'
        and a.secrecy_unit_id = public.my_secrecy_unit() and a.valid_from <= public.asked_at()
        and (a.valid_to is null or a.valid_to > public.asked_at())))
  order by f.holder_engagement_id = e.id desc nulls last, f.stand_in_engagement_id = e.id desc nulls last, e.id
  limit 1
$$;

-- done: it holds. waits: a colleague is asked. no: not mine to write, or another one waits already.
create function write_number(child uuid, number uuid, of_system text, sealed bytea, as_level text, from_source text,
  correction boolean, hash bytea, old_hash bytea, task uuid)
returns text volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  must_wait boolean;
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_lead_children())
    or not (public.i_hold_the_function() or public.accountable_engagement(child, at) = public.my_engagement())
    or not exists (select from public.child c where c.id = child and c.protection = 'none' and not c.provisional)
    or public.is_hidden(child) then return 'no'; end if;
  select i.waits into must_wait from public.child_identifier i where i.child_id = child and i.id = number;
  if found then return case when must_wait then 'waits' else 'done' end; end if;
  must_wait := public.kind_of_number(of_system) = 'person' and (
    exists (select from public.child_identifier i where i.child_id = child and i.valid_to is null
      and public.kind_of_number(i.system) = 'person')
    or exists (select from public.identifier_hash h where h.child_id = child));
  if exists (select from public.child_identifier i where i.child_id = child and i.waits) then return 'no'; end if;
  insert into public.child_identifier (child_id, id, system, value_sealed, level, source, noted_by, valid_from, waits, corrects)
  values (child, number, of_system, sealed, as_level, from_source, public.me(), public.asked_day(), must_wait, correction);
  if not must_wait then
    perform public.number_holds(child, number, hash, old_hash);
    return 'done';
  end if;
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  select child, task, 'look_at_number', c.id, number, public.asked_day(), at
  from public.a_colleague_with(array[child]) c (id) where c.id is not null;
  return 'waits';
end $$;

-- A yes is another person's than the one who wrote it; a no anybody's who works with the child.
create function answer_number(child uuid, number uuid, yes boolean, hash bytea, old_hash bytea)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_lead_children()) or not exists (select from public.child_identifier i
    where i.child_id = child and i.id = number and i.waits and not (yes and i.noted_by = public.me())) then return false; end if;
  if yes then
    update public.child_identifier i set waits = false, valid_from = public.asked_day()
    where i.child_id = child and i.id = number;
    perform public.number_holds(child, number, hash, old_hash);
  else
    delete from public.child_identifier i where i.child_id = child and i.id = number;
  end if;
  return true;
end $$;

-- What waited is looked at, or gone, as when the child is marked as protected: nobody has to look any more.
create function end_look_at_number() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update public.task t set done_at = public.asked_at(), done_by = public.me()
  where t.child_id = old.child_id and t.kind = 'look_at_number' and t.about_id = old.id and t.done_at is null;
  return null;
end $$;
create trigger looked_at after delete or update of waits on child_identifier
  for each row when (old.waits) execute function end_look_at_number();

-- Also what the register knows an adult by goes when somebody gets a new identity.
create or replace function close_adult(adult uuid, moment timestamptz)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  today date := (moment at time zone 'Europe/Stockholm')::date;
begin
  delete from public.identity i where i.person_id = adult;
  delete from public.person_number n where n.person_id = adult;
  delete from public.person_contact c where c.person_id = adult;
  update public.session s set ended_at = moment where s.person_id = adult and s.ended_at is null;
  update public.guardianship g set valid_to = greatest(g.valid_from, today)
    where g.person_id = adult and (g.valid_to is null or g.valid_to > today);
  update public.person p set protection = 'sekretessmarkering', given_name = null, family_name = null, identity_sealed = ''
    where p.id = adult and not p.is_staff;
  perform public.shred_subject(adult, moment);
  return found;
end $$;

-- The walls ----------------------------------------------------------------------------------------------------------------

grant insert on child_identifier, identifier_hash to kb_rules;
grant update (valid_to, waits, valid_from) on child_identifier to kb_rules;
create policy rules_add on child_identifier for insert to kb_rules with check (true);
create policy rules_add on identifier_hash for insert to kb_rules with check (true);
create policy rules_change on child_identifier for update to kb_rules using (true);
grant delete on person_number to kb_rules;
create policy rules_clear on person_number for delete to kb_rules using (true);

call give_to_rules('{number_holds,a_colleague_with,end_look_at_number}'::regproc[]::regprocedure[], '');
call give_to_rules(new_rules());
