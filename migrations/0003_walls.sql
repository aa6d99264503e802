-- Who is asking, what they may reach, and what the database itself refuses.
--
-- The context is the hash of a session token (app.session), the moment (app.at) and the child that the request is
-- about (app.child; empty for a list). Whoever slips a query in cannot become somebody else, and a request about one
-- child never reaches another. Policies compare with arrays, hashed once per query; a function per row is far slower.

create function asked_at() returns timestamptz stable language sql as
  $$ select nullif(current_setting('app.at', true), '')::timestamptz $$;
create function asked_day() returns date stable language sql as
  $$ select (public.asked_at() at time zone 'Europe/Stockholm')::date $$;
create function asked_child() returns uuid stable language sql as
  $$ select nullif(current_setting('app.child', true), '')::uuid $$;

create type caller as
  (person_id uuid, kind session_kind, engagement_id uuid, unit_id uuid, secrecy_unit_id uuid, ends_at timestamptz);

-- The session's person, if the session lives and the engagement still holds.
create function caller() returns caller stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  found_caller public.caller;
begin
  select s.person_id, s.kind, e.id, u.id, u.secrecy_unit_id,
    least(s.ends_at, greatest(s.last_seen_at, at) + make_interval(mins => s.idle_minutes))
  into found_caller
  from public.session s
    left join public.engagement e on e.id = s.engagement_id
    left join public.unit u on u.id = e.unit_id
  where s.token_hash = current_setting('app.session', true)
    and s.ended_at is null and s.ends_at > at
    and s.last_seen_at + make_interval(mins => s.idle_minutes) > at
    and (s.engagement_id is null
      or (e.valid_from <= public.asked_day() and (e.valid_to is null or e.valid_to >= public.asked_day())));
  return found_caller;
end $$;

create function me() returns uuid stable language sql as $$ select (public.caller()).person_id $$;
create function my_engagement() returns uuid stable language sql as $$ select (public.caller()).engagement_id $$;
create function my_unit() returns uuid stable language sql as $$ select (public.caller()).unit_id $$;
create function my_secrecy_unit() returns uuid stable language sql as $$ select (public.caller()).secrecy_unit_id $$;

-- Changes about a child come one at a time: what they rest on cannot be changed meanwhile by another.
create function lock_child(child uuid) returns void volatile security definer set search_path = '' language plpgsql as $$
begin
  perform from public.child c where c.id = child for no key update;
end $$;

-- Begins a request: sets the context and tells who is asking. No row: nobody is signed in.
create function enter(hash text, moment timestamptz, child uuid)
returns table (person_id uuid, kind session_kind, engagement_id uuid, unit_id uuid, secrecy_unit_id uuid,
  ends_at timestamptz, given_name text, family_name text, title text, unit_name text)
volatile security definer set search_path = '' language plpgsql as $$
begin
  perform set_config('app.session', hash, true), set_config('app.at', moment::text, true),
    set_config('app.child', coalesce(child::text, ''), true);
  update public.session s set last_seen_at = moment
  where s.token_hash = hash and s.last_seen_at < moment - interval '1 minute' and (public.caller()).person_id is not null;
  return query
    select c.person_id, c.kind, c.engagement_id, c.unit_id, c.secrecy_unit_id, c.ends_at,
      p.given_name, p.family_name, e.title, u.name
    from public.caller() c
      join public.person p on p.id = c.person_id
      left join public.engagement e on e.id = c.engagement_id
      left join public.unit u on u.id = c.unit_id;
end $$;

-- Staff: the children this engagement is assigned to, by kind.
create function assigned_children(kinds assignment_kind[])
returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  engagement uuid := public.my_engagement();
  at timestamptz := public.asked_at();
  child uuid := public.asked_child();
begin
  if engagement is null then return '{}'; end if;
  if child is not null then
    return array(select a.child_id from public.assignment a
      where a.engagement_id = engagement and a.child_id = child and a.kind = any (kinds)
        and a.valid_from <= at and (a.valid_to is null or a.valid_to > at) limit 1);
  end if;
  return array(select distinct a.child_id from public.assignment a
    where a.engagement_id = engagement and a.kind = any (kinds)
      and a.valid_from <= at and (a.valid_to is null or a.valid_to > at));
end $$;

-- Family: the children I am a guardian of until they turn eighteen, and myself.
create function family_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  child uuid := public.asked_child();
  today date := public.asked_day();
begin
  if who.kind is distinct from 'family' then return '{}'; end if;
  return array(
    select g.child_id from public.guardianship g join public.child c on c.id = g.child_id
    where g.person_id = who.person_id and (child is null or g.child_id = child)
      and g.valid_from <= today and (g.valid_to is null or g.valid_to > today)
      and (c.born_on is null or c.born_on + interval '18 years' > today)
    union
    select c.id from public.child c where c.person_id = who.person_id and (child is null or c.id = child));
end $$;

-- Whose name I may know at all.
create function my_children() returns uuid[] stable language sql as
  $$ select public.assigned_children('{ordinary,work,party}') || public.family_children() $$;

-- Family: where I have been told what the model is, and nothing says that I must not know.
create function my_open_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  mine uuid[] := public.family_children();
begin
  if mine = '{}' then return '{}'; end if;
  return array(
    select c.id from public.child c
    where c.id = any (mine)
      and exists (select from public.family_talk t where t.child_id = c.id
        and (t.person_id = who.person_id or (t.is_child and c.person_id = who.person_id)))
      and not exists (select from public.bar b where b.child_id = c.id and b.person_id = who.person_id
        and b.thing_id is null and b.ended_at is null));
end $$;

-- Family: the matters that I have been told of. A new one stays unseen until then, though an earlier plan is open.
create function my_told_matters() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  mine uuid[] := public.family_children();
begin
  if mine = '{}' then return '{}'; end if;
  return array(select distinct t.matter_id from public.family_talk t join public.child c on c.id = t.child_id
    where t.child_id = any (mine)
      and (t.person_id = who.person_id or (t.is_child and c.person_id = who.person_id)));
end $$;

-- Staff in the secrecy unit that carries the child's matter, or carried the latest: a new one elsewhere ends it.
create function my_lead_children() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  wall uuid := public.my_secrecy_unit();
  mine uuid[] := public.assigned_children('{work}');
begin
  if mine = '{}' then return '{}'; end if;
  return array(select distinct m.child_id from public.matter m
    where m.child_id = any (mine) and m.secrecy_unit_id = wall
      and not exists (select from public.matter later
        where later.child_id = m.child_id and later.opened_at > m.opened_at));
end $$;

-- Does the grant reach anybody at this moment? On consent: while it has been complete ever since the grant was given,
-- so that a yes that comes back opens nothing by itself.
create function grant_lives(g access_grant) returns boolean stable security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
begin
  if g.decided_at > at or g.valid_to <= at or g.ended_at is not null then return false; end if;
  return g.consent_id is null or exists (
    select from public.consent_unit cu join public.consent c on (c.child_id, c.id) = (cu.child_id, cu.consent_id)
    where (cu.child_id, cu.consent_id, cu.unit_id) = (g.child_id, g.consent_id, g.to_unit_id)
      and cu.complete_since <= g.decided_at and c.valid_from <= at and c.valid_to > at);
end $$;

-- The parts in plan and meetings that are granted to my unit, where I am the one it has named.
create function my_party_children(wanted party_part)
returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  unit uuid := public.my_unit();
  mine uuid[] := public.assigned_children('{work,party}');
begin
  if mine = '{}' then return '{}'; end if;
  return array(select distinct g.child_id from public.access_grant g
    where g.to_unit_id = unit and g.kind = 'party' and g.part = wanted
      and g.child_id = any (mine) and public.grant_lives(g));
end $$;

create function my_whole_plans() returns uuid[] stable language sql as
  $$ select public.my_lead_children() || public.my_open_children() || public.my_party_children('whole') $$;
create function my_own_plans() returns uuid[] stable language sql as $$ select public.my_party_children('own') $$;
create function my_plans() returns uuid[] stable language sql as $$ select public.my_whole_plans() || public.my_own_plans() $$;

-- The plan is written by those who carry the matter and by the one who leads the collaboration.
create function my_written_plans() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  engagement uuid := public.my_engagement();
  at timestamptz := public.asked_at();
  whole uuid[] := public.my_party_children('whole');
begin
  if whole = '{}' then return public.my_lead_children(); end if;
  return public.my_lead_children() || array(
    select r.child_id from public.responsibility r
    where r.engagement_id = engagement and r.kind = 'collaboration_lead' and r.during @> at and r.child_id = any (whole));
end $$;

-- The earliest version of the plan that a party has been given; everybody else sees it from the start.
create function my_plan_from(child uuid) returns int stable security definer set search_path = '' language plpgsql as $$
begin
  if child = any (public.my_lead_children()) or child = any (public.my_open_children()) then return 1; end if;
  return (select min(g.from_plan_version) from public.access_grant g
    where g.child_id = child and g.to_unit_id = public.my_unit() and g.kind = 'party' and public.grant_lives(g));
end $$;

-- Things barred for me. For the child itself: things barred for any guardian, who may hold the child's eID.
create function my_barred_things() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  mine uuid[] := public.family_children();
begin
  if mine = '{}' then return '{}'; end if;
  return array(select b.thing_id from public.bar b
    where b.child_id = any (mine) and b.thing_id is not null and b.ended_at is null
      and (b.person_id = who.person_id
        or exists (select from public.child c where c.id = b.child_id and c.person_id = who.person_id)));
end $$;

-- Item versions that have been granted to my unit or to me.
create function my_granted_items() returns table (child_id uuid, item_id uuid, version int)
stable security definer set search_path = '' language plpgsql rows 20 as $$
declare
  who public.caller := public.caller();
  mine uuid[];
begin
  if who.unit_id is not null then
    mine := public.assigned_children('{work,party}');
    return query select g.child_id, g.item_id, g.item_version from public.access_grant g
      where g.to_unit_id = who.unit_id and g.kind = 'item_version'
        and g.child_id = any (mine) and public.grant_lives(g);
  elsif who.kind = 'family' then
    mine := public.my_open_children();
    return query select g.child_id, g.item_id, g.item_version from public.access_grant g
      where g.to_person_id = who.person_id and g.kind = 'item_version'
        and g.child_id = any (mine) and public.grant_lives(g);
  end if;
end $$;

-- Family: what I have said myself and somebody else has written down. A child that signs in may be somebody who holds its
-- eID: what it told in confidence is not here.
create function my_spoken_items() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  mine uuid[] := public.my_open_children();
  told uuid[] := public.my_told_matters();
begin
  if mine = '{}' then return '{}'; end if;
  return array(select s.item_id from public.statement s
      join public.item i on (i.child_id, i.id) = (s.child_id, s.item_id)
      join public.child c on c.id = s.child_id
    where s.child_id = any (mine) and s.matter_id = any (told)
      and ((s.voice = 'guardian' and s.voice_person_id = who.person_id)
        or (s.voice = 'child' and c.person_id = who.person_id and i.readers in ('meeting', 'everyone'))));
end $$;

-- Am I the holder, or the stand-in, of the BBA function in my unit?
create function i_hold_the_function() returns boolean stable security definer set search_path = '' language plpgsql as $$
begin
  return (select exists (select from public.unit_function f
    where f.unit_id = public.my_unit() and f.kind = 'best_interests_lead'
      and public.my_engagement() in (f.holder_engagement_id, f.stand_in_engagement_id)));
end $$;

-- Acts that reach over a wall -----------------------------------------------------------------------------------

-- Signs in: issuer and subject must be known. Staff with exactly one engagement get it; others choose. The session
-- that the browser had before ends.
create function start_session(hash text, replaced text, session_id uuid, wanted session_kind, by_issuer text,
  by_subject text, moment timestamptz, authenticated timestamptz, idle int, until timestamptz)
returns uuid volatile security definer set search_path = '' language plpgsql as $$
declare
  who uuid;
  engagements uuid[];
begin
  select i.person_id into who from public.identity i where i.issuer = by_issuer and i.subject = by_subject;
  if who is null then return null; end if;
  perform set_config('app.at', moment::text, true);
  if wanted = 'staff' then
    engagements := array(select e.id from public.engagement e where e.person_id = who
      and e.valid_from <= public.asked_day() and (e.valid_to is null or e.valid_to >= public.asked_day()));
    if cardinality(engagements) = 0 then return null; end if;
  end if;
  update public.session s set ended_at = moment where s.token_hash = replaced and s.ended_at is null;
  insert into public.session (token_hash, id, person_id, kind, engagement_id, issuer, authenticated_at,
    idle_minutes, last_seen_at, ends_at)
  values (hash, session_id, who, wanted, case when cardinality(engagements) = 1 then engagements[1] end, by_issuer,
    authenticated, idle, moment, until);
  return who;
end $$;

-- A child's own words leave no trace where somebody who holds the child's eID could read them: no draft either.
create function i_am_a_child() returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.child c where c.person_id = public.me())
$$;

-- What was being written when the session ran out is kept for its person. Nothing else comes of an ended session.
create function key_of_lapsed_session(hash text, moment timestamptz)
returns table (person_id uuid, kek_version int, wrapped bytea)
stable security definer set search_path = '' language sql as $$
  select k.subject_id, k.kek_version, k.wrapped
  from public.session s join public.subject_key k on k.subject_id = s.person_id
  where s.token_hash = hash and s.ended_at is null and s.last_seen_at > moment - interval '1 day'
    and not exists (select from public.child c where c.person_id = s.person_id)
$$;
create function keep_draft_of_lapsed_session(hash text, moment timestamptz, for_form text, sealed bytea)
returns void volatile security definer set search_path = '' language sql as $$
  insert into public.draft (person_id, form, engagement_id, body, saved_at, expires_at)
  select k.person_id, for_form, s.engagement_id, sealed, moment, moment + interval '1 day'
  from public.key_of_lapsed_session(hash, moment) k join public.session s on s.token_hash = hash
  on conflict (person_id, form, engagement_id) do update
    set body = excluded.body, saved_at = excluded.saved_at, expires_at = excluded.expires_at
$$;

-- Hands a noticing over to the BBA function of a unit: a holder from the first moment, a stand-in if it lies unread.
-- A child without an open matter gets one. From another secrecy unit it is a sharing, with a ground and a test.
-- The sender learns nothing: the answer is always the same. ids: six fresh ones.
create function deliver_noticing(child uuid, item uuid, ids uuid[], due date, escalates timestamptz,
  ground text, test bytea, grant_until timestamptz)
returns void volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  sent public.noticing;
  fn public.unit_function;
  wall uuid;
  current_matter public.matter;
  lead uuid;
begin
  perform from public.child c where c.id = child for no key update;
  select * into strict sent from public.noticing n
    where n.child_id = child and n.item_id = item and n.sender_id = public.me() and n.sent_at = at;
  select * into strict fn from public.unit_function f
    where f.unit_id = sent.to_unit_id and f.kind = 'best_interests_lead';
  select u.secrecy_unit_id into wall from public.unit u where u.id = sent.to_unit_id;
  select * into current_matter from public.matter m where m.child_id = child and m.closed_at is null;
  lead := fn.holder_engagement_id;
  if current_matter.id is null and sent.good_news then
    -- Good news asks for no decision: it is told, and nothing waits.
    insert into public.noticing_handling (child_id, item_id, unit_id, decision, decided_at)
    values (child, item, sent.to_unit_id, 'thanked', at);
    insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
    values (child, ids[3], 'work', lead, wall, public.me(), at);
    return;
  end if;
  if current_matter.id is null then
    current_matter.id := ids[1];
    insert into public.matter (child_id, id, secrecy_unit_id, opened_at) values (child, ids[1], wall, at);
    insert into public.responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during)
    values (child, ids[2], ids[1], 'best_interests_lead', sent.to_unit_id, lead, tstzrange(at, null));
  elsif current_matter.secrecy_unit_id = wall then
    select r.engagement_id into lead from public.responsibility r
      where r.child_id = child and r.matter_id = current_matter.id and r.kind = 'best_interests_lead'
        and r.during @> at;
  else
    current_matter.id := null;
  end if;
  insert into public.noticing_handling (child_id, item_id, matter_id, unit_id)
  values (child, item, current_matter.id, sent.to_unit_id);
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select child, a.id, 'work', a.engagement, wall, public.me(), a.since
  from (values (ids[3], lead, at), (ids[4], fn.stand_in_engagement_id, escalates)) a (id, engagement, since)
  where not exists (select from public.assignment old where old.child_id = child and old.kind = 'work'
    and old.engagement_id = a.engagement and old.valid_to is null and old.valid_from <= a.since);
  insert into public.access_grant (child_id, id, kind, item_id, item_version, from_secrecy_unit_id, to_unit_id,
    legal_ground, sharing_test, decided_by, decided_at, valid_to)
  select child, ids[6], 'item_version', item, 1, i.secrecy_unit_id, sent.to_unit_id, ground, test, public.me(), at,
    grant_until
  from public.item i where i.child_id = child and i.id = item and i.secrecy_unit_id <> wall;
  insert into public.task (child_id, id, kind, engagement_id, stand_in_engagement_id, escalates_at, about_id, due_on,
    made_at)
  values (child, ids[5], 'receive_noticing', lead, fn.stand_in_engagement_id, escalates, item, due, at);
end $$;

-- The receiver takes over the whole matter. Until this moment the giver is responsible, after it the one in the receiving
-- unit who holds its function and says yes. Offered, it is a party's; only the yes gives the work. ids: two fresh ones.
create function accept_handover(child uuid, handover_id uuid, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  who public.caller := public.caller();
  given public.handover;
begin
  perform from public.child c where c.id = child for no key update;
  select * into given from public.handover h
    where h.child_id = child and h.id = handover_id and h.to_unit_id = who.unit_id and h.state = 'offered'
      and public.i_hold_the_function() and child = any (public.assigned_children('{work,party}'))
      and (h.consent_id is null or exists (
        select from public.consent_unit cu join public.consent c on (c.child_id, c.id) = (cu.child_id, cu.consent_id)
        where (cu.child_id, cu.consent_id, cu.unit_id) = (h.child_id, h.consent_id, h.to_unit_id)
          and cu.complete_since <= h.offered_at and c.valid_from <= at and c.valid_to > at)) for update;
  if given.id is null then return false; end if;
  update public.handover h set state = 'accepted', answered_at = at, answered_by = who.person_id,
    version = h.version + 1 where h.child_id = child and h.id = handover_id;
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select child, ids[2], 'work', who.engagement_id, who.secrecy_unit_id, given.made_by, at
  where not child = any (public.assigned_children('{work}'));
  update public.responsibility r set during = tstzrange(lower(r.during), at)
    where r.child_id = child and r.matter_id = given.matter_id and r.kind = 'best_interests_lead' and upper_inf(r.during);
  insert into public.responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during, given_by)
  values (child, ids[1], given.matter_id, 'best_interests_lead', who.unit_id, who.engagement_id,
    tstzrange(at, null), given.made_by);
  update public.matter m set secrecy_unit_id = who.secrecy_unit_id
    where m.child_id = child and m.id = given.matter_id;
  return true;
end $$;

-- The receiver sends it back, or the giver takes it back. What was opened with the offer closes with it, and the one who
-- is responsible all along gets to know.
create function end_handover(child uuid, handover_id uuid, answer bytea, task_id uuid, due date)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  who public.caller := public.caller();
  given public.handover;
  ends_as public.handover_state;
begin
  perform from public.child c where c.id = child for no key update;
  select * into given from public.handover h
    where h.child_id = child and h.id = handover_id and h.state in ('prepared', 'offered') for update;
  if given.state = 'offered' and given.to_unit_id = who.unit_id and public.i_hold_the_function()
    and child = any (public.assigned_children('{work,party}')) then ends_as := 'returned';
  elsif child = any (public.my_lead_children()) and exists (select from public.unit u
    where u.id = given.from_unit_id and u.secrecy_unit_id = who.secrecy_unit_id) then ends_as := 'withdrawn';
  else return false; end if;
  update public.handover h set state = ends_as, answer_body = answer, answered_at = at, answered_by = who.person_id,
    version = h.version + 1 where h.child_id = child and h.id = handover_id;
  update public.access_grant g set ended_at = at
    where g.child_id = child and g.to_unit_id = given.to_unit_id and g.decided_at = given.offered_at and g.ended_at is null;
  update public.assignment a set valid_to = at
    where a.child_id = child and a.kind = 'party' and a.valid_from = given.offered_at
      and (a.valid_to is null or a.valid_to > at)
      and a.engagement_id in (select e.id from public.engagement e where e.unit_id = given.to_unit_id);
  update public.task t set done_at = at, done_by = who.person_id
    where t.child_id = child and t.about_id = handover_id and t.done_at is null;
  if ends_as = 'returned' then
    insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
    select child, task_id, 'handover_returned', r.engagement_id, handover_id, due, at
    from public.responsibility r where r.child_id = child and r.matter_id = given.matter_id
      and r.kind = 'best_interests_lead' and r.during @> at;
  end if;
  return true;
end $$;

-- The family: which unit has been asked to take over, while it has not answered.
create function handover_turn(child uuid) returns table (to_unit_id uuid, offered_at timestamptz)
stable security definer set search_path = '' language sql as $$
  select h.to_unit_id, h.offered_at from public.handover h
  where h.child_id = child and h.state = 'offered' and child = any (public.my_open_children())
    and h.matter_id = any (public.my_told_matters())
    and h.id <> all (public.my_barred_things()) and h.to_unit_id <> all (public.my_barred_things())
$$;

-- May I write a new version? What I have written myself; and the unit's own support, which several follow.
create function i_may_write(child uuid, item uuid)
returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.item i where i.child_id = child and i.id = item
    and ((i.author_id = public.me() and i.author_engagement_id is not distinct from public.my_engagement())
      or (i.kind = 'support' and i.secrecy_unit_id = public.my_secrecy_unit()
        and child = any (public.assigned_children('{work}')))))
$$;

-- The one who was asked to lead the collaboration says yes.
create function accept_collaboration(child uuid, new_responsibility uuid)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  who public.caller := public.caller();
  open_matter uuid;
begin
  perform from public.child c where c.id = child for no key update;
  select m.id into open_matter from public.matter m where m.child_id = child and m.closed_at is null;
  update public.task t set done_at = at, done_by = who.person_id
    where t.child_id = child and t.kind = 'accept_collaboration' and t.engagement_id = who.engagement_id
      and t.done_at is null and child = any (public.my_party_children('whole') || public.my_lead_children());
  if not found or open_matter is null then return false; end if;
  update public.responsibility r set during = tstzrange(lower(r.during), at)
    where r.child_id = child and r.matter_id = open_matter and r.kind = 'collaboration_lead' and upper_inf(r.during);
  insert into public.responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during, given_by)
  values (child, new_responsibility, open_matter, 'collaboration_lead', who.unit_id, who.engagement_id,
    tstzrange(at, null), who.person_id);
  return true;
end $$;

-- The BBA gets to know that everybody has answered, or that somebody has changed their mind. No signer can see who.
create function tell_lead_of_answer(child uuid, consent uuid, step task_kind, task_id uuid, due date)
returns void volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
begin
  if step not in ('consent_answered', 'consent_withdrawn') or child <> all (public.my_children()) then return; end if;
  if step = 'consent_answered' and exists (
    select from public.consent_signer s join public.consent_unit u
      on (u.child_id, u.consent_id) = (s.child_id, s.consent_id)
    where s.child_id = child and s.consent_id = consent and not exists (select from public.consent_answer a
      where a.child_id = child and a.consent_id = consent and a.signer_id = s.id and a.unit_id = u.unit_id)
  ) then return; end if;
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  select child, task_id, step, r.engagement_id, consent, due, at
  from public.consent c
    join public.responsibility r on (r.child_id, r.matter_id) = (c.child_id, c.matter_id)
      and r.kind = 'best_interests_lead' and r.during @> at
  where c.child_id = child and c.id = consent and not exists (select from public.task t
    where t.child_id = child and t.kind = step and t.about_id = consent and t.done_at is null);
end $$;

-- A guardian acts for the family; the grown-up child alone.
create function acts_for_family(child uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select child = any (public.my_open_children()) and not exists (select from public.child c
    where c.id = child and c.person_id = public.me()
      and (c.born_on is null or c.born_on + interval '18 years' > public.asked_day()))
$$;

-- The family lets a unit read its own part only, from this moment on. More than before is for the consent to give.
create function narrow_party(child uuid, unit uuid, new_grant uuid)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  wide public.access_grant;
begin
  if not public.acts_for_family(child) or unit = any (public.my_barred_things()) then return false; end if;
  select * into wide from public.access_grant g where g.child_id = child and g.to_unit_id = unit
    and g.kind = 'party' and g.part = 'whole' and public.grant_lives(g) order by g.decided_at desc limit 1;
  if wide.id is null then return false; end if;
  update public.access_grant g set ended_at = at, ended_by = public.me()
    where g.child_id = child and g.to_unit_id = unit and g.kind = 'party' and g.part = 'whole' and g.ended_at is null;
  wide.id := new_grant;
  wide.part := 'own';
  wide.decided_by := public.me();
  wide.decided_at := at;
  insert into public.access_grant select wide.*;
  return true;
end $$;

-- The family ends the collaboration, and asks nobody first: from this moment no other unit reads anything on its yes,
-- and the BBA gets to know. Each unit's own support goes on. ids: two fresh ones.
create function end_collaboration(child uuid, ids uuid[], due date)
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  who public.caller := public.caller();
  ended public.plan;
begin
  if not public.acts_for_family(child) then return false; end if;
  perform from public.child c where c.id = child for no key update;
  update public.plan p set ended_at = at, ended_because = 'family_ended'
    where p.child_id = child and p.ended_at is null returning * into ended;
  if ended.id is null then return false; end if;
  update public.access_grant g set ended_at = at, ended_by = who.person_id
    where g.child_id = child and g.ended_at is null and (g.kind = 'party' or g.consent_id is not null);
  update public.assignment a set valid_to = at
    where a.child_id = child and a.kind = 'party' and (a.valid_to is null or a.valid_to > at)
      and not exists (select from public.access_grant g join public.engagement e on e.unit_id = g.to_unit_id
        where g.child_id = child and e.id = a.engagement_id and public.grant_lives(g));
  update public.responsibility r set during = tstzrange(lower(r.during), at)
    where r.child_id = child and r.matter_id = ended.matter_id and r.kind = 'collaboration_lead' and upper_inf(r.during);
  update public.task t set done_at = at, done_by = who.person_id
    where t.child_id = child and t.done_at is null
      and t.kind in ('follow_up', 'agree_to_plan', 'accept_collaboration', 'collaboration_declined', 'write_plan');
  insert into public.plan_event (child_id, id, matter_id, kind, about_id, at)
  values (child, ids[1], ended.matter_id, 'plan_ended', ended.id, at);
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  select child, ids[2], 'family_ended', r.engagement_id, ended.id, due, at from public.responsibility r
  where r.child_id = child and r.matter_id = ended.matter_id and r.kind = 'best_interests_lead' and r.during @> at;
  return true;
end $$;

-- The plan was followed up: it waits for none of those who lead it any more.
create function finish_follow_up(child uuid) returns void volatile security definer set search_path = '' language sql as $$
  update public.task t set done_at = public.asked_at(), done_by = public.me()
  where t.child_id = child and t.kind = 'follow_up' and t.done_at is null and child = any (public.my_written_plans())
$$;

-- When did I last read this on an earlier day? The log answers; no other trace is kept.
create function my_last_look(child uuid, of_act text) returns timestamptz
stable security definer set search_path = '' language plpgsql as $$
begin
  return (select max(a.at) from public.audit_event a
  where a.child_id = child and a.actor_id = public.me() and a.act = of_act and a.outcome = 'done'
    and (a.at at time zone 'Europe/Stockholm')::date < public.asked_day());
end $$;

-- The meetings that my unit is asked to, where it has a part of its own only.
create function my_invitations() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  unit uuid := public.my_unit();
  mine uuid[] := public.my_own_plans();
begin
  if mine = '{}' then return '{}'; end if;
  return array(select p.meeting_id from public.meeting_party p where p.child_id = any (mine) and p.unit_id = unit);
end $$;

-- Children that I work with besides this one, whose guardians are the same persons, with the same of them barred:
-- they may share a meeting. A half-sibling is not among them.
create function siblings_of(child uuid) returns uuid[] stable security definer set search_path = '' language sql as $$
  with mine as (
    select m.child_id,
      array(select g.person_id from public.guardianship g where g.child_id = m.child_id
        and g.valid_from <= public.asked_day() and (g.valid_to is null or g.valid_to > public.asked_day())
        order by g.person_id) as guardians,
      array(select b.person_id from public.bar b where b.child_id = m.child_id and b.thing_id is null
        and b.ended_at is null order by b.person_id) as barred
    from public.matter m
    where m.closed_at is null and m.secrecy_unit_id = public.my_secrecy_unit()
      and exists (select from public.assignment a where a.child_id = m.child_id and a.kind = 'work'
        and a.engagement_id = public.my_engagement() and a.valid_from <= public.asked_at()
        and (a.valid_to is null or a.valid_to > public.asked_at())))
  select coalesce(array_agg(other.child_id), '{}')
  from mine this join mine other using (guardians, barred)
  where this.child_id = child and other.child_id <> child and cardinality(guardians) > 0
$$;
create function meeting_is_of_sibling(child uuid, wanted uuid)
returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.meeting m
    where m.group_id = wanted and m.child_id = any (public.siblings_of(child)))
$$;

-- Promises the database keeps by itself ---------------------------------------------------------------------------

-- At every moment of a matter exactly one BBA: the tenures together are exactly the matter.
create function check_responsibility() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  touched uuid := coalesce(new.child_id, old.child_id);
begin
  perform from public.child c where c.id = touched for no key update;
  if exists (
    select from public.matter m where m.child_id = touched
      and (select range_agg(r.during) from public.responsibility r
        where r.child_id = m.child_id and r.matter_id = m.id and r.kind = 'best_interests_lead')
      is distinct from tstzmultirange(tstzrange(m.opened_at, m.closed_at))
  ) then
    raise exception 'a matter must have exactly one best interests lead at every moment' using errcode = '23514';
  end if;
  return null;
end $$;

create constraint trigger responsibility_has_no_gap after insert or update or delete on responsibility
  deferrable initially deferred for each row execute function check_responsibility();
create constraint trigger matter_has_no_gap after insert or update or delete on matter
  deferrable initially deferred for each row execute function check_responsibility();

-- The areas that no signer has struck; for a signer, who sees only its own answers, those it has not struck itself.
create function consented_areas(line consent_unit) returns wheel_area[] stable language sql as $$
  select coalesce(array_agg(a.area order by a.area), '{}') from unnest(line.areas) a (area)
  where not exists (
    select from public.consent_signer s cross join lateral (
      select c.struck_areas from public.consent_answer c
      where c.child_id = s.child_id and c.consent_id = s.consent_id and c.signer_id = s.id and c.unit_id = line.unit_id
      order by c.seq desc limit 1) latest
    where s.child_id = line.child_id and s.consent_id = line.consent_id and a.area = any (latest.struck_areas))
$$;

-- A unit's consent is complete while every signer's latest answer is yes. What no longer stands on a yes ends: what was
-- shared of an area that is struck, and the unit's part when nothing else gives it one.
create function settle_consent() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  complete boolean;
  line public.consent_unit;
begin
  select * into line from public.consent_unit cu
    where (cu.child_id, cu.consent_id, cu.unit_id) = (new.child_id, new.consent_id, new.unit_id) for no key update;
  select bool_and(latest.answer is not distinct from 'yes') into complete
  from public.consent_signer s
    left join lateral (select a.answer from public.consent_answer a
      where a.child_id = s.child_id and a.consent_id = s.consent_id and a.signer_id = s.id and a.unit_id = new.unit_id
      order by a.seq desc limit 1) latest on true
  where s.child_id = new.child_id and s.consent_id = new.consent_id;
  update public.consent_unit cu
  set complete_since = case when complete then coalesce(cu.complete_since, new.noted_at) end
  where (cu.child_id, cu.consent_id, cu.unit_id) = (new.child_id, new.consent_id, new.unit_id);
  update public.access_grant g set ended_at = new.noted_at
  where g.child_id = new.child_id and g.consent_id = new.consent_id and g.to_unit_id = new.unit_id
    and g.ended_at is null and exists (select from public.statement s
      where s.child_id = g.child_id and s.item_id = g.item_id and s.area <> all (public.consented_areas(line)));
  -- What the unit has answered on the same yes.
  update public.access_grant g set ended_at = new.noted_at
  from public.source_question q
  where q.child_id = new.child_id and q.consent_id = new.consent_id and q.to_unit_id = new.unit_id
    and (g.child_id, g.item_id) = (q.child_id, q.answer_item_id) and g.ended_at is null
    and (complete is distinct from true or q.area <> all (public.consented_areas(line)));
  if complete is distinct from true and line.complete_since is not null then
    update public.assignment a set valid_to = new.noted_at
    where a.child_id = new.child_id and a.kind = 'party' and (a.valid_to is null or a.valid_to > new.noted_at)
      and a.engagement_id in (select e.id from public.engagement e where e.unit_id = new.unit_id)
      and not exists (select from public.access_grant g
        where g.child_id = new.child_id and g.to_unit_id = new.unit_id and public.grant_lives(g))
      -- what is offered to the unit on another ground it still answers
      and not exists (select from public.handover h where h.child_id = new.child_id and h.to_unit_id = new.unit_id
        and h.state = 'offered' and h.consent_id is distinct from new.consent_id);
  end if;
  return null;
end $$;
create trigger consent_settles after insert on consent_answer for each row execute function settle_consent();

-- What the child told one person only, or only the unit, is never shared further; nor are work notes. On consent nothing
-- is shared outside its frame: the unit, the areas, and only when everybody has said yes.
create function check_grant() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  if new.item_id is not null and exists (select from public.item i
    where i.child_id = new.child_id and i.id = new.item_id and (i.readers = 'told' or i.kind = 'work_note'
      or (i.readers = 'unit' and exists (select from public.statement s
        where s.child_id = i.child_id and s.item_id = i.id and s.voice = 'child')))) then
    raise exception 'told in confidence' using errcode = '23514';
  end if;
  if new.consent_id is not null and not exists (select from public.consent_unit cu
    where (cu.child_id, cu.consent_id, cu.unit_id) = (new.child_id, new.consent_id, new.to_unit_id)
      and cu.complete_since <= new.decided_at and cardinality(public.consented_areas(cu)) > 0
      and not exists (select from public.statement s where s.child_id = new.child_id and s.item_id = new.item_id
        and s.area <> all (public.consented_areas(cu)))) then
    raise exception 'outside the consent' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger grant_keeps_confidence before insert on access_grant for each row execute function check_grant();

-- The functions that look past the walls belong to kb_rules.
grant create on schema public to kb_rules;
do $$
declare f regprocedure;
begin
  for f in select oid::regprocedure from pg_proc where pronamespace = 'public'::regnamespace and prosecdef loop
    execute format('alter function %s owner to kb_rules', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to kb_app, kb_owner', f);
  end loop;
end $$;
revoke create on schema public from kb_rules;

-- The walls ------------------------------------------------------------------------------------------------------
do $$
declare t text;
begin
  for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    and relowner = current_user::regrole and relname <> 'schema_migration' loop
    execute format('alter table %I enable row level security, force row level security', t);
  end loop;
end $$;

-- What kb_rules needs, and nothing more.
do $$
declare t text;
begin
  foreach t in array '{session,person,identity,engagement,unit,unit_function,assignment,guardianship,child,family_talk,
    bar,matter,responsibility,access_grant,consent,consent_unit,consent_signer,consent_answer,noticing,item,statement,
    audit_event,subject_key,draft,handover,source_question,task,meeting,meeting_party,plan}'::text[] loop
    execute format('grant select on %I to kb_rules', t);
    execute format('create policy rules_read on %I for select to kb_rules using (true)', t);
  end loop;
  foreach t in array '{matter,responsibility,noticing_handling,assignment,task,session,draft,access_grant,plan_event}'::text[] loop
    execute format('grant insert on %I to kb_rules', t);
    execute format('create policy rules_add on %I for insert to kb_rules with check (true)', t);
  end loop;
end $$;
grant update (last_seen_at, ended_at) on session to kb_rules;
grant update (complete_since) on consent_unit to kb_rules;
grant update (ended_at, ended_by) on access_grant to kb_rules;
grant update (ended_at, ended_because) on plan to kb_rules;
grant update (valid_to) on assignment to kb_rules;
grant update (made_at) on child to kb_rules; -- only to be able to lock the row
grant update (body, saved_at, expires_at) on draft to kb_rules;
grant update (secrecy_unit_id) on matter to kb_rules;
grant update (during) on responsibility to kb_rules;
grant update (state, answer_body, answered_at, answered_by, version) on handover to kb_rules;
grant update (done_at, done_by) on task to kb_rules;
create policy rules_move on matter for update to kb_rules using (true);
create policy rules_move on responsibility for update to kb_rules using (true);
create policy rules_move on handover for update to kb_rules using (true);
create policy rules_move on task for update to kb_rules using (true);
create policy rules_touch on session for update to kb_rules using (true);
create policy rules_settle on consent_unit for update to kb_rules using (true);
create policy rules_end on access_grant for update to kb_rules using (true);
create policy rules_end on plan for update to kb_rules using (true);
create policy rules_end on assignment for update to kb_rules using (true);
create policy rules_lock on child for update to kb_rules using (true);
create policy rules_keep on draft for update to kb_rules using (true);

-- Reference data: for whoever is signed in. Municipalities and units are public.
grant select on municipality, authority, secrecy_unit, unit, unit_serves, unit_function, engagement, person
  to kb_app;
create policy read_all on municipality for select to kb_app using (true);
create policy read_all on authority for select to kb_app using (true);
create policy read_all on secrecy_unit for select to kb_app using (true);
create policy read_all on unit for select to kb_app using (true);
create policy read_all on unit_serves for select to kb_app using (true);
create policy read_all on unit_function for select to kb_app using ((select me()) is not null);
create policy read_all on engagement for select to kb_app using ((select me()) is not null);
create policy read_known on person for select to kb_app using (
  (select me()) is not null and (is_staff or id = (select me())
    or exists (select from guardianship g where g.person_id = person.id)
    or exists (select from child c where c.person_id = person.id)));

grant select on session to kb_app;
grant update (engagement_id, ended_at) on session to kb_app;
create policy mine on session to kb_app using (person_id = (select me()))
  with check (person_id = (select me()) and (engagement_id is null or engagement_id in (
    select e.id from engagement e where e.person_id = (select me())
      and e.valid_from <= asked_day() and (e.valid_to is null or e.valid_to >= asked_day()))));
create policy ended_once on session as restrictive for update to kb_app using (ended_at is null)
  with check (engagement_id is null or kind = 'staff');

grant select, insert on subject_key to kb_app;
create policy known on subject_key for select to kb_app using (
  subject_id = (select me()) or subject_id in (select unnest(my_children())) or exists (select from person p where p.id = subject_id));
create policy new on subject_key for insert to kb_app with check ((select me()) is not null);

grant select, insert, update (body, version) on person_contact to kb_app;
create policy mine on person_contact to kb_app using (person_id = (select me()));
create policy led on person_contact for select to kb_app using (person_id in (
  select g.person_id from guardianship g where g.child_id in (select unnest(my_lead_children()))));

-- Children.
grant select, insert, update (given_name, family_name, born_on, expected_on, provisional, merged_into) on child to kb_app;
create policy known on child for select to kb_app using (id in (select unnest(my_children())));
create policy described on child for insert to kb_app with check (provisional and made_by = (select me()));
create policy led on child for update to kb_app using (id in (select unnest(my_lead_children())));

grant select on child_identifier, child_placement, guardianship to kb_app;
create policy led on child_identifier for select to kb_app using (child_id in (select unnest(my_lead_children())));
create policy staff on child_placement for select to kb_app
  using (child_id in (select unnest(assigned_children('{ordinary,work}'))));
create policy family on child_placement for select to kb_app using (
  child_id in (select unnest(family_children()))
  and exists (select from child c where c.id = child_id and c.protection = 'none'));
create policy worked on guardianship for select to kb_app using (
  child_id in (select unnest(my_lead_children() || my_party_children('whole'))));
create policy mine on guardianship for select to kb_app using (person_id = (select me()));

grant select, insert, update (body, version) on important_adult to kb_app;
create policy led on important_adult to kb_app using (child_id in (select unnest(my_lead_children())))
  with check (child_id in (select unnest(my_lead_children())) and added_by = (select me()));

grant select, insert, update (valid_to) on assignment to kb_app;
create policy known on assignment for select to kb_app using (
  engagement_id = (select my_engagement()) or child_id in (select unnest(my_lead_children())));
create policy given on assignment for insert to kb_app with check (
  given_by = (select me()) and (
    (child_id in (select unnest(my_lead_children()))
      and (kind = 'party' or secrecy_unit_id = (select my_secrecy_unit()))
      and exists (select from engagement e join unit u on u.id = e.unit_id
        where e.id = engagement_id and u.secrecy_unit_id = assignment.secrecy_unit_id))
    or (kind = 'work' and engagement_id = (select my_engagement()) and secrecy_unit_id = (select my_secrecy_unit())
      and (select i_hold_the_function())
      and child_id in (select unnest(my_children())))));
-- A unit ends its own people's work and others' part; never another unit's work, and nothing comes back.
create policy ended on assignment for update to kb_app using (child_id in (select unnest(my_lead_children()))
    and (kind = 'party' or secrecy_unit_id = (select my_secrecy_unit()))
    and (valid_to is null or valid_to > asked_at()))
  with check (valid_to <= greatest(asked_at(), valid_from));

-- Matter and responsibility.
-- Only a receiver's yes moves a matter to another unit.
grant select, insert, update (closed_at, outcome) on matter to kb_app;
create policy led on matter for select to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}'))));
create policy opened on matter for insert to kb_app with check (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}'))));
create policy changed on matter for update to kb_app
  using (child_id in (select unnest(my_lead_children()))) with check (true);

grant select, insert, update (during) on responsibility to kb_app;
create policy open on responsibility for select to kb_app using (child_id in (select unnest(my_plans())));
create policy led on responsibility for insert to kb_app
  with check (child_id in (select unnest(my_lead_children())) and given_by = (select me()));
create policy ended on responsibility for update to kb_app
  using (child_id in (select unnest(my_lead_children())));

-- Items: inside the wall, my own, or granted; never what is barred for me, nor what the child told another.
grant select, insert, update (version) on item to kb_app;
grant select, insert on item_version to kb_app;
create policy inside on item for select to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and readers <> 'told'
  and child_id in (select unnest(assigned_children('{work}'))));
create policy own on item for select to kb_app using (
  author_id = (select me()) and author_engagement_id is not distinct from (select my_engagement())
  and child_id in (select unnest(my_children()))
  -- what a child has sent leaves no trace in the child's own session
  and (author_engagement_id is not null
    or (kind not in ('noticing', 'message') and (kind <> 'statement' or readers <> 'unit'))
    or not exists (select from child c where c.id = child_id and c.person_id = (select me()))));
create policy granted on item for select to kb_app using (
  (child_id, id) in (select g.child_id, g.item_id from my_granted_items() g));
create policy spoken on item for select to kb_app using (id in (select unnest(my_spoken_items())));
create policy not_barred on item as restrictive for select to kb_app using (
  id not in (select unnest(my_barred_things())));
create policy written on item for insert to kb_app with check (
  author_id = (select me()) and author_engagement_id is not distinct from (select my_engagement())
  and ((select my_secrecy_unit()) is null or secrecy_unit_id = (select my_secrecy_unit()))
  and (kind = 'noticing' or child_id in (select unnest(my_children()))));
create policy changed on item for update to kb_app using (
  author_id = (select me()) and author_engagement_id is not distinct from (select my_engagement()));
create policy followed on item for update to kb_app using (
  kind = 'support' and secrecy_unit_id = (select my_secrecy_unit())
  and child_id in (select unnest(assigned_children('{work}'))));

create policy inside on item_version for select to kb_app using (
  exists (select from item i where i.child_id = item_version.child_id and i.id = item_id
    and (i.secrecy_unit_id = (select my_secrecy_unit()) or i.author_id = (select me()))));
create policy granted on item_version for select to kb_app using (
  (child_id, item_id, version) in (select g.child_id, g.item_id, g.version from my_granted_items() g));
create policy spoken on item_version for select to kb_app using (item_id in (select unnest(my_spoken_items())));
create policy not_barred on item_version as restrictive for select to kb_app using (
  item_id not in (select unnest(my_barred_things())));
create policy written on item_version for insert to kb_app with check (
  written_by = (select me()) and i_may_write(child_id, item_id));

-- Noticing: the sender's receipt, and the receiver's handling, which the sender of another unit never sees.
grant select, insert on noticing to kb_app;
create policy visible on noticing for select to kb_app using (
  exists (select from item i where i.child_id = noticing.child_id and i.id = item_id));
create policy sent on noticing for insert to kb_app with check (
  sender_id = (select me()) and sender_engagement_id is not distinct from (select my_engagement()));
grant select, insert, update (matter_id, opened_at, decision, decided_at, decided_by, body)
  on noticing_handling to kb_app;
create policy inside on noticing_handling for select to kb_app using (
  unit_id in (select id from unit where secrecy_unit_id = (select my_secrecy_unit()))
  and (child_id in (select unnest(assigned_children('{work}')))
    or exists (select from noticing n where n.child_id = noticing_handling.child_id
      and n.item_id = noticing_handling.item_id and n.sender_id = (select me()))));
create policy handled on noticing_handling for update to kb_app using (
  unit_id in (select id from unit where secrecy_unit_id = (select my_secrecy_unit()))
  and child_id in (select unnest(assigned_children('{work}'))));
create policy moved on noticing_handling for insert to kb_app with check (
  unit_id = (select my_unit()) and (child_id in (select unnest(my_lead_children()))
    or ((select i_hold_the_function()) and child_id in (select unnest(assigned_children('{work}'))))));

-- The rest of the practice model: inside the carrying unit.
do $$
declare t text;
begin
  foreach t in array '{family_talk,bar}'::text[] loop
    execute format('grant select, insert on %I to kb_app', t);
    execute format('create policy led on %I to kb_app using (child_id in (select unnest(my_lead_children())))', t);
  end loop;
end $$;

create policy in_my_own_name on family_talk as restrictive for insert to kb_app with check (noted_by = (select me()));
create policy in_my_own_name on bar as restrictive for insert to kb_app with check (decided_by = (select me()));

-- What a unit has gathered, decided, asked and offered stays with it, also when the matter has gone to another.
grant select, insert on gathering, decision, support, handover to kb_app;
create policy inside on gathering to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}'))))
  with check (secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(my_lead_children())));
create policy inside on decision to kb_app using (
  child_id in (select unnest(assigned_children('{work}'))) and exists (select from item i
    where i.child_id = decision.child_id and i.id = analysis_item_id and i.secrecy_unit_id = (select my_secrecy_unit())));
create policy inside on support to kb_app using (
  child_id in (select unnest(assigned_children('{work}'))) and exists (select from item i
    where i.child_id = support.child_id and i.id = item_id and i.secrecy_unit_id = (select my_secrecy_unit())));
create policy given on handover to kb_app using (
  child_id in (select unnest(assigned_children('{work}')))
  and from_unit_id in (select id from unit where secrecy_unit_id = (select my_secrecy_unit())))
  with check (child_id in (select unnest(my_lead_children())) and state in ('prepared', 'offered')
    and from_unit_id in (select id from unit where secrecy_unit_id = (select my_secrecy_unit())));
grant update (areas, version, ended_at) on gathering to kb_app;
grant update (engagement_id, review_on, ended_at, ended_because) on support to kb_app;
grant update (state, legal_ground, consent_id, version, offered_at) on handover to kb_app;
grant update (ended_at) on bar to kb_app;
create policy told on family_talk for select to kb_app using (
  child_id in (select unnest(my_open_children()))
  and (person_id = (select me()) or (is_child and child_id in (select id from child where person_id = (select me())))));
create policy offered on handover for select to kb_app using (
  to_unit_id = (select my_unit()) and case state
    when 'offered' then (select i_hold_the_function()) and child_id in (select unnest(assigned_children('{work,party}')))
    when 'accepted' then child_id in (select unnest(assigned_children('{work}')))
    else false end);

grant select, insert on statement to kb_app;
create policy visible on statement for select to kb_app using (
  exists (select from item i where i.child_id = statement.child_id and i.id = item_id));
create policy written on statement for insert to kb_app with check (i_may_write(child_id, item_id));
create policy own_voice on statement as restrictive for insert to kb_app with check (
  (select caller()).kind = 'staff' or case voice when 'guardian' then voice_person_id = (select me())
    when 'child' then child_id in (select id from child where person_id = (select me())) else false end);

grant select, insert, update (answer, answer_item_id, answered_at, by_telephone) on source_question to kb_app;
create policy asked on source_question to kb_app using (
  child_id in (select unnest(assigned_children('{work}')))
  and from_unit_id in (select id from unit where secrecy_unit_id = (select my_secrecy_unit())))
  with check (child_id in (select unnest(my_lead_children()))
    and from_unit_id in (select id from unit where secrecy_unit_id = (select my_secrecy_unit())));
create policy received on source_question for select to kb_app using (
  to_unit_id = (select my_unit()) and child_id in (select unnest(assigned_children('{work,party}'))));
create policy answered on source_question for update to kb_app using (
  to_unit_id = (select my_unit()) and answer is null
  and child_id in (select unnest(assigned_children('{work,party}')))) with check (to_unit_id = (select my_unit()));

-- Consent: the carrying unit sees the sheet. A signer sees the sheet and its own answers. A unit sees its own line.
-- Only a signer answers in the application; what the carrying unit notes was said on paper, aloud or by telephone.
grant select, insert on consent, consent_basis, consent_signer, consent_answer to kb_app;
grant select, insert (child_id, consent_id, unit_id, areas) on consent_unit to kb_app; -- only answers make it complete
create policy noted_now on consent_answer as restrictive for insert to kb_app with check (noted_at = asked_at());
create policy in_my_own_name on consent as restrictive for insert to kb_app with check (asked_by = (select me()));
create policy led on consent to kb_app using (child_id in (select unnest(my_lead_children())));
create policy led on consent_basis to kb_app using (child_id in (select unnest(my_lead_children())));
create policy led on consent_unit to kb_app using (child_id in (select unnest(my_lead_children())));
create policy led on consent_signer to kb_app using (child_id in (select unnest(my_lead_children())));
create policy led on consent_answer to kb_app using (child_id in (select unnest(my_lead_children())))
  with check (child_id in (select unnest(my_lead_children())) and noted_by = (select me()) and way <> 'in_app');
create policy signer on consent_signer for select to kb_app using (
  child_id in (select unnest(my_open_children()))
  and (person_id = (select me()) or (is_child and child_id in (select id from child where person_id = (select me())))));
create policy signer on consent for select to kb_app using (child_id in (select unnest(my_open_children()))
  and matter_id in (select unnest(my_told_matters()))
  and exists (select from consent_signer s where s.child_id = consent.child_id and s.consent_id = consent.id));
create policy signer on consent_unit for select to kb_app using (child_id in (select unnest(my_open_children()))
  and exists (select from consent c where c.child_id = consent_unit.child_id and c.id = consent_id));
create policy signer on consent_answer for select to kb_app using (child_id in (select unnest(my_open_children()))
  and exists (select from consent_signer s where s.child_id = consent_answer.child_id
    and s.consent_id = consent_answer.consent_id and s.id = signer_id));
create policy signs on consent_answer for insert to kb_app with check (
  noted_by = (select me()) and way = 'in_app' and child_id in (select unnest(my_open_children()))
  and exists (select from consent c where c.child_id = consent_answer.child_id and c.id = consent_answer.consent_id)
  and exists (select from consent_signer s where s.child_id = consent_answer.child_id
    and s.consent_id = consent_answer.consent_id and s.id = signer_id));
create policy recipient on consent_unit for select to kb_app using (
  unit_id = (select my_unit()) and child_id in (select unnest(assigned_children('{work,party}'))));
create policy not_barred on consent_unit as restrictive for select to kb_app using (
  unit_id not in (select unnest(my_barred_things())));

grant select, insert, update (ended_at, ended_by) on access_grant to kb_app;
create policy giver on access_grant for select to kb_app using (
  from_secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}'))));
create policy lead on access_grant for select to kb_app using (
  kind = 'party' and child_id in (select unnest(my_written_plans())));
create policy unit on access_grant for select to kb_app using (
  to_unit_id = (select my_unit()) and child_id in (select unnest(assigned_children('{work,party}'))));
create policy person on access_grant for select to kb_app using (
  to_person_id = (select me()) and child_id in (select unnest(my_open_children())));
create policy family on access_grant for select to kb_app using (
  kind = 'party' and child_id in (select unnest(my_open_children())));
-- Units that read what the family has been shown. Nobody in the family sees what another has been shown.
create policy family_items on access_grant for select to kb_app using (
  kind = 'item_version' and to_unit_id is not null and child_id in (select unnest(my_open_children()))
  and exists (select from item i where i.child_id = access_grant.child_id and i.id = item_id));
create policy not_barred on access_grant as restrictive for select to kb_app using (
  (item_id is null or item_id not in (select unnest(my_barred_things())))
  and (to_unit_id is null or to_unit_id not in (select unnest(my_barred_things()))));
create policy given on access_grant for insert to kb_app with check (
  decided_by = (select me()) and from_secrecy_unit_id = (select my_secrecy_unit())
  -- nobody passes on what belongs to another unit
  and (kind = 'party' or exists (select from item i where i.child_id = access_grant.child_id and i.id = item_id
    and i.secrecy_unit_id = (select my_secrecy_unit())))
  and (child_id in (select unnest(my_lead_children()))
    or (kind = 'item_version' and exists (select from item i
      where i.child_id = access_grant.child_id and i.id = item_id and i.author_id = (select me())))));
create policy ended on access_grant for update to kb_app using (
  (from_secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}')))));
-- What has ended never comes back: it is given anew.
create policy ended_once on access_grant as restrictive for update to kb_app
  using (ended_at is null) with check (ended_at = asked_at() and ended_by = (select me()));

-- Meeting and plan belong to the child: whole or own part, never what is barred.
grant select, insert, update (state, starts_at, minutes, version) on meeting to kb_app;
create policy led on meeting to kb_app using (child_id in (select unnest(my_lead_children())));
create policy whole on meeting for select to kb_app using (child_id in (select unnest(my_whole_plans())));
create policy own on meeting for select to kb_app using (id in (select unnest(my_invitations())));
create policy not_barred on meeting as restrictive for select to kb_app using (
  id not in (select unnest(my_barred_things())));
-- What belongs to a meeting is read by those who see the meeting itself.
grant select, insert, update (body, version) on meeting_text to kb_app;
create policy led on meeting_text to kb_app using (child_id in (select unnest(my_lead_children())));
create policy whole on meeting_text for select to kb_app using (
  kind = 'purpose' and child_id in (select unnest(my_whole_plans()))
  and exists (select from meeting m where m.child_id = meeting_text.child_id and m.id = meeting_id));
create policy coming on meeting_text for select to kb_app using (
  kind = 'place' and exists (select from child c where c.id = child_id and c.protection = 'none')
  and exists (select from meeting m where m.child_id = meeting_text.child_id and m.id = meeting_id));
grant select, insert, update (invited_at, answer, answered_at, attended, body, version) on meeting_party to kb_app;
create policy led on meeting_party to kb_app using (child_id in (select unnest(my_lead_children())));
create policy readers on meeting_party for select to kb_app using (
  (child_id in (select unnest(my_whole_plans())) or unit_id = (select my_unit()))
  and exists (select from meeting m where m.child_id = meeting_party.child_id and m.id = meeting_id));
create policy not_barred on meeting_party as restrictive for select to kb_app using (
  id not in (select unnest(my_barred_things())));
create policy answered on meeting_party for update to kb_app using (
  exists (select from meeting m where m.child_id = meeting_party.child_id and m.id = meeting_id)
  and (unit_id = (select my_unit()) or person_id = (select me())
    or (is_child and child_id in (select id from child where person_id = (select me())))));
grant select, insert, update (replaced_at) on meeting_words to kb_app;
create policy led on meeting_words to kb_app using (child_id in (select unnest(my_lead_children())));
create policy mine on meeting_words to kb_app using (
  exists (select from meeting_party p
    where p.child_id = meeting_words.child_id and p.meeting_id = meeting_words.meeting_id and p.id = party_id
      and (p.unit_id = (select my_unit()) or p.person_id = (select me())
        or (p.is_child and p.child_id in (select id from child where person_id = (select me()))))));
create policy opened on meeting_words for select to kb_app using (
  is_open and replaced_at is null and child_id in (select unnest(my_whole_plans()))
  and exists (select from meeting m where m.child_id = meeting_words.child_id and m.id = meeting_id));
create policy in_my_own_name on meeting_words as restrictive for insert to kb_app with check (
  written_by = (select me()));
grant select, insert on meeting_note to kb_app;
create policy led on meeting_note to kb_app using (child_id in (select unnest(my_lead_children())));
create policy readers on meeting_note for select to kb_app using (
  child_id in (select unnest(my_whole_plans()))
  and exists (select from meeting m where m.child_id = meeting_note.child_id and m.id = meeting_id));
grant select, insert, update (answer, answered_at, released_at) on time_hold to kb_app;
create policy mine on time_hold to kb_app using (
  to_engagement_id = (select my_engagement()) or from_unit_id = (select my_unit()));
grant select, insert on meeting_hold to kb_app;
create policy led on meeting_hold to kb_app using (child_id in (select unnest(my_lead_children())));

grant select, insert, update (follow_up_at, ended_at, ended_because) on plan to kb_app;
create policy readers on plan for select to kb_app using (child_id in (select unnest(my_plans())));
create policy written on plan to kb_app using (child_id in (select unnest(my_written_plans())));
grant select, insert, update (version) on plan_head to kb_app;
create policy written on plan_head to kb_app using (child_id in (select unnest(my_written_plans())));
grant select, insert, update (to_version, to_at) on plan_part to kb_app;
create policy whole on plan_part for select to kb_app using (
  child_id in (select unnest(my_whole_plans()))
  and (to_version is null or to_version > (select my_plan_from(asked_child()))));
create policy own on plan_part for select to kb_app using (
  child_id in (select unnest(my_own_plans())) and unit_id = (select my_unit())
  and (to_version is null or to_version > (select my_plan_from(asked_child()))));
create policy written on plan_part to kb_app using (child_id in (select unnest(my_written_plans())));
create policy not_barred on plan_part as restrictive for select to kb_app using (
  part_id not in (select unnest(my_barred_things()))
  and (goal_id is null or goal_id not in (select unnest(my_barred_things())))
  and (unit_id is null or unit_id not in (select unnest(my_barred_things()))));
grant select, insert on plan_ending to kb_app;
create policy written on plan_ending to kb_app using (child_id in (select unnest(my_written_plans())));

-- To the family a matter begins when they are told of it.
do $$
declare t text;
begin
  foreach t in array '{responsibility,consent,meeting,plan,plan_event}'::text[] loop
    execute format('create policy told on %I as restrictive for select to kb_app using (
      (select (caller()).kind) is distinct from ''family'' or matter_id in (select unnest(my_told_matters())))', t);
  end loop;
end $$;

-- An agreement is for those who read the whole plan; its reason for the carrying unit and its author, unless opened.
grant select, insert on agreement, agreement_reason to kb_app;
grant update (is_open) on agreement_reason to kb_app;
create policy readers on agreement for select to kb_app using (
  child_id in (select unnest(my_whole_plans())) or noted_by = (select me()));
create policy led on agreement for insert to kb_app with check (
  child_id in (select unnest(my_lead_children())) and noted_by = (select me()));
create policy mine on agreement for insert to kb_app with check (
  child_id in (select unnest(my_plans())) and noted_by = (select me())
  and case when (select my_unit()) is not null then not is_child and unit_id = (select my_unit())
    when is_child then person_id is null and unit_id is null
      and child_id in (select id from child where person_id = (select me()))
    else person_id = (select me()) end);
create policy not_barred on agreement as restrictive for select to kb_app using (
  unit_id is null or unit_id not in (select unnest(my_barred_things())));
create policy led on agreement_reason to kb_app using (child_id in (select unnest(my_lead_children())));
create policy mine on agreement_reason to kb_app using (
  written_by = (select me()) and child_id in (select unnest(my_plans())));
create policy of_my_answer on agreement_reason as restrictive for insert to kb_app with check (
  written_by = (select me()) and exists (select from agreement a where a.child_id = agreement_reason.child_id
    and a.plan_id = agreement_reason.plan_id and a.id = agreement_id and a.noted_by = (select me())));
create policy mine_to_open on agreement_reason as restrictive for update to kb_app using (written_by = (select me()));
create policy opened on agreement_reason for select to kb_app using (
  is_open and child_id in (select unnest(my_whole_plans())));

grant select, insert, update (held_on, body, held_by, noted_at) on follow_up to kb_app;
grant select, insert on follow_up_part to kb_app;
create policy written on follow_up to kb_app using (child_id in (select unnest(my_written_plans())));
create policy readers on follow_up for select to kb_app using (child_id in (select unnest(my_whole_plans())));
create policy written on follow_up_part to kb_app using (child_id in (select unnest(my_written_plans())))
  with check (child_id in (select unnest(my_written_plans())) and noted_by = (select me()));
-- What somebody in the family has answered alone is for those who write the plan and those who do the action.
create policy readers on follow_up_part for select to kb_app using (
  exists (select from plan_part p where p.child_id = follow_up_part.child_id and p.plan_id = follow_up_part.plan_id
    and p.part_id = follow_up_part.part_id and (noted_by is distinct from person_id or noted_by = (select me())
      or p.unit_id = (select my_unit()))));
create policy own_words on follow_up_part for insert to kb_app with check (
  person_id = (select me()) and noted_by = (select me()) and child_id in (select unnest(my_open_children()))
  and voice = case when child_id in (select id from child where person_id = (select me())) then 'child'
    else 'guardian' end::voice
  and exists (select from plan_part p where p.child_id = follow_up_part.child_id
    and p.plan_id = follow_up_part.plan_id and p.part_id = follow_up_part.part_id));

grant select, insert on plan_event to kb_app;
create policy readers on plan_event for select to kb_app using (child_id in (select unnest(my_whole_plans())));
create policy added on plan_event for insert to kb_app with check (child_id in (select unnest(my_written_plans())));
create policy not_barred on plan_event as restrictive for select to kb_app using (
  about_id is null or about_id not in (select unnest(my_barred_things())));
-- A part of a goal or a unit that is barred is hidden with it, and so is the day it changed.
create policy of_what_is_read on plan_event as restrictive for select to kb_app using (
  kind <> 'plan_changed' or about_id is null or exists (select from plan_part p
    where p.child_id = plan_event.child_id and p.part_id = about_id));

-- Audit: only adds, and only in one's own name.
grant insert on audit_event, audit_subject to kb_app;
create policy in_my_own_name on audit_event for insert to kb_app with check (
  actor_id is not distinct from (select me()) and at = asked_at());
create policy listed on audit_subject for insert to kb_app with check (true);

-- Tasks: those of my engagement, those that have come to me as stand-in, and those of the children I carry.
grant select, insert, update (done_at, done_by) on task to kb_app;
create policy mine on task to kb_app using (
  engagement_id = (select my_engagement())
  or (stand_in_engagement_id = (select my_engagement()) and escalates_at <= asked_at())
  or child_id in (select unnest(my_lead_children())));
create policy given on task for insert to kb_app with check (
  child_id in (select unnest(my_children())));
-- Such a task lets its holder take the lead: those who carry the matter ask.
create policy lead_is_asked on task as restrictive for insert to kb_app with check (
  kind <> 'accept_collaboration' or child_id in (select unnest(my_lead_children())));

grant select, insert, update, delete on draft to kb_app;
create policy mine on draft to kb_app using (
  person_id = (select me()) and engagement_id is not distinct from (select my_engagement()))
  with check (person_id = (select me()) and engagement_id is not distinct from (select my_engagement())
    and not (select i_am_a_child()));
