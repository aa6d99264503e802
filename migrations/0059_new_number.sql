-- The population register tells that a number has taken the place of a child's. Nothing changes by that: the BBA reads it, and
-- writes it down as any number that takes another's place, so that a colleague looks too. Never where somebody is or has been
-- protected: nothing may lead from one identity to another. docs/decisions/0032.

alter type register_fact add value 'new_number';

-- False: nothing was noted. A number that is somebody's here already tells nobody anything.
create function take_new_number(child uuid, number bytea, told timestamptz, new_number bytea, sealed text, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
  perform public.refuse_sessions();
  perform from public.child c where c.id = child for no key update;
  if not exists (select from public.child c where c.id = child and c.protection = 'none' and not c.provisional)
    or exists (select from public.protection_mark p where p.child_id = child and p.person_id is null)
    or exists (select from public.shredded_subject s where s.subject_id = child)
    or not exists (select from public.identifier_hash i where i.hash = number and i.child_id = child)
    or exists (select from public.identifier_hash i where i.hash = new_number)
    or exists (select from public.person_number n where n.hash = new_number)
    or exists (select from public.register_check k where k.child_id = child and k.number_hash = number and k.told_at > told)
    or exists (select from public.register_says s
      where s.child_id = child and s.fact::text = 'new_number' and s.number_hash = new_number) then return false; end if;
  return public.note_register_fact(child, ids[1], ids[2], 'new_number', null, new_number, sealed, told);
end $$;

-- Once it is answered it lies nowhere but among the child's numbers. And when the child becomes protected it is gone: what was told
-- before must not lead on to who the child is later.
create function forget_answered_number() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  new.name_sealed := null;
  return new;
end $$;
create trigger number_answered before update of answered_at on register_says for each row
  when (new.fact::text = 'new_number' and new.answered_at is not null) execute function forget_answered_number();
create function forget_new_number() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update public.task t set done_at = public.asked_at()
  where t.child_id = new.id and t.kind = 'read_register' and t.done_at is null and t.about_id in (select s.id
    from public.register_says s where s.child_id = new.id and s.fact::text = 'new_number');
  delete from public.register_says s where s.child_id = new.id and s.fact::text = 'new_number';
  return null;
end $$;
create trigger number_forgotten after update of protection on child for each row
  when (old.protection = 'none' and new.protection <> 'none') execute function forget_new_number();

grant delete on register_says to kb_rules;
create policy rules_forget on register_says for delete to kb_rules using (fact::text = 'new_number');
comment on column register_says.name_sealed is
  'A new guardian''s name or the child''s new number, sealed with the program''s own secret until somebody has answered.';
call give_to_rules('{forget_answered_number,forget_new_number}'::regproc[]::regprocedure[], '');
call give_to_rules('{take_new_number}'::regproc[]::regprocedure[], 'kb_app');
