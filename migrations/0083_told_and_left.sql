-- What a child has told one adult alone, when that adult can read it no longer. It is opened to nobody by itself: the child is
-- asked, the next time an adult is beside it, and decides. docs/decisions/0038.

-- The adult has left, does not know the child any more, or is its relative: nobody at all reads it.
create function is_left_unread(i item) returns boolean stable security definer set search_path = '' language sql as $$
  select i.told_to is not null and not (public.answers_for(i.told_to, i.child_id)
    and exists (select from public.assignment a where a.child_id = i.child_id and a.engagement_id = i.told_to
      and a.valid_from <= public.asked_at() and (a.valid_to is null or a.valid_to > public.asked_at())))
$$;

-- For the child, with an adult beside it: when it was said and to whom, never the words or what they are about, which the adult
-- would read too.
create function told_and_left(child uuid) returns table (id uuid, said_on date, given_name text, family_name text)
stable security definer set search_path = '' language sql as $$
  select i.id, s.said_on, p.given_name, p.family_name
  from public.item i join public.statement s on (s.child_id, s.item_id) = (i.child_id, i.id)
    join public.engagement e on e.id = i.told_to join public.person p on p.id = e.person_id
  where i.child_id = child and child = any (public.my_open_children()) and public.handed_by() is not null
    and i.author_id = public.me() and i.author_engagement_id is null and i.matter_id = any (public.my_told_matters())
    and i.told_to <> public.handed_by() and public.is_left_unread(i)
  order by s.said_on, i.id
$$;

-- For those who carry the matter: that something waits for the child to say who may read it. Not what, nor to whom it was told.
create function waits_for_the_child(child uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select child = any (public.my_lead_children()) and exists (select from public.item i
    where i.child_id = child and i.secrecy_unit_id = public.my_secrecy_unit() and public.is_left_unread(i))
$$;

create function pass_on(child uuid, item uuid, wanted item_readers)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
  perform from public.child c where c.id = child for no key update;
  if wanted = 'unit' or not exists (select from public.told_and_left(child) t where t.id = item) then return false; end if;
  perform public.end_waiting_statement(child, item);
  update public.item i set readers = wanted, told_to = case when wanted = 'told' then public.handed_by() end
  where i.child_id = child and i.id = item;
  return true;
end $$;

-- Readers may be changed back and forth. Those it waited for until now wait no longer, and it waits anew for whoever may read
-- it from now on, but for nobody who has read it already, and for nobody twice.
create function end_waiting_statement(child uuid, statement uuid) returns void
volatile security definer set search_path = '' language sql as $$
  update public.task t set done_at = public.asked_at(), done_by = public.me()
  where t.child_id = child and t.about_id = statement and t.kind = 'read_statement' and t.done_at is null
$$;
create function has_waited(child uuid, of_kind task_kind, about uuid, engagement uuid) returns boolean
stable security definer set search_path = '' language sql as $$
  select exists (select from public.task t where t.child_id = child and t.kind = of_kind and t.about_id = about
    and t.engagement_id = engagement and (t.done_at is null or t.done_by <> public.me()))
$$;
call rewrite('change_readers(uuid, uuid, item_readers)', 'update public.item i set readers = wanted',
  'if who.kind = ''family'' and exists (select from public.item i where i.child_id = child and i.id = item
      and (i.told_to is not null) <> (wanted = ''told'')) then perform public.end_waiting_statement(child, item); end if;
  update public.item i set readers = wanted');
call rewrite('wait_for_lead(uuid, task_kind, uuid, date, timestamptz, uuid[])', 'if lead.id is null then return false; end if;',
  'if lead.id is null then return false; end if;
  if public.has_waited(child, of_kind, about, lead.engagement_id) then return true; end if;');

-- What was said to the adult beside it alone waits for that adult. Only here: no row is put in by hand any more.
drop policy told_beside on task;
create function tell_adult_of_statement(child uuid, statement uuid, due date, task uuid)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  adult uuid := public.handed_by();
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_open_children()) or not exists (select from public.item i
    where i.child_id = child and i.id = statement and i.kind = 'statement' and i.told_to = adult
      and i.author_id = public.me() and i.author_engagement_id is null) then return false; end if;
  if public.has_waited(child, 'read_statement', statement, adult) then return true; end if;
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  values (child, task, 'read_statement', adult, statement, due, public.asked_at());
  return true;
end $$;

-- What a child has told one adult alone waits for that adult: it moves to nobody who takes over, who is not told of it either.
create function waits_for_one(t task) returns boolean stable security definer set search_path = '' language sql as $$
  select t.kind = 'read_statement' and exists (select from public.item i
    where i.child_id = t.child_id and i.id = t.about_id and i.told_to is not null)
$$;
call rewrite('left_to_me()', 't.kind::text not in (''review_extract'', ''answer_objection'')',
  't.kind::text not in (''review_extract'', ''answer_objection'') and not public.waits_for_one(t)');
call rewrite('left_to_me()', 'h.kind::text not in (''review_extract'', ''answer_objection'')',
  'h.kind::text not in (''review_extract'', ''answer_objection'') and not public.waits_for_one(h)');
call rewrite('leaving_soon()', 't.engagement_id = e.id and t.done_at is null',
  't.engagement_id = e.id and t.done_at is null and not public.waits_for_one(t)');
create function told_stays() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  if public.waits_for_one(old) then new.engagement_id := old.engagement_id; end if;
  return new;
end $$;
create trigger told_stays before update of engagement_id on task for each row
  when (new.engagement_id <> old.engagement_id) execute function told_stays();

call give_to_rules(new_rules());
call give_to_rules('{is_left_unread,end_waiting_statement,has_waited,waits_for_one}'::regproc[]::regprocedure[], '');
