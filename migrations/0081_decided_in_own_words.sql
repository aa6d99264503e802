-- After a meeting: how the child has understood what was decided, in its own words. For all who read of the meeting.
alter table meeting_words
  add column is_after boolean not null default false,
  add constraint after_is_open check (not is_after or (is_open and not is_wishes));
comment on column meeting_words.is_after is 'What was decided, in the child''s own words; without words it has said that it does not know.';
grant select (is_after) on meeting_words to kb_rules;

create policy after_is_the_childs on meeting_words as restrictive for insert to kb_app with check (
  not is_after or (
    child_id in (select id from child where person_id = (select me()))
    and exists (select from meeting m where m.child_id = meeting_words.child_id and m.id = meeting_id and m.state = 'held')
    and exists (select from meeting_party p where p.child_id = meeting_words.child_id
      and p.meeting_id = meeting_words.meeting_id and p.id = party_id and p.is_child)));

create or replace function replace_words() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update public.meeting_words w set replaced_at = new.written_at
    where w.child_id = new.child_id and w.meeting_id = new.meeting_id and w.party_id = new.party_id
      and w.is_wishes = new.is_wishes and w.is_after = new.is_after and w.id <> new.id and w.replaced_at is null;
  return null;
end $$;
