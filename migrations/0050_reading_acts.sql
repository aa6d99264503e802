-- What counts as reading is rows, so that a new page adds a line instead of repeating them all. docs/decisions/0014.

create table reading_act (
  act text primary key,
  reading text not null,
  concerns reading_of not null
);
comment on table reading_act is 'Which acts read about a child, in which words it is told, and what it was about, which decides whether it may be told.';
insert into reading_act select * from reading_acts();

alter table reading_act enable row level security, force row level security;
grant select on reading_act to kb_rules;
create policy rules_read on reading_act for select to kb_rules using (true);

create or replace function reading_acts() returns table (act text, reading text, concerns reading_of)
stable language sql as $$
  select * from public.reading_act
$$;
