-- An offer that nobody answers does not lie still: whoever the receiver's organisation falls back on is told, and the giver is
-- responsible throughout. And a hand-over says whether it is the whole, or who is next. docs/decisions/0033.
create type handover_kind as enum ('whole', 'next_lead');
alter table handover
  add column kind handover_kind not null default 'whole',
  add column lapses_at timestamptz,
  add column lapsed_at timestamptz;
comment on column handover.lapses_at is 'From when it has waited too long, as it was when it was offered.';
comment on column handover.lapsed_at is 'When the receiver''s organisation was told that it waits.';
grant update (lapses_at) on handover to kb_app;
grant update (lapsed_at) on handover to kb_rules;
alter type task_kind add value 'see_to_handover';

-- As before, and from when it has waited too long.
drop trigger offer_is_kept on handover;
create or replace function keep_offer() returns trigger language plpgsql as $$
begin
  if old.state <> 'prepared'
    and (new.offer_body, new.lapses_at) is distinct from (old.offer_body, old.lapses_at) then
    raise exception 'it was offered as it was chosen' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger offer_is_kept before update of offer_body, lapses_at on handover for each row execute function keep_offer();

-- What has waited too long. Those that were offered before there was a day for it have a fortnight.
create function lapsed_offers(moment timestamptz) returns table (child_id uuid, handover_id uuid)
stable security definer set search_path = '' language plpgsql as $$
begin
  perform public.refuse_sessions();
  return query select h.child_id, h.id from public.handover h
    where h.state = 'offered' and h.lapsed_at is null
      and coalesce(h.lapses_at, h.offered_at + interval '14 days') <= moment
    order by h.offered_at;
end $$;

-- Tells the one on whom the receiver's organisation falls back, who gets to know the name and that it waits: the wall of the
-- receiving unit is not theirs. Whoever is asked already is not asked once more. ids: two fresh ones. False: told before, or
-- answered.
create function lapse_offer(child uuid, handover_id uuid, moment timestamptz, due date, ids uuid[])
returns boolean volatile security definer set search_path = '' language plpgsql as $$
declare
  today date := (moment at time zone 'Europe/Stockholm')::date;
  given public.handover;
  who uuid;
  wall uuid;
begin
  perform public.refuse_sessions();
  perform from public.child c where c.id = child for no key update;
  update public.handover h set lapsed_at = moment
    where h.child_id = child and h.id = handover_id and h.state = 'offered' and h.lapsed_at is null returning * into given;
  if not found then return false; end if;
  select f.engagement_id, own.secrecy_unit_id into who, wall
  from public.unit u join public.secrecy_unit w on w.id = u.secrecy_unit_id
    cross join lateral unnest(public.holders_on(w.authority_id, 'fallback_lead', today)) with ordinality f (engagement_id, place)
    join public.engagement e on e.id = f.engagement_id join public.unit own on own.id = e.unit_id
  where u.id = given.to_unit_id and not public.is_own_child(f.engagement_id, child, today)
    and not exists (select from public.unit_function fn where fn.unit_id = u.id and fn.kind = 'best_interests_lead'
      and f.engagement_id in (fn.holder_engagement_id, fn.stand_in_engagement_id))
  order by f.place limit 1;
  if who is null then return true; end if;
  insert into public.assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
  select child, ids[1], 'party', who, wall, given.made_by, moment
  where not exists (select from public.assignment a where a.child_id = child and a.engagement_id = who
    and a.kind in ('work', 'party') and a.valid_from <= moment and (a.valid_to is null or a.valid_to > moment));
  insert into public.task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
  values (child, ids[2], 'see_to_handover', who, handover_id, due, moment);
  return true;
end $$;

-- It is mine to see to that somebody answers.
create function i_see_to(child uuid, handover_id uuid) returns boolean
stable security definer set search_path = '' language sql as $$
  select exists (select from public.task t where t.child_id = child and t.about_id = handover_id
    and t.kind::text = 'see_to_handover' and t.done_at is null and child = any (public.assigned_children('{work,party}'))
    and (t.engagement_id = public.my_engagement()
      or (t.child_id, t.engagement_id) in (select l.child_id, l.engagement_id from public.left_to_me() l)))
$$;
create function unanswered_offer(child uuid, handover_id uuid)
returns table (from_unit_id uuid, to_unit_id uuid, offered_at timestamptz)
stable security definer set search_path = '' language sql as $$
  select h.from_unit_id, h.to_unit_id, h.offered_at from public.handover h
  where h.child_id = child and h.id = handover_id and h.state = 'offered' and public.i_see_to(child, handover_id)
$$;

-- Whoever saw to it knows the child no longer than that.
create function release_who_saw_to() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update public.assignment a set valid_to = greatest(a.valid_from, new.done_at)
  where a.child_id = new.child_id and a.engagement_id = new.engagement_id and a.kind = 'party'
    and a.valid_from = new.made_at and (a.valid_to is null or a.valid_to > new.done_at);
  return null;
end $$;
create trigger task_releases_who_saw_to after update of done_at on task for each row
  when (old.done_at is null and new.done_at is not null and new.kind::text = 'see_to_handover')
  execute function release_who_saw_to();

-- As in 0026; and whoever sees to it may send it back for a unit that does not answer.
create or replace function end_handover(child uuid, handover_id uuid, answer bytea, task_id uuid, due date)
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
  elsif given.state = 'offered' and public.i_see_to(child, handover_id) then ends_as := 'returned';
  else return false; end if;
  update public.handover h set state = ends_as, answer_body = answer, answered_at = at, answered_by = who.person_id,
    version = h.version + 1 where h.child_id = child and h.id = handover_id;
  update public.access_grant g set ended_at = at
    where g.child_id = child and g.kind = 'item_version' and g.to_unit_id = given.to_unit_id
      and g.decided_at = given.offered_at and g.ended_at is null;
  update public.assignment a set valid_to = at
    where a.child_id = child and a.kind = 'party' and a.valid_from = given.offered_at
      and (a.valid_to is null or a.valid_to > at)
      and a.engagement_id in (select e.id from public.engagement e where e.unit_id = given.to_unit_id)
      and not exists (select from public.access_grant g
        where g.child_id = child and g.kind = 'party' and g.to_unit_id = given.to_unit_id
          and coalesce(g.contact_engagement_id, a.engagement_id) = a.engagement_id and public.grant_lives(g));
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

-- The family: which unit has been asked to take over, of what, and whether it has waited too long.
drop function handover_turn(uuid);
create function handover_turn(child uuid)
returns table (to_unit_id uuid, offered_at timestamptz, kind handover_kind, lapsed_at timestamptz)
stable security definer set search_path = '' language sql as $$
  select h.to_unit_id, h.offered_at, h.kind, h.lapsed_at from public.handover h
  where h.child_id = child and h.state = 'offered' and child = any (public.my_open_children())
    and h.matter_id = any (public.my_told_matters())
    and h.id <> all (public.my_barred_things()) and h.to_unit_id <> all (public.my_barred_things())
$$;

call give_to_rules('{lapsed_offers,lapse_offer}'::regproc[]::regprocedure[], 'kb_app');
call give_to_rules('{release_who_saw_to}'::regproc[]::regprocedure[], '');
call give_to_rules(new_rules());
