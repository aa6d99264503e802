-- "Vem kan hjälpa?": what each unit says of itself in plain words, for staff and for anybody. Nothing here is about a child.
-- A text is a version: a new one stands beside the old, which are kept.
create table unit_entry (
  unit_id uuid references unit,
  version int check (version > 0),
  id uuid not null unique,
  mission text not null check (mission ~ '\S'),
  can text not null,
  cannot text not null,
  from_age int not null check (from_age between -1 and 20),
  to_age int not null check (to_age between -1 and 20),
  hours text not null,
  asking text not null,
  needs text[] not null,
  proposal boolean not null,
  saved_by uuid references engagement,
  saved_at timestamptz not null,
  words tsvector generated always as (to_tsvector('swedish', mission || ' ' || can || ' ' || asking)) stored,
  primary key (unit_id, version),
  check (from_age <= to_age)
);
comment on column unit_entry.from_age is 'In whole years; -1 is before birth.';
comment on column unit_entry.needs is 'What people come with, by the codes of src/modules/knowledge/needs.ts.';
comment on column unit_entry.proposal is 'Written by somebody else than the unit: shown as a proposal.';
comment on column unit_entry.saved_by is 'Null: put in before anybody had signed in.';

-- By function and never by name: whoever leaves is not what the text hangs on.
create table unit_contact (
  unit_id uuid,
  version int,
  place int,
  what text not null check (what ~ '\S'),
  phone text not null,
  for_everybody boolean not null,
  primary key (unit_id, version, place),
  foreign key (unit_id, version) references unit_entry
);
comment on column unit_contact.for_everybody is 'False: for those who work with children in the county.';

-- A time when somebody in another unit may ask, with no child named.
create table consultation_time (
  unit_id uuid references unit,
  id uuid,
  starts_at timestamptz not null,
  minutes int not null check (minutes between 10 and 120),
  offered_by uuid references engagement,
  offered_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (unit_id, id)
);
create index on consultation_time (unit_id, starts_at) where taken_back_at is null;

-- Whoever holds one of the unit's functions, or stands in, keeps what the unit says of itself; and whoever administers it.
create function keeps_entry(of_unit uuid) returns boolean stable language sql as $$
  select of_unit = any (public.my_administered_units())
    or of_unit = public.my_unit() and exists (select from public.unit_function f
      where f.unit_id = of_unit and public.my_engagement() in (f.holder_engagement_id, f.stand_in_engagement_id))
$$;

do $$
declare t text;
begin
  foreach t in array '{unit_entry,unit_contact,consultation_time}'::text[] loop
    execute format('alter table %I enable row level security, force row level security', t);
  end loop;
end $$;
grant select, insert on unit_entry, unit_contact, consultation_time to kb_app;
grant update (taken_back_at) on consultation_time to kb_app;
create policy read_all on unit_entry for select to kb_app using (true);
create policy kept on unit_entry for insert to kb_app with check (
  keeps_entry(unit_id) and saved_by = (select my_engagement()) and saved_at = asked_at() and not proposal);
create policy read_all on unit_contact for select to kb_app using (for_everybody or (select my_engagement()) is not null);
create policy kept on unit_contact for insert to kb_app with check (
  keeps_entry(unit_id) and exists (select from unit_entry e
    where e.unit_id = unit_contact.unit_id and e.version = unit_contact.version
      and e.saved_by = (select my_engagement()) and e.saved_at = asked_at()));
create policy at_work on consultation_time for select to kb_app using ((select my_engagement()) is not null);
create policy kept on consultation_time for insert to kb_app with check (
  keeps_entry(unit_id) and offered_by = (select my_engagement()) and offered_at = asked_at() and taken_back_at is null);
create policy taken_back on consultation_time for update to kb_app
  using (keeps_entry(unit_id) and taken_back_at is null) with check (taken_back_at = asked_at());
