-- What the child wishes for a meeting, beside what it wants to say there: whom it wants to be there and not, and how it
-- takes part itself. For those who carry the matter, whoever may read the rest.
alter table meeting_words
  add column is_wishes boolean not null default false,
  add constraint wishes_are_closed check (not (is_wishes and is_open));
comment on column meeting_words.is_wishes is 'What the child wishes for the meeting, read by those who carry the matter; never open.';
grant select (is_wishes) on meeting_words to kb_rules;

create or replace function replace_words() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update public.meeting_words w set replaced_at = new.written_at
    where w.child_id = new.child_id and w.meeting_id = new.meeting_id and w.party_id = new.party_id
      and w.is_wishes = new.is_wishes and w.id <> new.id and w.replaced_at is null;
  return null;
end $$;
