-- A hand-over carries one page, chosen line by line; or the name alone, when the family has said no to more. Then there is
-- nothing written in it that could be read. docs/decisions/0022.
alter table handover
  alter column body drop not null,
  add column only_name boolean not null default false,
  add column offer_body bytea,
  add constraint only_the_name check (only_name = (body is null)
    and (not only_name or (consent_id is null and offer_body is null)));
comment on column handover.offer_body is 'What goes along, as it was chosen when it was offered: never changed after.';
grant update (offer_body) on handover to kb_app;

-- Why it was offered on a rule: the golden rule, for the unit that gives and never for the one that receives.
create table handover_reason (
  child_id uuid,
  handover_id uuid,
  secrecy_unit_id uuid not null references secrecy_unit,
  body bytea not null,
  primary key (child_id, handover_id),
  foreign key (child_id, handover_id) references handover
);
alter table handover_reason enable row level security, force row level security;
grant select, insert on handover_reason to kb_app;
create policy kept on handover_reason to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}'))))
  with check (secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(my_lead_children())));
call cover_for_retention('handover_reason');

-- As before; and what a unit had of its own, since it takes part in the plan, is not closed with the offer.
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
