-- After a meeting or a follow-up: did the family know and take part, and did it help those who work? What is answered is added
-- to a count and stands nowhere else; of each it is kept that they have answered, and not what. docs/decisions/0037.

create type participation_question as enum ('knows_plan', 'took_part', 'knows_whom', 'better_support');
create type participation_answer as enum ('yes', 'partly', 'no');

create table participation_said (
  child_id uuid references child,
  occasion_id uuid,
  person_id uuid references person,
  authority_id uuid not null references authority,
  voice voice not null,
  said_at timestamptz not null,
  primary key (child_id, occasion_id, person_id)
);
create index on participation_said (authority_id, voice, said_at);
comment on table participation_said is 'Who has answered after which meeting or follow-up: asked once. What they answered is not here.';

create table participation_count (
  authority_id uuid references authority,
  quarter date,
  voice voice,
  question participation_question,
  answer participation_answer,
  number int not null check (number > 0),
  primary key (authority_id, quarter, voice, question, answer)
);
comment on table participation_count is 'How many have answered what in a quarter, to whom, and of no child. Read through participation_in() alone.';

alter table participation_said enable row level security, force row level security;
alter table participation_count enable row level security, force row level security;
grant select, insert on participation_said to kb_rules;
grant select, insert, update (number) on participation_count to kb_rules;
create policy rules on participation_said to kb_rules using (true);
create policy rules on participation_count to kb_rules using (true);
call cover_for_retention('participation_said');
grant select (child_id, plan_id, id, held_on) on follow_up to kb_rules;

-- What the one who asks was at, or may read of, in the last thirty days: never what is barred for them.
create function asks_me(child uuid)
returns table (occasion_id uuid, is_meeting boolean, happened_on date, authority_id uuid, said boolean)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  barred uuid[] := public.my_barred_things();
  meetings uuid[] := public.my_whole_meetings() || public.my_invitations();
  plans uuid[] := public.my_kept_plans() || public.my_party_plans('{whole,own}');
begin
  return query
    select o.id, o.is_meeting, o.on_day, w.authority_id,
      exists (select from public.participation_said s
        where s.child_id = child and s.occasion_id = o.id and s.person_id = public.me())
    from (
      select m.id, true, (m.starts_at at time zone 'Europe/Stockholm')::date, m.secrecy_unit_id
      from public.meeting m where m.child_id = child and m.state = 'held' and m.id = any (meetings)
      union all
      select f.id, false, f.held_on, p.secrecy_unit_id
      from public.follow_up f join public.plan p on p.child_id = f.child_id and p.id = f.plan_id
      where f.child_id = child and p.id = any (plans) and p.id <> all (barred)) o (id, is_meeting, on_day, wall)
      join public.secrecy_unit w on w.id = o.wall
    where o.id <> all (barred) and o.on_day > public.asked_day() - 30
    order by o.on_day;
end $$;

-- Once for each occasion; whoever skips everything has answered too.
create function say_participation(
  child uuid, occasion uuid, questions participation_question[], answers participation_answer[]) returns boolean
volatile security definer set search_path = '' language plpgsql as $$
declare
  asked record;
  whose public.voice := case when (public.caller()).kind <> 'family' then 'professional'
    when public.i_am_this_child(child) then 'child' else 'guardian' end;
begin
  select * into asked from public.asks_me(child) a where a.occasion_id = occasion;
  if not found then return false; end if;
  if exists (select from unnest(questions) q where (q = 'better_support') <> (whose = 'professional')) then
    raise exception 'not asked of a %', whose;
  end if;
  insert into public.participation_said
  values (child, occasion, public.me(), asked.authority_id, whose, public.asked_at()) on conflict do nothing;
  if not found then return false; end if;
  insert into public.participation_count as c
  select distinct on (q) asked.authority_id, date_trunc('quarter', public.asked_day()::timestamp)::date, whose, q, a, 1
  from unnest(questions, answers) said (q, a)
  on conflict (authority_id, quarter, voice, question, answer) do update set number = c.number + 1;
  return true;
end $$;

-- For the process leader, of a quarter that is over, and where at least five people have answered: fixed quarters that never
-- overlap, and no sum over them all, so that nobody is found by taking one number from another.
create function participation_in(of_quarter date)
returns table (authority_id uuid, voice voice, question participation_question, yes int, partly int, no int)
stable security definer set search_path = '' language sql as $$
  select c.authority_id, c.voice, c.question,
    coalesce(sum(c.number) filter (where c.answer = 'yes'), 0)::int,
    coalesce(sum(c.number) filter (where c.answer = 'partly'), 0)::int,
    coalesce(sum(c.number) filter (where c.answer = 'no'), 0)::int
  from public.participation_count c
  where public.i_lead_the_process() and c.quarter = of_quarter
    and of_quarter + interval '3 months' <= public.asked_day()
    and 5 <= (select count(distinct s.person_id) from public.participation_said s
      where s.authority_id = c.authority_id and s.voice = c.voice
        and date_trunc('quarter', s.said_at at time zone 'Europe/Stockholm')::date = of_quarter)
  group by 1, 2, 3
  having sum(c.number) >= 5
$$;

call give_to_rules(new_rules());
