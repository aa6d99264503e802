-- A link to somebody outside stands in the family's "vem ser vad", and the yes that it rests on can be taken back.
-- docs/decisions/0030.

alter table answer_link
  add told bytea,
  add yes_withdrawn boolean not null default false,
  add check (ended_at is not null or not yes_withdrawn);
comment on column answer_link.told is 'For the family: whom the link was for, in the sender''s words. Null: made before this was kept.';
grant select (yes_withdrawn), update (yes_withdrawn) on answer_link to kb_app;

-- The links about the child: for the family where it has been told of the matter, and for those who asked. Never the answer.
-- Where places are hidden whom it was for is left out: it may tell where the child is.
create function links_told(child uuid)
returns table (item_id uuid, told bytea, from_unit_id uuid, legal_ground text, made_at timestamptz, expires_at timestamptz, lives boolean)
stable security definer set search_path = '' language sql as $$
  select l.item_id, case when not public.is_hidden(l.child_id) then l.told end, q.from_unit_id, q.legal_ground, l.made_at,
    l.expires_at, public.answer_link_lives(l)
  from public.answer_link l
    join public.source_question q on (q.child_id, q.item_id) = (l.child_id, l.item_id)
    join public.unit u on u.id = q.from_unit_id
  where l.child_id = child and (
    child = any (public.my_lead_children()) and u.secrecy_unit_id = public.my_secrecy_unit()
    or child = any (public.my_open_children()) and q.matter_id = any (public.my_told_matters())
      and not array[q.item_id, q.from_unit_id] && public.my_barred_things())
$$;

-- Tells whoever is accountable: an answer has come, or the yes is taken back. As it stood in answer_by_link.
create function tell_of_link(child uuid, item uuid, task_id uuid) returns void
volatile security definer set search_path = '' language sql as $$
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  select child, task_id, 'question_answered',
    coalesce(public.accountable_engagement(child, public.asked_at()), i.author_engagement_id), item,
    public.asked_day(), public.asked_at()
  from public.item i where (i.child_id, i.id) = (child, item)
$$;
call give_to_rules('{tell_of_link}'::regproc[]::regprocedure[], '');

create or replace function answer_by_link(hash text, sealed bytea, task_id uuid) returns boolean
volatile security definer set search_path = '' language plpgsql as $$
declare
  l public.answer_link;
begin
  perform public.lock_child(x.child_id) from public.answer_link x where x.code_hash = hash;
  select * into l from public.answer_link x where x.code_hash = hash;
  if public.answer_link_lives(l) is not true then return false; end if;
  update public.answer_link x set letter = null, answer = sealed, answered_at = public.asked_at() where x.code_hash = hash;
  perform public.tell_of_link(l.child_id, l.item_id, task_id);
  return true;
end $$;

-- The family takes back its yes: the link opens nothing from now on, and whoever is accountable gets to know.
-- False: there is no such link on their yes, or it is over.
create function take_back_link(child uuid, item uuid, task_id uuid) returns boolean
volatile security definer set search_path = '' language plpgsql as $$
begin
  if not public.acts_for_family(child) or not exists (select from public.links_told(child) t
    where t.item_id = item and t.lives and t.legal_ground = 'samtycke') then return false; end if;
  update public.answer_link l set letter = null, ended_at = public.asked_at(), yes_withdrawn = true
  where (l.child_id, l.item_id) = (child, item);
  perform public.tell_of_link(child, item, task_id);
  return true;
end $$;

grant update (ended_at, yes_withdrawn) on answer_link to kb_rules;

call give_to_rules(new_rules());
