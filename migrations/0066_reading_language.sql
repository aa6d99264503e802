-- The language that somebody in a family has chosen to read in. No line stands for those who have not chosen.
create table reading_language (
  person_id uuid primary key references person on delete cascade,
  language text not null check (language in ('sv', 'sv-x-latt', 'en', 'ar', 'so', 'uk', 'pl', 'fi'))
);
alter table reading_language enable row level security, force row level security;
grant select, insert, update on reading_language to kb_app;
create policy mine on reading_language to kb_app using (person_id = (select me())) with check (person_id = (select me()));

create function my_language() returns text stable language sql as $$
  select r.language from public.reading_language r where r.person_id = public.me()
$$;
