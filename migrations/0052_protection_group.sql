-- Whom a protected child's group may let know, two administrators decide, as they do with everything that widens what somebody
-- may do. They see no child by that; which child it is, the group says. docs/decisions/0019.

alter type authority_function_kind add value 'protection_group';
alter type appointment_kind add value 'protection_group';

create function may_be_told(engagement uuid) returns boolean stable security definer set search_path = '' language sql as $$
  select exists (select from public.authority_function f where f.engagement_id = engagement and f.kind::text = 'protection_group'
    and f.valid_from <= public.asked_day() and (f.valid_to is null or f.valid_to >= public.asked_day()))
$$;
alter policy grows on protection_member with check (
  added_by = (select me()) and valid_from = (select asked_at()) and valid_to is null
  and child_id in (select unnest(my_shielded_children())) and child_id in (select unnest(my_lead_children()))
  and (may_be_told(engagement_id) and engagement_id in (select e.id from engagement e join unit u on u.id = e.unit_id
      where u.secrecy_unit_id = (select my_secrecy_unit()))
    or exists (select from guardianship g where g.child_id = protection_member.child_id
      and g.person_id = protection_member.person_id)));

-- As in 0022, and whoever loses this function is told no more.
create or replace function decide_appointment(appointment uuid, yes boolean) returns text
volatile security definer set search_path = '' language plpgsql as $$
declare
  asked public.appointment;
  today date := public.asked_day();
  refusal text;
begin
  select * into asked from public.appointment a
  where a.id = appointment and a.authority_id = any (public.my_administered()) for update;
  if asked.id is null then return 'not-found'; end if;
  if asked.decided_at is not null then return 'decided-before'; end if;
  if yes and asked.proposed_by = public.me() then return 'own'; end if;
  perform pg_advisory_xact_lock(hashtextextended(asked.authority_id::text, 24));
  if yes and exists (select from unnest(array[asked.holder, asked.stand_in]) named (id)
      join public.engagement e on e.id = named.id where e.valid_to < today) and not asked.ends then
    return 'has-left';
  end if;
  refusal := public.left_without(asked.holder, today - 1);
  if yes and asked.ends
    and (asked.kind, refusal) in (('local_administrator', 'last-administrator'), ('fallback_lead', 'last-fallback')) then
    return refusal;
  end if;
  update public.appointment a set decided_by = public.me(), decided_at = public.asked_at(), approved = yes
  where a.id = asked.id;
  if not yes then return 'decided'; end if;
  if asked.unit_id is not null then
    insert into public.unit_function (unit_id, kind, holder_engagement_id, stand_in_engagement_id)
    values (asked.unit_id, asked.kind::text::public.unit_function_kind, asked.holder, asked.stand_in)
    on conflict (unit_id, kind) do update
      set holder_engagement_id = excluded.holder_engagement_id, stand_in_engagement_id = excluded.stand_in_engagement_id;
  elsif asked.ends then
    update public.authority_function f set valid_to = today - 1
    where f.authority_id = asked.authority_id and f.kind::text = asked.kind::text and f.engagement_id = asked.holder
      and (f.valid_to is null or f.valid_to >= today);
    -- Told no more, at once; but not where nobody else would be, nor the one who is BBA: there the group lets somebody in first.
    update public.protection_member m set valid_to = public.asked_at()
    where asked.kind::text = 'protection_group' and m.engagement_id = asked.holder and m.valid_to is null
      and not exists (select from public.responsibility r
        where r.child_id = m.child_id and r.engagement_id = asked.holder and upper_inf(r.during))
      and exists (select from public.protection_member o where o.child_id = m.child_id and o.valid_to is null
        and o.engagement_id <> asked.holder and public.at_work(o.engagement_id));
  else
    insert into public.authority_function (authority_id, kind, engagement_id, valid_from)
    values (asked.authority_id, asked.kind::text::public.authority_function_kind, asked.holder, today)
    on conflict (authority_id, kind, engagement_id, valid_from) do update set valid_to = null;
  end if;
  return 'decided';
end $$;

call give_to_rules('{may_be_told}'::regproc[]::regprocedure[]);
