-- A code on paper: the child's door to one meeting, without an eID and with no adult beside it. docs/decisions/0040.

create table meeting_paper (
  child_id uuid,
  id uuid unique,
  meeting_id uuid not null,
  code_hash bytea not null unique check (length(code_hash) = 32),
  is_childs_own boolean not null,
  made_by uuid not null references engagement,
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references person,
  primary key (child_id, id),
  foreign key (child_id, meeting_id) references meeting,
  check ((ended_at is null) = (ended_by is null))
);
create unique index meeting_paper_living on meeting_paper (child_id, meeting_id) where ended_at is null;
comment on column meeting_paper.is_childs_own is 'The child keeps it where no guardian sees it: then it shows what is barred for a guardian too.';

-- No foreign key: a session whose paper is gone is over, and never becomes one that the child has signed in to.
alter table session add column paper_id uuid;
comment on column session.paper_id is 'Opened with a code on paper: the session is the child''s, about that meeting only, and lives as long as the paper.';

-- Does every guardian read this matter? Then what the child sees with its bars taken away they see between them.
create function guardians_read(child uuid, matter uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select not exists (select from public.guardianship g where g.child_id = child
    and g.valid_from <= public.asked_day() and (g.valid_to is null or g.valid_to > public.asked_day())
    and (not exists (select from public.family_talk t
        where t.child_id = child and t.matter_id = matter and t.person_id = g.person_id)
      or exists (select from public.bar b where b.child_id = child and b.person_id = g.person_id
        and b.thing_id is null and b.ended_at is null)))
$$;

-- To the end of the seventh day after the meeting; not when meeting, plan or matter is over or has moved, when the child is
-- protected, grown up or must not know, nor when it may lie where a guardian sees it who does not read this.
create function meeting_paper_lives(p meeting_paper) returns boolean stable security definer set search_path = '' language sql as $$
  select p.ended_at is null and not public.is_hidden(p.child_id)
    and public.grows_up_on(p.child_id) <= public.asked_day() is not true
    and exists (select from public.subject_key k where k.subject_id = p.child_id)
    and not exists (select from public.bar b join public.child c on c.id = b.child_id
      where c.id = p.child_id and b.person_id = c.person_id and b.ended_at is null
        and (b.thing_id is null or b.thing_id = p.meeting_id))
    and exists (select from public.meeting m join public.matter x on x.child_id = m.child_id and x.id = m.matter_id
      where m.child_id = p.child_id and m.id = p.meeting_id and m.state <> 'cancelled'
        and public.asked_day() <= (m.starts_at at time zone 'Europe/Stockholm')::date + 7
        and x.closed_at is null and x.secrecy_unit_id = m.secrecy_unit_id
        and not exists (select from public.plan l
          where l.child_id = m.child_id and l.matter_id = m.matter_id and l.ended_at >= p.made_at)
        and exists (select from public.family_talk t
          where t.child_id = m.child_id and t.matter_id = m.matter_id and t.is_child)
        and (p.is_childs_own or public.guardians_read(m.child_id, m.matter_id)))
$$;

-- The paper that this session was opened with.
create function my_paper() returns meeting_paper stable security definer set search_path = '' language sql as $$
  select p.* from public.session s join public.meeting_paper p on p.id = s.paper_id
  where s.token_hash = current_setting('app.session', true)
$$;

call rewrite('caller()', 'and s.ended_at is null', 'and (s.paper_id is null or exists (select from public.meeting_paper p
      where p.id = s.paper_id and public.meeting_paper_lives(p)))
    and s.ended_at is null');

-- As before, and the meeting that a paper opened.
drop function enter(text, timestamptz, uuid);
create function enter(hash text, moment timestamptz, child uuid)
returns table (person_id uuid, kind session_kind, engagement_id uuid, unit_id uuid, secrecy_unit_id uuid,
  ends_at timestamptz, given_name text, family_name text, title text, unit_name text, self_id uuid, handed_by uuid,
  paper_meeting_id uuid)
volatile security definer set search_path = '' language plpgsql as $$
begin
  perform set_config('app.session', hash, true), set_config('app.at', moment::text, true),
    set_config('app.child', coalesce(child::text, ''), true);
  update public.session s set last_seen_at = moment
  where s.token_hash = hash and s.last_seen_at < moment - interval '1 minute' and (public.caller()).person_id is not null;
  return query
    select c.person_id, c.kind, c.engagement_id, c.unit_id, c.secrecy_unit_id, c.ends_at,
      p.given_name, p.family_name, e.title, u.name, k.id, h.by, (public.my_paper()).meeting_id
    from public.caller() c
      join public.person p on p.id = c.person_id
      left join public.engagement e on e.id = c.engagement_id
      left join public.unit u on u.id = e.unit_id
      cross join lateral (select public.handed_by() as by) h
      left join public.child k on k.person_id = c.person_id and c.kind = 'family'
        and (h.by is not null or public.grows_up_on(k.id) <= public.asked_day() is not true);
end $$;

-- With a paper one is there as the child, about the matter of that meeting and about no other meeting. What is barred for a
-- guardian is there only when the child has the paper to itself.
call rewrite('family_children()', 'public.handed_by() is null',
  'public.handed_by() is null and (public.my_paper()).id is null');
call rewrite('my_told_matters()', 'where t.child_id = any (mine)', 'where t.child_id = any (mine)
      and ((public.my_paper()).id is null or exists (select from public.meeting m
        where m.child_id = t.child_id and m.id = (public.my_paper()).meeting_id and m.matter_id = t.matter_id))');
call rewrite('my_barred_things()', 'public.handed_by() is null and exists',
  'public.handed_by() is null and (public.my_paper()).is_childs_own is not true and exists');
alter policy told on meeting using ((select (caller()).kind) is distinct from 'family'
  or (matter_id in (select unnest(my_told_matters()))
    and id is not distinct from coalesce((select (my_paper()).meeting_id), id)));
-- Nor does one know of the child's other sessions, and whoever holds its eID does not know of this one.
create policy by_paper on session as restrictive to kb_app using (
  token_hash = current_setting('app.session', true) or (paper_id is null and (select (my_paper()).id) is null));

alter table meeting_paper enable row level security, force row level security;
grant select, insert, update (ended_at, ended_by) on meeting_paper to kb_rules;
create policy rules_read on meeting_paper for select to kb_rules using (true);
create policy rules_add on meeting_paper for insert to kb_rules with check (true);
create policy rules_end on meeting_paper for update to kb_rules using (true) with check (true);
grant select (child_id, id, meeting_id, is_childs_own, made_by, made_at, ended_at), update (ended_at, ended_by)
  on meeting_paper to kb_app;
create policy led on meeting_paper for select to kb_app using (
  child_id in (select unnest(my_lead_children())) and exists (select from meeting m
    where m.child_id = meeting_paper.child_id and m.id = meeting_paper.meeting_id));
create policy in_my_hand on meeting_paper for select to kb_app using (id = (select (my_paper()).id));
create policy taken_back on meeting_paper for update to kb_app
  using (ended_at is null and (child_id in (select unnest(my_lead_children())) or id = (select (my_paper()).id)))
  with check (ended_at = asked_at() and ended_by = (select me()));
call cover_for_retention('meeting_paper');

-- Does it open anything just now? For those who see that it is there.
create function does_meeting_paper_live(child uuid, paper uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.meeting_paper p where p.child_id = child and p.id = paper
    and child = any (public.my_lead_children()) and public.meeting_paper_lives(p))
$$;

-- Makes a paper; the one before it is over. False: it would open nothing. A child without an eID is a person from now on.
create function make_meeting_paper(child uuid, meeting uuid, paper uuid, code bytea, childs_own boolean, person uuid)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  adult uuid := public.my_engagement();
  made public.meeting_paper;
begin
  perform from public.child c where c.id = child for no key update;
  if adult is null or child <> all (public.my_lead_children()) or not exists (select from public.meeting m
      where m.child_id = child and m.id = meeting and m.secrecy_unit_id = public.my_secrecy_unit()) then
    raise exception 'nobody who carries this meeting' using errcode = '42501';
  end if;
  select p.* into made from public.meeting_paper p where p.child_id = child and p.id = paper;
  if made.id is not null then return public.meeting_paper_lives(made); end if;
  insert into public.person (id, is_staff, given_name, family_name)
  select person, false, coalesce(c.given_name, ''), coalesce(c.family_name, '') from public.child c
  where c.id = child and c.person_id is null;
  update public.child c set person_id = person where c.id = child and c.person_id is null;
  update public.meeting_paper p set ended_at = at, ended_by = public.me()
  where p.child_id = child and p.meeting_id = meeting and p.ended_at is null;
  insert into public.meeting_paper (child_id, id, meeting_id, code_hash, is_childs_own, made_by, made_at)
  values (child, paper, meeting, code, childs_own, adult, at) returning * into made;
  return public.meeting_paper_lives(made);
end $$;

-- Begins a session of the child's with the code. Nothing comes back when the paper is over or never was.
create function open_meeting_paper(code bytea, replaced text, token text, session_id uuid, moment timestamptz, idle int,
  until timestamptz)
returns table (person_id uuid, child_id uuid) volatile security definer set search_path = '' language plpgsql as $$
declare
  held public.meeting_paper;
  child public.child;
begin
  perform set_config('app.at', moment::text, true);
  select p.* into held from public.meeting_paper p where p.code_hash = code;
  if public.meeting_paper_lives(held) is not true then return; end if;
  select c.* into child from public.child c where c.id = held.child_id;
  update public.session s set ended_at = moment where s.token_hash = replaced and s.ended_at is null;
  insert into public.session (token_hash, id, person_id, kind, issuer, authenticated_at, idle_minutes, last_seen_at,
    ends_at, paper_id)
  values (token, session_id, child.person_id, 'family', 'meeting-paper', moment, idle, moment, until, held.id);
  return query select child.person_id, child.id;
end $$;

-- Whoever reads what the child has written knows that it came with the paper.
alter table child_message add column on_paper boolean not null default false;
comment on column child_message.on_paper is 'Written with a code on paper, by whoever held it.';
call rewrite('send_childs_message(uuid, uuid, bytea, date, timestamptz, uuid[])',
  'insert into public.child_message (child_id, id, body, beside, sent_at)', 'insert into public.child_message (child_id, id, body, beside, on_paper, sent_at)');
call rewrite('send_childs_message(uuid, uuid, bytea, date, timestamptz, uuid[])', 'public.handed_by(), public.asked_at()) on conflict',
  'public.handed_by(), (public.my_paper()).id is not null, public.asked_at()) on conflict');

-- The family reads that somebody had a paper that may lie at home, never who; of one that is the child's own nothing.
alter table reading_act no force row level security;
insert into reading_act values ('meeting-paper.home', 'paper', 'meeting');
alter table reading_act force row level security;
call rewrite('reader_log(uuid, date, date)', 'e.id is null as mine', 'e.id is null and r.reading <> ''paper'' as mine');
call rewrite('reader_log(uuid, date, date)', 'and (e.id is not null or (a.actor_id = who.person_id and not for_child))',
  'and (e.id is not null or (a.actor_id = who.person_id and not for_child and r.reading <> ''paper'')
          or (r.reading = ''paper'' and exists (select from public.meeting_paper h where h.child_id = child
            and h.meeting_id = a.object_id and not h.is_childs_own and h.made_at <= a.at
            and a.at <= coalesce(h.ended_at, a.at))))');

call give_to_rules(new_rules());
