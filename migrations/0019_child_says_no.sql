-- A child that does not sign says no to somebody who works with the matter. The guardians' consent stands: it is theirs, with
-- regard to what the child wants the more the older it is (FB 6:11, OSL 12:3). But a consent only allows, it obliges nobody:
-- the unit that shares weighs what the child says (skollagen 1:10, FB 6:2 b, the Convention articles 3 and 12), so it stops at
-- once, and lets the other unit in again only by a new act of its own. No guardian sees who said no.
create table consent_child_no (
  child_id uuid,
  consent_id uuid,
  id uuid,
  unit_id uuid not null,
  way consent_way not null check (way <> 'in_app'),
  body bytea,
  said_at timestamptz not null,
  noted_by uuid not null references person,
  noted_at timestamptz not null,
  primary key (child_id, consent_id, id),
  foreign key (child_id, consent_id, unit_id) references consent_unit
);
comment on table consent_child_no is 'A no from a child that does not sign: what the unit has on this consent ends.';

create function stop_for_child() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update public.access_grant g set ended_at = new.noted_at
  where (g.child_id, g.consent_id, g.to_unit_id) = (new.child_id, new.consent_id, new.unit_id) and g.ended_at is null;
  update public.access_grant g set ended_at = new.noted_at
  from public.source_question q
  where (q.child_id, q.consent_id, q.to_unit_id) = (new.child_id, new.consent_id, new.unit_id)
    and (g.child_id, g.item_id) = (q.child_id, q.answer_item_id) and g.ended_at is null;
  update public.assignment a set valid_to = new.noted_at
  where a.child_id = new.child_id and a.kind = 'party' and (a.valid_to is null or a.valid_to > new.noted_at)
    and a.engagement_id in (select e.id from public.engagement e where e.unit_id = new.unit_id)
    and not exists (select from public.access_grant g
      where g.child_id = new.child_id and g.to_unit_id = new.unit_id and public.grant_lives(g))
    and not exists (select from public.handover h where h.child_id = new.child_id and h.to_unit_id = new.unit_id
      and h.state = 'offered' and h.consent_id is distinct from new.consent_id);
  return null;
end $$;
create trigger stops after insert on consent_child_no for each row execute function stop_for_child();

-- The task comes from the child's no too.
create or replace function tell_lead_of_answer(child uuid, consent uuid, step task_kind, task_id uuid, due date)
returns void volatile security definer set search_path = '' language plpgsql as $$
declare
  at timestamptz := public.asked_at();
begin
  if step not in ('consent_answered', 'consent_withdrawn') or child <> all (public.my_children()) then return; end if;
  if not exists (select from public.consent_answer a
    where a.child_id = child and a.consent_id = consent and a.noted_by = public.me() and a.noted_at = at
      and (step = 'consent_answered' or a.answer <> 'yes' or a.struck_areas <> '{}'))
    and not exists (select from public.consent_child_no n where n.child_id = child and n.consent_id = consent
      and n.noted_by = public.me() and n.noted_at = at and step = 'consent_withdrawn') then return; end if;
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

alter table consent_child_no enable row level security, force row level security;
grant select, insert on consent_child_no to kb_app;
grant select on consent_child_no to kb_rules;
create policy rules_read on consent_child_no for select to kb_rules using (true);
create policy led on consent_child_no for insert to kb_app with check (
  child_id in (select unnest(my_lead_children())) and consent_id in (select unnest(my_kept_consents()))
  and noted_by = (select me()) and noted_at = asked_at());
create policy kept on consent_child_no for select to kb_app using (
  child_id in (select unnest(assigned_children('{work}'))) and consent_id in (select unnest(my_kept_consents())));
call cover_for_retention('consent_child_no');
call give_to_rules('{stop_for_child}'::regproc[]::regprocedure[], '');
