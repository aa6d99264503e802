-- A question to somebody who has no login: a link that takes one answer, once. docs/decisions/0030.

alter table source_question
  alter to_unit_id drop not null,
  add to_adult_id uuid,
  add legal_ground text,
  add foreign key (child_id, to_adult_id) references important_adult,
  add check (num_nonnulls(to_unit_id, to_adult_id) = 1),
  add check ((to_adult_id is null) = (legal_ground is null));
comment on column source_question.to_adult_id is 'Instead of a unit: an adult near the child, who has no login and is given a link.';

-- The letter opens with what stands in the link and nowhere here. The answer is sealed with a key that lies in the letter,
-- which is gone when the answer has come, and under the child's own key.
create table answer_link (
  child_id uuid,
  item_id uuid,
  code_hash text not null unique check (code_hash ~ '^[0-9a-f]{64}$'),
  letter bytea,
  answer_key bytea not null,
  made_by uuid not null references person,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  answer bytea,
  answered_at timestamptz,
  primary key (child_id, item_id),
  foreign key (child_id, item_id) references source_question,
  check (expires_at > made_at and expires_at <= made_at + interval '31 days'),
  check ((answer is null) = (answered_at is null)),
  check ((letter is null) = (num_nonnulls(ended_at, answered_at) = 1))
);

alter type register_kind add value 'link';
create function register_link() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  perform public.add_to_register(new.item_id, 'link', new.made_at, u.secrecy_unit_id, null, q.legal_ground, new.made_by)
  from public.source_question q join public.unit u on u.id = q.from_unit_id
  where q.child_id = new.child_id and q.item_id = new.item_id;
  return null;
end $$;
create trigger registered after insert on answer_link for each row execute function register_link();
comment on column register_entry.to_unit_id is 'Null: to somebody in the family, or on paper or by a link to somebody outside.';

-- Not after its day, nor when it is taken back or answered, nor when the matter is over, has moved or the child is protected.
create function answer_link_lives(l answer_link) returns boolean stable security definer set search_path = '' language sql as $$
  select l.letter is not null and l.expires_at > public.asked_at() and not public.is_hidden(l.child_id)
    and exists (select from public.subject_key k where k.subject_id = l.child_id)
    and exists (select from public.source_question q
      join public.unit u on u.id = q.from_unit_id
      join public.matter m on m.child_id = q.child_id and m.id = q.matter_id
    where q.child_id = l.child_id and q.item_id = l.item_id and q.answer is null
      and m.closed_at is null and m.secrecy_unit_id = u.secrecy_unit_id)
$$;

call give_to_rules(array['answer_link_lives(answer_link)']::regprocedure[], '');

-- For whoever holds the link. Nothing that is kept can be read by it but the letter, and that only with the link itself.
create function open_answer_link(hash text) returns table (item_id uuid, letter bytea)
stable security definer set search_path = '' language sql as $$
  select l.item_id, l.letter from public.answer_link l where l.code_hash = hash and public.answer_link_lives(l)
$$;

-- Takes the answer, once, and tells whoever is accountable. False: the link is over, or never was.
create function answer_by_link(hash text, sealed bytea, task_id uuid) returns boolean
volatile security definer set search_path = '' language plpgsql as $$
declare
  l public.answer_link;
begin
  perform public.lock_child(x.child_id) from public.answer_link x where x.code_hash = hash;
  select * into l from public.answer_link x where x.code_hash = hash;
  if public.answer_link_lives(l) is not true then return false; end if;
  update public.answer_link x set letter = null, answer = sealed, answered_at = public.asked_at() where x.code_hash = hash;
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  select l.child_id, task_id, 'question_answered',
    coalesce(public.accountable_engagement(l.child_id, public.asked_at()), i.author_engagement_id), l.item_id,
    public.asked_day(), public.asked_at()
  from public.item i where i.child_id = l.child_id and i.id = l.item_id;
  return true;
end $$;

-- Only to somebody whom those who ask have written down, and never about a child whose places are hidden.
create policy to_adult on source_question as restrictive for insert to kb_app with check (
  to_adult_id is null or (not is_hidden(child_id) and exists (
    select from important_adult a where a.child_id = source_question.child_id and a.id = to_adult_id)));

alter table answer_link enable row level security, force row level security;
grant select (child_id, item_id, answer_key, made_at, expires_at, ended_at, answer, answered_at), insert,
  update (letter, ended_at) on answer_link to kb_app;
create policy asked on answer_link for select to kb_app using (
  child_id in (select unnest(assigned_children('{work}'))) and exists (select from source_question q
    where q.child_id = answer_link.child_id and q.item_id = answer_link.item_id and q.to_adult_id is not null));
create policy sent on answer_link for insert to kb_app with check (
  child_id in (select unnest(my_lead_children())) and not is_hidden(child_id)
  and made_by = (select me()) and made_at = asked_at() and ended_at is null and answered_at is null
  and exists (select from source_question q
    where q.child_id = answer_link.child_id and q.item_id = answer_link.item_id and q.to_adult_id is not null));
create policy taken_back on answer_link for update to kb_app
  using (child_id in (select unnest(my_lead_children())) and ended_at is null and answered_at is null)
  with check (letter is null and ended_at = asked_at());

grant select, update (letter, answer, answered_at) on answer_link to kb_rules;
create policy rules_read on answer_link for select to kb_rules using (true);
create policy rules_answer on answer_link for update to kb_rules using (answered_at is null and ended_at is null)
  with check (true);
call cover_for_retention('answer_link');

call give_to_rules(new_rules());
