-- What is refused in one step is refused in two: children that come to whoever ends others' employments, a second record that
-- ends while something in it waits, work that stays with whoever only goes in. docs/decisions/0019, 0028, 0032.

-- Which children would come to somebody, and after which of the last days that are settled.
create function would_come_to(doer uuid, the_authority uuid, from_day date) returns setof text
stable security definer set search_path = '' language sql as $$
  select r.id || ' ' || d.last
  from public.responsibility r join public.unit u on u.id = r.unit_id
    join public.secrecy_unit w on w.id = u.secrecy_unit_id
    cross join public.last_days(the_authority, from_day) d (last)
    join public.engagement e on e.id = public.stands_for(r.engagement_id, r.unit_id,
      ((d.last + 1) + time '12:00') at time zone 'Europe/Stockholm', r.child_id)
  where w.authority_id = the_authority and upper_inf(r.during) and r.kind = 'best_interests_lead' and e.person_id = doer
$$;
create or replace function end_engagement(engagement uuid, last_day date, doer uuid) returns text
volatile security definer set search_path = '' language plpgsql as $$
declare
  the_authority uuid := public.authority_of(engagement);
  refusal text;
  had text[];
begin
  perform pg_advisory_xact_lock(hashtextextended(the_authority::text, 24));
  refusal := public.left_without(engagement, last_day);
  if refusal is not null then return refusal; end if;
  had := array(select public.would_come_to(doer, the_authority, last_day));
  begin
    update public.engagement e set valid_to = greatest(last_day, e.valid_from - 1) where e.id = engagement;
    if exists (select from public.responsibility r
        join public.unit u on u.id = r.unit_id join public.secrecy_unit w on w.id = u.secrecy_unit_id
        cross join public.last_days(the_authority, last_day) d (last)
      where w.authority_id = the_authority and upper_inf(r.during) and r.kind = 'best_interests_lead'
        and public.stands_for(r.engagement_id, r.unit_id,
          ((d.last + 1) + time '12:00') at time zone 'Europe/Stockholm', r.child_id) is null) then
      raise exception using errcode = 'KB001';
    end if;
    -- Nobody takes over children by ending colleagues' employments alone, one after the other.
    if exists (select from public.would_come_to(doer, the_authority, last_day) c where c <> all (had)) then
      raise exception using errcode = 'KB002';
    end if;
  exception
    when sqlstate 'KB001' then return 'nobody-left';
    when sqlstate 'KB002' then return 'to-myself';
  end;
  update public.session s set ended_at = public.asked_at()
  where s.engagement_id = engagement and s.ended_at is null and last_day < public.asked_day();
  return 'ended';
end $$;

-- Whoever goes in for the BBA has the twin as they have the first, until the BBA is back.
call rewrite('add_twin(uuid, uuid, text, text, uuid[], uuid[], date)',
  'where a.child_id = twin and a.kind = ''work'' and a.engagement_id = public.my_engagement());',
  'where a.child_id = twin and a.kind = ''work'' and a.engagement_id = tenure.engagement_id);');
call rewrite('add_twin(uuid, uuid, text, text, uuid[], uuid[], date)',
  'select twin, ids[4], ''work'', public.my_engagement(),', 'select twin, ids[4], ''work'', tenure.engagement_id,');

-- Nothing that waits for an answer ends with the record, and nobody who was set aside there comes near it by the other.
call rewrite('why_not_same(uuid, uuid)', 'if exists (select from public.support s',
  'if exists (select from public.lead_request q join public.responsibility r on (r.child_id, r.id) = (q.child_id, q.tenure_id)
      where q.child_id = child and q.answered_at is null and upper_inf(r.during))
    or exists (select from public.extract_request e where e.child_id = child and e.answered_at is null)
    or exists (select from public.answer_link l join public.source_question q on (q.child_id, q.item_id) = (l.child_id, l.item_id)
      where l.child_id = child and l.ended_at is null and q.answer is null
        and (l.answered_at is not null or l.expires_at > at)) then return ''unread''; end if;
  if exists (select from public.lead_choice l where l.child_id = child and public.is_set_aside(l.set_aside, child))
    then return ''gone-far''; end if;
  if exists (select from public.support s');

call give_to_rules(array['would_come_to(uuid,uuid,date)']::regprocedure[], '');
