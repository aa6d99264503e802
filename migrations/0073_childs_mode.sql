-- An adult hands the device to the child: from then on it is the child's own session, and the adult signs in anew.
-- docs/decisions/0038.

alter table session add column handed_by uuid references engagement;
comment on column session.handed_by is 'The engagement of the adult who handed the device over: the session is the child''s, and opens the child''s own pages only.';

-- It ends with the employment of the one who handed it over.
call rewrite('caller()', 'and s.ended_at is null', 'and (s.handed_by is null or exists (select from public.engagement h
      where h.id = s.handed_by and h.valid_from <= today and (h.valid_to is null or h.valid_to >= today)))
    and s.ended_at is null');

create function handed_by() returns uuid stable security definer set search_path = '' language sql as $$
  select s.handed_by from public.session s
  where s.token_hash = current_setting('app.session', true) and public.me() is not null
$$;

-- As before, and which child it is that asks: until it is grown up, or while somebody has handed it the device.
drop function enter(text, timestamptz, uuid);
create function enter(hash text, moment timestamptz, child uuid)
returns table (person_id uuid, kind session_kind, engagement_id uuid, unit_id uuid, secrecy_unit_id uuid,
  ends_at timestamptz, given_name text, family_name text, title text, unit_name text, self_id uuid, handed_by uuid)
volatile security definer set search_path = '' language plpgsql as $$
begin
  perform set_config('app.session', hash, true), set_config('app.at', moment::text, true),
    set_config('app.child', coalesce(child::text, ''), true);
  update public.session s set last_seen_at = moment
  where s.token_hash = hash and s.last_seen_at < moment - interval '1 minute' and (public.caller()).person_id is not null;
  return query
    select c.person_id, c.kind, c.engagement_id, c.unit_id, c.secrecy_unit_id, c.ends_at,
      p.given_name, p.family_name, e.title, u.name, k.id, h.by
    from public.caller() c
      join public.person p on p.id = c.person_id
      left join public.engagement e on e.id = c.engagement_id
      left join public.unit u on u.id = e.unit_id
      cross join lateral (select public.handed_by() as by) h
      left join public.child k on k.person_id = c.person_id and c.kind = 'family'
        and (h.by is not null or public.grows_up_on(k.id) <= public.asked_day() is not true);
end $$;

-- A young parent who has been handed a device is there as the child.
call rewrite('family_children()', 'where g.person_id = who.person_id and (child is null',
  'where g.person_id = who.person_id and public.handed_by() is null and (child is null');

-- Beside an adult who works with it the child sees what is its own: what a guardian must not know stays hidden where a
-- guardian may hold the eID.
call rewrite('my_barred_things()', 'or exists (select from public.child c where c.id = b.child_id',
  'or public.handed_by() is null and exists (select from public.child c where c.id = b.child_id');

-- Has the child itself been told, and does nothing say that it must not know?
create function child_is_told(child uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select child = any (public.my_children())
    and exists (select from public.family_talk t where t.child_id = child and t.is_child)
    and not exists (select from public.bar b join public.child c on c.id = b.child_id
      where c.id = child and b.person_id = c.person_id and b.thing_id is null and b.ended_at is null)
$$;

-- The adult's session ends, and the child's begins in its place. A child without an eID is a person from now on.
create function hand_to_child(child uuid, hash text, session_id uuid, person uuid, idle int, until timestamptz)
returns void volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
  adult uuid := public.my_engagement();
  given public.session;
begin
  perform from public.child c where c.id = child for no key update;
  if adult is null or child <> all (public.my_lead_children() || public.my_party_children('whole'))
    or not public.child_is_told(child) or public.is_grown_up(child) then
    raise exception 'nobody who hands a device to this child' using errcode = '42501';
  end if;
  insert into public.person (id, is_staff, given_name, family_name)
  select person, false, coalesce(c.given_name, ''), coalesce(c.family_name, '') from public.child c
  where c.id = child and c.person_id is null;
  update public.child c set person_id = person where c.id = child and c.person_id is null;
  update public.session s set ended_at = at
  where s.token_hash = current_setting('app.session', true) and s.ended_at is null returning s.* into strict given;
  insert into public.session (token_hash, id, person_id, kind, issuer, authenticated_at, idle_minutes, last_seen_at,
    ends_at, handed_by)
  select hash, session_id, c.person_id, 'family', given.issuer, given.authenticated_at, idle, at, until, adult
  from public.child c where c.id = child;
end $$;
grant update (person_id) on child to kb_rules;

-- The log names both: the child who read, and the adult who was beside it.
alter policy in_my_own_name on audit_event with check (
  actor_id is not distinct from (select me()) and at = asked_at()
  and (engagement_id is not distinct from coalesce((select my_engagement()), (select handed_by()))
    or (act like 'session.%' and (engagement_id is null or exists (select from engagement e
      where e.id = engagement_id and e.person_id = (select me()))))));

alter table reading_act no force row level security;
insert into reading_act values ('childs-door.home', 'together', 'child');
alter table reading_act force row level security;
call rewrite('reader_log(uuid, date, date)', 'a.at, a.id, r.reading,',
  'a.at, a.id, case when a.actor_id <> e.person_id then ''together'' else r.reading end as reading,');
call rewrite('unit_readings(uuid, date, date)', 'array_agg(distinct r.reading)',
  'array_agg(distinct case when a.actor_id <> e.person_id then ''together'' else r.reading end)');

call give_to_rules(new_rules());
