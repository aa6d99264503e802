-- A question to another unit with no child named, kept with both units. docs/decisions/0024.

create table consultation (
  id uuid primary key,
  from_unit_id uuid not null references unit,
  to_unit_id uuid not null references unit check (to_unit_id <> from_unit_id),
  asked_by uuid not null references engagement,
  asked_at timestamptz not null,
  closed_at timestamptz check (closed_at >= asked_at),
  closed_by uuid references engagement,
  check ((closed_at is null) = (closed_by is null))
);
create index on consultation (from_unit_id);
create index on consultation (to_unit_id);

-- Sealed with a key of the consultation's own: there is no child whose key it could be.
create table consultation_message (
  consultation_id uuid references consultation,
  id uuid,
  from_asker boolean not null,
  written_by uuid not null references engagement,
  written_at timestamptz not null,
  body bytea not null,
  primary key (consultation_id, id)
);
create index on consultation_message (written_by);
comment on column consultation_message.from_asker is 'From the unit that asked; else from the one that was asked.';

-- One of the unit's free times, taken for a consultation. One taker for each time, whoever comes first.
create table consultation_booking (
  consultation_id uuid references consultation,
  id uuid,
  unit_id uuid not null,
  time_id uuid not null,
  booked_by uuid not null references engagement,
  booked_at timestamptz not null,
  given_back_at timestamptz,
  primary key (consultation_id, id),
  foreign key (unit_id, time_id) references consultation_time
);
create unique index one_taker on consultation_booking (unit_id, time_id) where given_back_at is null;

-- Later, if the family agrees: which child it was about, for the side that asked.
create table consultation_child (
  child_id uuid references child,
  id uuid,
  consultation_id uuid not null references consultation,
  secrecy_unit_id uuid not null references secrecy_unit,
  agreed_on date not null,
  linked_by uuid not null references engagement,
  linked_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references engagement,
  primary key (child_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index one_child on consultation_child (consultation_id) where ended_at is null;
create index on consultation_child (consultation_id);
comment on column consultation_child.agreed_on is 'The day when the family said yes to it.';

-- Who ------------------------------------------------------------------------------------------------------------------

-- Somebody holds the unit's function, or stands in, and works there today: a question would be read.
create function unit_answers(of_unit uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.unit_function f
    join public.engagement e on e.id in (f.holder_engagement_id, f.stand_in_engagement_id)
    join public.unit u on u.id = f.unit_id
    where f.unit_id = of_unit and f.kind in ('best_interests_lead', 'reception') and e.valid_from <= public.asked_day()
      and (e.valid_to is null or e.valid_to >= public.asked_day())
      and (u.closed_on is null or u.closed_on > public.asked_day()))
$$;

-- In either unit: whoever holds its function or stands in (not who reviews its log), whoever asked, and whoever has written.
create function my_consultations() returns uuid[] stable security definer set search_path = '' language plpgsql as $$
declare
  who public.caller := public.caller();
  holds boolean;
begin
  if who.engagement_id is null then return '{}'; end if;
  holds := exists (select from public.unit_function f where f.unit_id = who.unit_id and f.kind in ('best_interests_lead', 'reception')
    and who.engagement_id in (f.holder_engagement_id, f.stand_in_engagement_id));
  return array(
    select c.id from public.consultation c
    where (c.from_unit_id = who.unit_id and (holds or c.asked_by = who.engagement_id))
      or (c.to_unit_id = who.unit_id and holds)
    union
    select m.consultation_id from public.consultation_message m where m.written_by = who.engagement_id);
end $$;

-- What waits for me: an unanswered question to my unit, and an answer to what I asked. Of somebody who no longer works there,
-- the answer waits for whoever holds the function. Computed each time (decision 5).
create function my_waiting_consultations()
returns table (id uuid, answered boolean, since timestamptz, other_unit_id uuid)
stable security definer set search_path = '' language plpgsql rows 5 as $$
declare
  who public.caller := public.caller();
  holds boolean;
begin
  if who.engagement_id is null then return; end if;
  holds := exists (select from public.unit_function f where f.unit_id = who.unit_id and f.kind in ('best_interests_lead', 'reception')
    and who.engagement_id in (f.holder_engagement_id, f.stand_in_engagement_id));
  return query
  select c.id, not last.from_asker, last.written_at,
    case when last.from_asker then c.from_unit_id else c.to_unit_id end
  from public.consultation c cross join lateral (
    select m.from_asker, m.written_at from public.consultation_message m where m.consultation_id = c.id
    order by m.written_at desc, m.id desc limit 1) last
  where c.closed_at is null and (
    (last.from_asker and c.to_unit_id = who.unit_id and holds)
    or (not last.from_asker and c.from_unit_id = who.unit_id and (c.asked_by = who.engagement_id
      or (holds and exists (select from public.engagement e where e.id = c.asked_by and e.valid_to < public.asked_day())))))
  order by last.written_at, c.id;
end $$;

-- Whether a time is taken; by whom is for the two units.
create function is_booked(of_unit uuid, the_time uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.consultation_booking b
    where b.unit_id = of_unit and b.time_id = the_time and b.given_back_at is null)
$$;

-- Whether what I asked has been tied to a child, whichever.
create function is_tied(the_consultation uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.consultation_child l join public.consultation c on c.id = l.consultation_id
    where l.consultation_id = the_consultation and l.ended_at is null and c.asked_by = public.my_engagement())
$$;

-- The family has agreed that my unit takes part, to those within the wall, and it still does; and I take part myself.
create function consent_reaches_me(child uuid, wall uuid) returns boolean
stable security definer set search_path = '' language sql as $$
  select child = any (public.my_children()) and exists (select from public.access_grant g
    where g.child_id = child and g.to_unit_id = public.my_unit() and g.from_secrecy_unit_id = wall
      and g.consent_id is not null and public.grant_lives(g))
$$;

-- The walls ------------------------------------------------------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array '{consultation,consultation_message,consultation_booking,consultation_child}'::text[] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('grant select, insert on %I to kb_app', t);
    execute format('grant select on %I to kb_rules', t);
    execute format('create policy rules_read on %I for select to kb_rules using (true)', t);
  end loop;
end $$;
grant update (closed_at, closed_by) on consultation to kb_app;
grant update (given_back_at) on consultation_booking to kb_app;
grant update (ended_at, ended_by) on consultation_child to kb_app;

create policy either_side on consultation for select to kb_app using (id in (select unnest(my_consultations())));
create policy asked on consultation for insert to kb_app with check (
  asked_by = (select my_engagement()) and from_unit_id = (select my_unit()) and asked_at = (select asked_at())
  and closed_at is null and unit_answers(to_unit_id));
create policy closed on consultation for update to kb_app
  using (closed_at is null and from_unit_id = (select my_unit()))
  with check (closed_at = (select asked_at()) and closed_by = (select my_engagement()));

create policy either_side on consultation_message for select to kb_app using (
  consultation_id in (select unnest(my_consultations())));
create policy written on consultation_message for insert to kb_app with check (
  written_by = (select my_engagement()) and written_at = (select asked_at()) and exists (
    select from consultation c where c.id = consultation_id and c.closed_at is null
      and from_asker = (c.from_unit_id = (select my_unit()))));

create policy either_side on consultation_booking for select to kb_app using (
  consultation_id in (select unnest(my_consultations())));
create policy booked on consultation_booking for insert to kb_app with check (
  booked_by = (select my_engagement()) and booked_at = (select asked_at()) and given_back_at is null
  and exists (select from consultation c where c.id = consultation_id and c.closed_at is null
    and c.from_unit_id = (select my_unit()) and c.to_unit_id = consultation_booking.unit_id)
  and exists (select from consultation_time t where t.unit_id = consultation_booking.unit_id and t.id = time_id
    and t.taken_back_at is null and t.starts_at > (select asked_at())));
create policy given_back on consultation_booking for update to kb_app
  using (given_back_at is null and exists (select from consultation c where c.id = consultation_id
    and c.from_unit_id = (select my_unit())))
  with check (given_back_at = (select asked_at()));

-- The side that asked, and knows the child; the other side while the family's consent lasts. Never of a child whose places
-- are hidden: the thread tells of two.
create policy own_side on consultation_child for select to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{ordinary,work}')))
  and exists (select from consultation c where c.id = consultation_id and c.from_unit_id = (select my_unit())));
create policy consented on consultation_child for select to kb_app using (
  ended_at is null and consent_reaches_me(child_id, secrecy_unit_id) and not is_hidden(child_id)
  and exists (select from consultation c where c.id = consultation_id and c.to_unit_id = (select my_unit())));
create policy linked on consultation_child for insert to kb_app with check (
  linked_by = (select my_engagement()) and linked_at = (select asked_at()) and ended_at is null
  and agreed_on <= (select asked_day()) and secrecy_unit_id = (select my_secrecy_unit())
  and child_id in (select unnest(assigned_children('{ordinary,work}'))) and not is_hidden(child_id)
  and exists (select from consultation c where c.id = consultation_id and c.asked_by = (select my_engagement())));
create policy ended on consultation_child for update to kb_app
  using (ended_at is null and child_id in (select unnest(assigned_children('{ordinary,work}')))
    and exists (select from consultation c where c.id = consultation_id and c.from_unit_id = (select my_unit())))
  with check (ended_at = (select asked_at()) and ended_by = (select my_engagement()));

-- Made by whoever asks, in the moment of asking; for both units.
create policy new_question on subject_key for insert to kb_app with check (compartment = 'ordinary' and exists (
  select from consultation c where c.id = subject_id and c.asked_by = (select my_engagement())
    and c.asked_at = (select asked_at())));
create policy of_question on subject_key for select to kb_app using (subject_id in (select unnest(my_consultations())));

-- How long --------------------------------------------------------------------------------------------------------------

-- With a rule of both units, by the longest, counted from the last that happened. What has been about a child stays as long as
-- there is something about the child. The consultation is its own subject: the same list, four eyes and protocol take it.
alter type retention_kind add value 'consultation';
alter type retention_what add value 'consultation';

create function consultations_due(moment timestamptz)
returns table (rule_id uuid, what retention_what, child_id uuid, thing_id uuid)
stable language plpgsql as $$
begin
  return query
  with rule as materialized (
    select * from public.retention_rule r where r.kind = 'consultation'
      and r.valid_from <= (moment at time zone 'Europe/Stockholm')::date
      and (r.valid_to is null or r.valid_to > (moment at time zone 'Europe/Stockholm')::date)),
  ended as (
    select c.id, array[f.secrecy_unit_id, t.secrecy_unit_id] as walls, greatest(c.asked_at, c.closed_at,
      (select max(m.written_at) from public.consultation_message m where m.consultation_id = c.id),
      (select max(x.starts_at) from public.consultation_booking b
        join public.consultation_time x on (x.unit_id, x.id) = (b.unit_id, b.time_id)
        where b.consultation_id = c.id and b.given_back_at is null)) as at
    from public.consultation c join public.unit f on f.id = c.from_unit_id join public.unit t on t.id = c.to_unit_id
    where exists (select from rule)
      and not exists (select from public.consultation_child l where l.consultation_id = c.id))
  select longest.id, 'consultation'::public.retention_what, e.id, e.id
  from ended e cross join lateral (
    select r.id, r.months from rule r where r.secrecy_unit_id = any (e.walls) order by r.months desc, r.id limit 1) longest
  where e.at + make_interval(months => longest.months) <= moment
    and not exists (select from unnest(e.walls) wall where not exists (
      select from rule r where r.secrecy_unit_id = wall));
end $$;

alter function retention_due(timestamptz) rename to children_due;
create function retention_due(moment timestamptz)
returns table (rule_id uuid, what retention_what, child_id uuid, thing_id uuid)
stable language sql as $$
  select * from children_due(moment) union all select * from consultations_due(moment)
$$;

create function remove_consultation(consultation uuid, moment timestamptz) returns void volatile language plpgsql as $$
begin
  delete from consultation_booking b where b.consultation_id = consultation;
  delete from consultation_message m where m.consultation_id = consultation;
  delete from consultation c where c.id = consultation;
  perform shred_by_rule(consultation, moment);
end $$;

-- As before, and questions without a name.
create or replace function carry_out_retention(run uuid, moment timestamptz) returns text
volatile language plpgsql as $$
declare
  r retention_run;
  one record;
  said text;
begin
  select * into r from retention_run x where x.id = run for update;
  if r.approved_at is null or r.done_at is not null or moment < r.approved_at
    or moment > r.approved_at + interval '30 days' then
    raise exception 'not approved, done already, or too old' using errcode = 'KB001';
  end if;
  perform lock_child(i.child_id) from retention_item i where i.run_id = run order by i.child_id;
  if exists (select i.what, i.child_id, i.thing_id from retention_item i where i.run_id = run
    except select d.what, d.child_id, d.thing_id from retention_due(moment) d) then
    raise exception 'something on the list is no longer due' using errcode = 'KB002';
  end if;
  select coalesce(json_agg(json_build_object('rule', c.rule_id, 'decision', c.decision, 'what', c.what, 'count', c.n)
    order by c.decision, c.rule_id, c.what)::text, '[]') into said
  from (select i.rule_id, q.decision, i.what, count(*) as n from retention_item i join retention_rule q on q.id = i.rule_id
    where i.run_id = run group by 1, 2, 3) c;
  for one in select i.what, i.child_id, i.thing_id from retention_item i where i.run_id = run order by i.what, i.thing_id loop
    if one.what = 'noticing' then perform remove_noticing(one.child_id, one.thing_id);
    elsif one.what = 'matter' then perform remove_matter(one.child_id, one.thing_id);
    elsif one.what = 'consultation' then perform remove_consultation(one.thing_id, moment);
    else perform remove_child(one.child_id, moment);
    end if;
  end loop;
  perform tidy_after(i.child_id, moment) from (select distinct x.child_id from retention_item x where x.run_id = run) i;
  update retention_run x set done_by = session_user, done_at = moment where x.id = run;
  delete from retention_item i where i.run_id = run;
  insert into retention_protocol (id, at, proposed_by, approved_by, done_by, counts, list_digest, digest)
  values (run, moment, r.proposed_by, r.approved_by, session_user, said, encode(r.digest, 'hex'),
    sha256(convert_to(format(
      '{"approved_by":%s,"at":"%s","counts":%s,"done_by":%s,"id":"%s","list_digest":"%s","proposed_by":%s}',
      to_json(r.approved_by), audit_time(moment), to_json(said), to_json(session_user::text), run,
      encode(r.digest, 'hex'), to_json(r.proposed_by)), 'UTF8')));
  return said;
end $$;

call cover_for_retention('consultation_child');
call cover_for_retention('consultation', 'id');
call cover_for_retention('consultation_message', 'consultation_id');
call cover_for_retention('consultation_booking', 'consultation_id');
grant select (from_unit_id, to_unit_id, asked_at, closed_at) on consultation to kb_retention;
grant select (written_at) on consultation_message to kb_retention;
grant select (unit_id, time_id, given_back_at) on consultation_booking to kb_retention;
grant select (consultation_id) on consultation_child to kb_retention;
grant select (unit_id, id, starts_at) on consultation_time to kb_retention;
create policy retention_reads on consultation_time for select to kb_retention using (true);
do $$
declare f regprocedure;
begin
  foreach f in array '{retention_due(timestamptz),consultations_due(timestamptz),
    "remove_consultation(uuid,timestamptz)"}'::regprocedure[] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to kb_retention', f);
  end loop;
end $$;

-- As before, and which questions a child has been tied to.
create or replace function reading_acts() returns table (act text, reading text, concerns reading_of) immutable language sql as $$
  select v.act, v.reading, v.concerns::public.reading_of from (values
    ('child.show', 'child', 'child'),
    ('child.show-protected-name', 'child', 'child'),
    ('timeline.show', 'timeline', 'child'),
    ('family.open', 'family', 'child'),
    ('family.open-adults', 'family', 'child'),
    ('noticing.read', 'noticing', 'item'),
    ('wheel.show', 'wheel', 'child'),
    ('wheel.open-notes', 'wheel', 'child'),
    ('wheel.open-analysis', 'analysis', 'child'),
    ('wheel.open-statement', 'wheel', 'item'),
    ('wheel.open-readers', 'wheel', 'item'),
    ('wheel.open-question', 'question', 'question'),
    ('consultation.open-link', 'question', 'child'),
    ('sharing.open-form', 'wheel', 'child'),
    ('support.show', 'support', 'item'),
    ('handover.show', 'handover', 'handover'),
    ('handover.open-offer', 'handover', 'handover'),
    ('handover.kept', 'kept', 'child'),
    ('consents.show', 'consent', 'child'),
    ('consent.show', 'consent', 'consent'),
    ('consent.open-note', 'consent', 'consent'),
    ('sharing.who-sees', 'who-sees', 'child'),
    ('meeting.show', 'meeting', 'meeting'),
    ('meeting.open-answer', 'meeting', 'meeting'),
    ('meeting.open-change', 'meeting', 'meeting'),
    ('meeting.open-invite', 'meeting', 'meeting'),
    ('meeting.siblings', 'meeting', 'meeting'),
    ('meeting.open-notes', 'meeting-notes', 'meeting'),
    ('plan.show', 'plan', 'plan'),
    ('plan.versions', 'plan', 'plan'),
    ('plan.childs-reading', 'plan', 'plan'),
    ('plan.print', 'plan-print', 'plan'),
    ('plan.open-goal', 'plan-writing', 'plan'),
    ('plan.open-action', 'plan-writing', 'plan'),
    ('plan.open-contacts', 'plan-writing', 'plan'),
    ('plan.open-other', 'plan-writing', 'plan'),
    ('plan.open-parties', 'plan-writing', 'plan'),
    ('plan.open-lead', 'plan-writing', 'plan'),
    ('plan.open-end', 'plan-writing', 'plan'),
    ('plan.open-agree', 'plan-agree', 'plan'),
    ('plan.open-follow-up', 'plan-follow-up', 'plan')) v (act, reading, concerns)
$$;

call give_to_rules(new_rules());
