-- Sharing on another ground than consent: the family is informed, not asked, which is another record than a consent; and
-- what is shared in an emergency is explained afterwards, within a day.

alter type task_kind add value 'explain_sharing';

-- Whether, how and when the family got to know of something that was shared without its yes, or why it did not.
create table family_informed (
  child_id uuid,
  grant_id uuid,
  informed boolean not null,
  body bytea not null,
  noted_by uuid not null references person,
  noted_at timestamptz not null,
  primary key (child_id, grant_id),
  foreign key (child_id, grant_id) references access_grant
);

-- The golden rule of an emergency, answered after the act.
create table sharing_reason (
  child_id uuid,
  grant_id uuid,
  body bytea not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (child_id, grant_id),
  foreign key (child_id, grant_id) references access_grant
);

alter table family_informed enable row level security, force row level security;
alter table sharing_reason enable row level security, force row level security;

-- Those who gave it read it and write it, once, in their own name. Nobody in the family reads whether others were told.
grant select, insert on family_informed, sharing_reason to kb_app;
create policy giver on family_informed for select to kb_app using (
  exists (select from access_grant g where g.child_id = family_informed.child_id and g.id = grant_id
    and g.from_secrecy_unit_id = (select my_secrecy_unit())));
create policy given on family_informed for insert to kb_app with check (
  noted_by = (select me()) and noted_at = (select asked_at())
  and exists (select from access_grant g where g.child_id = family_informed.child_id and g.id = grant_id
    and g.decided_by = (select me()) and g.decided_at = (select asked_at()) and g.legal_ground <> 'samtycke'));
create policy giver on sharing_reason for select to kb_app using (
  exists (select from access_grant g where g.child_id = sharing_reason.child_id and g.id = grant_id
    and g.from_secrecy_unit_id = (select my_secrecy_unit())));
create policy explained on sharing_reason for insert to kb_app with check (
  written_by = (select me()) and written_at = (select asked_at())
  and exists (select from access_grant g where g.child_id = sharing_reason.child_id and g.id = grant_id
    and g.decided_by = (select me()) and g.legal_ground = 'nod' and g.sharing_test is null));
