-- Answers on paper to the three questions: counted by hand, as numbers, once for each meeting or follow-up. docs/decisions/0037.

create table participation_on_paper (
  child_id uuid references child,
  occasion_id uuid,
  id uuid not null unique,
  secrecy_unit_id uuid not null references secrecy_unit,
  children int not null check (children in (0, 1)),
  guardians int not null check (guardians >= 0),
  counted_by uuid not null references person,
  counted_at timestamptz not null,
  primary key (child_id, occasion_id)
);
comment on table participation_on_paper is 'Of which meeting or follow-up the papers have been counted: once. What stood on them is not here.';
comment on column participation_on_paper.guardians is 'So many papers at least, to know how many people are behind a number; no session reads it.';

alter table participation_on_paper enable row level security, force row level security;
grant select, insert on participation_on_paper to kb_rules;
create policy rules on participation_on_paper to kb_rules using (true);
grant select (child_id, occasion_id, id, secrecy_unit_id, counted_by, counted_at) on participation_on_paper to kb_app;
create policy counted_here on participation_on_paper for select to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(my_lead_children())));
call cover_for_retention('participation_on_paper');

-- Adds numbers to the counts. False: the papers of this one have been counted before, in another sending.
create function count_participation(child uuid, occasion uuid, submission uuid, voices voice[],
  questions participation_question[], answers participation_answer[], numbers int[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  asked record;
  children int;
  guardians int;
begin
  perform from public.child c where c.id = child for no key update;
  if child <> all (public.my_lead_children()) or not (public.i_hold_the_function() or exists (
      select from public.responsibility r where r.child_id = child and r.kind = 'best_interests_lead'
        and r.during @> public.asked_at() and public.tenure_held_by(r.child_id, r.id) = public.my_engagement())) then
    raise exception 'nobody who is accountable here' using errcode = '42501';
  end if;
  select * into asked from public.asks_me(child) a where a.occasion_id = occasion;
  if not found then return false; end if;
  if exists (select from public.participation_on_paper p where p.child_id = child and p.occasion_id = occasion) then
    return exists (select from public.participation_on_paper p where p.id = submission and p.occasion_id = occasion);
  end if;
  -- A paper has one answer to each question: so there are at least as many papers as answers to the one most have answered.
  select coalesce(max(q.n) filter (where q.v = 'child'), 0), coalesce(max(q.n) filter (where q.v = 'guardian'), 0)
  into children, guardians
  from (select v, sum(n) as n from unnest(voices, questions, numbers) s (v, q, n) group by v, q) q;
  if children > 1 or guardians > (select count(distinct g.person_id) from public.guardianship g
      where g.child_id = child and g.valid_from <= public.asked_day() and (g.valid_to is null or g.valid_to > public.asked_day()))
    or exists (select from unnest(voices, questions, numbers) s (v, q, n)
      where v not in ('child', 'guardian') or q = 'better_support' or n < 1) then
    raise exception 'more answers than there are people';
  end if;
  insert into public.participation_on_paper
  values (child, occasion, submission, public.my_secrecy_unit(), children, guardians, public.me(), public.asked_at());
  insert into public.participation_count as c
  select asked.authority_id, date_trunc('quarter', public.asked_day()::timestamp)::date, v, q, a, sum(n)
  from unnest(voices, questions, answers, numbers) s (v, q, a, n) group by v, q, a
  on conflict (authority_id, quarter, voice, question, answer) do update set number = c.number + excluded.number;
  return true;
end $$;

-- As before: a quarter that is over, and at least five different people behind each number. A paper has no name, so of papers
-- only people who are surely different are counted: of one child as many as on one occasion, none where a guardian may have
-- answered on the screen or for another child. And whoever has counted papers knows what stood on them: there must be five
-- besides those, for everybody who has.
create or replace function participation_in(of_quarter date)
returns table (authority_id uuid, voice voice, question participation_question, yes int, partly int, no int)
stable security definer set search_path = '' language sql as $$
  with screen as (
    select distinct s.authority_id, s.voice, s.person_id from public.participation_said s
    where date_trunc('quarter', s.said_at at time zone 'Europe/Stockholm')::date = of_quarter
  ), paper as (
    select w.authority_id, v.voice, p.child_id, p.counted_by, v.people
    from public.participation_on_paper p
      join public.secrecy_unit w on w.id = p.secrecy_unit_id
      cross join lateral (values ('child'::public.voice, p.children), ('guardian'::public.voice, p.guardians)) v (voice, people)
    where v.people > 0 and date_trunc('quarter', p.counted_at at time zone 'Europe/Stockholm')::date = of_quarter
  ), knows as (
    select c.authority_id, c.voice, null::uuid as who from public.participation_count c where c.quarter = of_quarter
    union select p.authority_id, p.voice, p.counted_by from paper p
  ), unknown as (
    select k.authority_id, k.voice, k.who, p.child_id, max(p.people) as people
    from knows k join paper p on p.authority_id = k.authority_id and p.voice = k.voice
    group by 1, 2, 3, 4 having bool_and(p.counted_by is distinct from k.who)
  ), kin as (
    select 'guardian'::public.voice as voice, g.child_id, g.person_id from public.guardianship g
    union select 'child', c.id, c.person_id from public.child c where c.person_id is not null
  ), apart as (
    select u.* from unknown u
    where not exists (select from screen s join kin a on a.person_id = s.person_id and a.voice = s.voice
        where s.authority_id = u.authority_id and s.voice = u.voice and a.child_id = u.child_id)
      and not exists (select from unknown o join kin a on a.child_id = o.child_id and a.voice = o.voice
          join kin b on b.person_id = a.person_id and b.voice = a.voice
        where o.authority_id = u.authority_id and o.voice = u.voice and o.who is not distinct from u.who
          and o.child_id < u.child_id and b.child_id = u.child_id)
  ), enough as (
    select k.authority_id, k.voice from knows k
    group by 1, 2 having 5 <= min(
      (select count(*) from screen s where s.authority_id = k.authority_id and s.voice = k.voice)
      + coalesce((select sum(a.people) from apart a
          where a.authority_id = k.authority_id and a.voice = k.voice and a.who is not distinct from k.who), 0))
  )
  select c.authority_id, c.voice, c.question,
    coalesce(sum(c.number) filter (where c.answer = 'yes'), 0)::int,
    coalesce(sum(c.number) filter (where c.answer = 'partly'), 0)::int,
    coalesce(sum(c.number) filter (where c.answer = 'no'), 0)::int
  from public.participation_count c join enough e on e.authority_id = c.authority_id and e.voice = c.voice
  where public.i_lead_the_process() and c.quarter = of_quarter
    and of_quarter + interval '3 months' <= public.asked_day()
  group by 1, 2, 3
  having sum(c.number) >= 5
$$;

-- The family reads that the invitation was printed, as it reads that the plan was.
alter table reading_act no force row level security;
insert into reading_act values ('meeting.print', 'meeting-print', 'meeting');
alter table reading_act force row level security;

call give_to_rules(new_rules());
