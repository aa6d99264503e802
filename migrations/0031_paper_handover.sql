-- To somebody outside the county or the system it is handed over on paper, and is over when it is noted who has it.
create table paper_handover (
  child_id uuid references child,
  id uuid,
  secrecy_unit_id uuid not null references secrecy_unit,
  legal_ground text not null,
  body bytea not null,
  made_by uuid not null references person,
  made_at timestamptz not null,
  received_on date,
  received_body bytea,
  primary key (child_id, id),
  check ((received_on is null) = (received_body is null))
);
comment on table paper_handover is 'For the unit that gave it: a copy of the paper, and who received it.';

alter type register_kind add value 'paper';
create function register_paper() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  perform public.add_to_register(new.id, 'paper', new.made_at, new.secrecy_unit_id, null, new.legal_ground, new.made_by);
  return null;
end $$;
create trigger registered after insert on paper_handover for each row execute function register_paper();
comment on column register_entry.to_unit_id is 'Null: to somebody in the family, or on paper to somebody outside.';

alter table paper_handover enable row level security, force row level security;
grant select, insert, update (received_on, received_body) on paper_handover to kb_app;
create policy kept on paper_handover to kb_app using (
  secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(assigned_children('{work}'))))
  with check (secrecy_unit_id = (select my_secrecy_unit()) and child_id in (select unnest(my_lead_children())));
create policy in_my_own_name on paper_handover as restrictive for insert to kb_app with check (
  made_by = (select me()) and made_at = asked_at() and received_on is null);
create policy noted_once on paper_handover as restrictive for update to kb_app
  using (received_on is null) with check (true);
call cover_for_retention('paper_handover');

grant select on paper_handover to kb_rules;
create policy rules_read on paper_handover for select to kb_rules using (true);

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
    ('handover.open-paper', 'handover', 'child'),
    ('handover.show-paper', 'handover', 'child'),
    ('handover.print-paper', 'handover', 'child'),
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
