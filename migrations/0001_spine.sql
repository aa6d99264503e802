-- The spine: who people are, who works with which child, who is responsible, what is written, what is shared,
-- what is barred, and what was done. Everything later rests on these tables and on the policies in 0003.
--
-- kb_owner owns the tables. kb_app runs the application and owns nothing. kb_rules logs in nowhere: it owns the
-- functions that say who is asking, and has policies of its own for just what they need.
--
-- Every table of child data has the child's random id first in its key: one distribution key for a nation.
-- bytea columns named *_sealed or body hold AES-256-GCM with the subject's own key (src/shared/vault.ts).
-- Nothing here reads a clock or makes an id: both come with the request.

create extension if not exists btree_gist;

create type authority_kind as enum
  ('municipal_board', 'region', 'police', 'independent_school', 'private_care', 'civil_society');
create type secrecy_kind as enum
  ('school', 'pupil_health_medical', 'preschool', 'social', 'health', 'police', 'civil',
   'independent_school', 'independent_care');
create type unit_kind as enum
  ('midwifery', 'child_health', 'preschool', 'compulsory_school', 'upper_secondary_school',
   'activity_responsibility', 'pupil_health', 'primary_care', 'child_psychiatry', 'habilitation', 'youth_clinic',
   'social_services', 'police', 'civil_society', 'reception');
create type protection as enum ('none', 'sekretessmarkering', 'skyddad_folkbokforing');
create type wheel_area as enum
  ('safety', 'health', 'development', 'learning', 'care', 'home', 'relationships');

-- Reference data: the same for everybody, small, copied everywhere.

create table municipality (code text primary key check (code ~ '^[0-9]{4}$'), name text not null);

create table authority (
  id uuid primary key,
  kind authority_kind not null,
  name text not null,
  municipality_code text references municipality
);

create table secrecy_unit (
  id uuid primary key,
  authority_id uuid not null references authority,
  kind secrecy_kind not null,
  name text not null
);

create table unit (
  id uuid primary key,
  secrecy_unit_id uuid not null references secrecy_unit,
  kind unit_kind not null,
  name text not null,
  municipality_code text references municipality,
  phone text,
  unique (id, secrecy_unit_id)
);
create index on unit (secrecy_unit_id);
create index on unit (municipality_code, kind);

-- Whose children a unit is there for; a child health centre may serve several municipalities.
create table unit_serves (
  unit_id uuid references unit,
  municipality_code text references municipality,
  primary key (municipality_code, unit_id)
);

-- A visible person has a name. A protected person's name and birth date are sealed, and there is nothing to print.
create table person (
  id uuid primary key,
  is_staff boolean not null,
  protection protection not null default 'none',
  given_name text,
  family_name text,
  identity_sealed bytea,
  check (case when protection = 'none'
    then given_name is not null and family_name is not null and identity_sealed is null
    else given_name is null and family_name is null and identity_sealed is not null end)
);

create table identity (
  issuer text,
  subject text,
  person_id uuid not null references person,
  primary key (issuer, subject)
);

create table engagement (
  id uuid primary key,
  person_id uuid not null references person,
  unit_id uuid not null references unit,
  title text not null,
  phone text,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  unique (id, person_id, unit_id)
);
create index on engagement (person_id);
create index on engagement (unit_id);

-- Responsibility is held by a function with a named person and a stand-in, so that nobody who leaves orphans a child.
create type unit_function_kind as enum ('best_interests_lead', 'reception');
create table unit_function (
  unit_id uuid references unit,
  kind unit_function_kind,
  holder_engagement_id uuid not null references engagement,
  stand_in_engagement_id uuid not null references engagement,
  primary key (unit_id, kind)
);

create type session_kind as enum ('staff', 'family');
create table session (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  id uuid not null unique,
  person_id uuid not null references person,
  kind session_kind not null,
  engagement_id uuid references engagement,
  issuer text not null,
  authenticated_at timestamptz not null,
  idle_minutes int not null check (idle_minutes > 0),
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index on session (person_id);

-- One data key for each subject (child or adult), wrapped by a key outside the database.
create table subject_key (
  subject_id uuid primary key,
  kek_version int not null,
  wrapped bytea not null,
  made_at timestamptz not null
);

create table person_contact (
  person_id uuid references person,
  id uuid,
  body bytea not null,
  version int not null default 1,
  primary key (person_id, id)
);

-- Children and those closest to them.

-- A child described in words, not yet matched, is provisional and has neither name nor birth date here.
create table child (
  id uuid primary key,
  person_id uuid unique references person,
  protection protection not null default 'none',
  given_name text,
  family_name text,
  born_on date,
  expected_on date,
  identity_sealed bytea,
  provisional boolean not null default false,
  merged_into uuid references child,
  made_by uuid references person,
  made_at timestamptz not null,
  check (case
    when provisional then given_name is null and identity_sealed is null and born_on is null
    when protection = 'none' then given_name is not null and family_name is not null and identity_sealed is null
      and (born_on is not null or expected_on is not null)
    else given_name is null and family_name is null and born_on is null and expected_on is null
      and identity_sealed is not null end),
  check (merged_into is null or provisional)
);
create index on child (merged_into) where merged_into is not null;

create table child_identifier (
  child_id uuid references child,
  id uuid,
  system text not null,
  value_sealed bytea not null,
  valid_from date not null,
  valid_to date,
  primary key (child_id, id)
);
-- Keyed hashes; the application cannot read this table, only ask the rules (never who, only "matched later").
create table identifier_hash (hash bytea primary key, child_id uuid not null references child);

create table child_placement (
  child_id uuid references child,
  id uuid,
  unit_id uuid not null references unit,
  valid_from date not null,
  valid_to date,
  primary key (child_id, id)
);
create index on child_placement (unit_id);

create type guardian_kind as enum ('guardian', 'appointed_guardian', 'good_man', 'expecting_parent');
create table guardianship (
  child_id uuid references child,
  person_id uuid references person,
  kind guardian_kind not null default 'guardian',
  called text not null check (length(called) between 1 and 40),
  source text not null,
  checked_at timestamptz not null,
  valid_from date not null,
  valid_to date,
  primary key (child_id, person_id, valid_from)
);
create index on guardianship (person_id);
comment on column guardianship.called is 'What the child calls this guardian: mamma, pappa, farmor.';

create table important_adult (
  child_id uuid references child,
  id uuid,
  body bytea not null,
  version int not null default 1,
  added_by uuid not null references person,
  added_at timestamptz not null,
  primary key (child_id, id)
);

-- Who works with whom. A role alone opens nothing.
-- ordinary: knows the child in daily work. work: works with what was noticed, inside the unit's wall.
-- party: takes part in plan and meetings, as far as a grant reaches.
create type assignment_kind as enum ('ordinary', 'work', 'party');
create table assignment (
  child_id uuid references child,
  id uuid,
  kind assignment_kind not null,
  engagement_id uuid not null references engagement,
  secrecy_unit_id uuid not null references secrecy_unit,
  given_by uuid not null references person,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to >= valid_from),
  primary key (child_id, id)
);
create index on assignment (engagement_id, child_id, kind);

-- From a noticing to an end. One open at a time for each child.
create type matter_outcome as enum
  ('thanked', 'ordinary_help', 'own_support', 'handed_over', 'plan_ended', 'no_collaboration', 'family_ended',
   'wrong_child', 'merged', 'other');
create table matter (
  child_id uuid references child,
  id uuid,
  secrecy_unit_id uuid not null references secrecy_unit,
  opened_at timestamptz not null,
  closed_at timestamptz check (closed_at > opened_at),
  outcome matter_outcome,
  primary key (child_id, id),
  check ((closed_at is null) = (outcome is null))
);
create unique index one_open_matter on matter (child_id) where closed_at is null;

create type responsibility_kind as enum ('best_interests_lead', 'collaboration_lead');
create table responsibility (
  child_id uuid,
  id uuid,
  matter_id uuid not null,
  kind responsibility_kind not null,
  unit_id uuid not null references unit,
  engagement_id uuid not null references engagement,
  during tstzrange not null check (not isempty(during) and lower_inc(during) and not lower_inf(during)),
  given_by uuid references person,
  primary key (child_id, id),
  foreign key (child_id, matter_id) references matter,
  constraint one_responsible_at_a_time
    exclude using gist (child_id with =, matter_id with =, kind with =, during with &&)
);
create index on responsibility (child_id, matter_id);
create index on responsibility (engagement_id);

-- What is written. Each item belongs to one secrecy unit and is never overwritten.
create type item_kind as enum
  ('noticing', 'statement', 'work_note', 'analysis', 'support', 'source_question', 'source_answer', 'message');
-- unit: those who work with the child inside the wall. told: only the child and the one it told.
-- meeting: also those in the meeting. everyone: all who take part.
create type item_readers as enum ('unit', 'told', 'meeting', 'everyone');
create table item (
  child_id uuid references child,
  id uuid,
  matter_id uuid,
  kind item_kind not null,
  secrecy_unit_id uuid not null references secrecy_unit,
  readers item_readers not null default 'unit',
  author_id uuid not null references person,
  author_engagement_id uuid references engagement,
  version int not null default 1,
  made_at timestamptz not null,
  primary key (child_id, id),
  foreign key (child_id, matter_id) references matter
);
create table item_version (
  child_id uuid,
  item_id uuid,
  version int check (version > 0),
  body bytea not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (child_id, item_id, version),
  foreign key (child_id, item_id) references item
);

-- Consent as the family gives it: one sheet, an answer from each signer for each unit. It is the frame for grants.
create type consent_way as enum ('in_app', 'paper', 'oral', 'telephone');
create type child_part as enum ('none', 'heard', 'together', 'alone');
create table consent (
  child_id uuid references child,
  id uuid,
  matter_id uuid not null,
  secrecy_unit_id uuid not null references secrecy_unit,
  body bytea not null,
  version int not null default 1,
  text_version text not null,
  language text not null,
  interpreter boolean not null,
  child_part child_part not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to > valid_from),
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  primary key (child_id, id),
  foreign key (child_id, matter_id) references matter
);
create table consent_unit (
  child_id uuid,
  consent_id uuid,
  unit_id uuid references unit,
  areas wheel_area[] not null check (cardinality(areas) > 0),
  complete_since timestamptz,
  primary key (child_id, consent_id, unit_id),
  foreign key (child_id, consent_id) references consent
);
comment on column consent_unit.complete_since is 'Kept by a trigger: every signer says yes since then; null otherwise.';
-- Exactly one of guardian and the child itself (is_child).
create table consent_signer (
  child_id uuid,
  consent_id uuid,
  id uuid,
  person_id uuid references person,
  is_child boolean not null,
  primary key (child_id, consent_id, id),
  foreign key (child_id, consent_id) references consent,
  check (is_child or person_id is not null),
  unique nulls not distinct (child_id, consent_id, is_child, person_id)
);
create type consent_answer_kind as enum ('yes', 'no', 'withdrawn');
create table consent_answer (
  child_id uuid,
  consent_id uuid,
  id uuid,
  signer_id uuid not null,
  unit_id uuid not null,
  seq int not null,
  answer consent_answer_kind not null,
  struck_areas wheel_area[] not null default '{}',
  way consent_way not null,
  body bytea,
  answered_at timestamptz not null,
  noted_by uuid not null references person,
  noted_at timestamptz not null,
  primary key (child_id, consent_id, id),
  foreign key (child_id, consent_id, signer_id) references consent_signer,
  foreign key (child_id, consent_id, unit_id) references consent_unit,
  unique (child_id, consent_id, signer_id, unit_id, seq)
);
-- Why just these sign: the child's maturity, and what excepts a guardian. For the carrying unit only.
create table consent_basis (
  child_id uuid,
  consent_id uuid,
  body bytea not null,
  primary key (child_id, consent_id),
  foreign key (child_id, consent_id) references consent
);

-- The only way past a unit's wall: an item version, or a part in this child's plan and meetings.
create type grant_kind as enum ('item_version', 'party');
create type party_part as enum ('whole', 'own');
create table access_grant (
  child_id uuid references child,
  id uuid,
  kind grant_kind not null,
  item_id uuid,
  item_version int,
  part party_part,
  from_plan_version int,
  from_secrecy_unit_id uuid not null references secrecy_unit,
  to_unit_id uuid references unit,
  to_person_id uuid references person,
  contact_engagement_id uuid references engagement,
  legal_ground text not null,
  consent_id uuid,
  sharing_test bytea,
  decided_by uuid not null references person,
  decided_at timestamptz not null,
  valid_to timestamptz not null check (valid_to > decided_at),
  ended_at timestamptz,
  ended_by uuid references person,
  primary key (child_id, id),
  foreign key (child_id, item_id, item_version) references item_version,
  foreign key (child_id, consent_id, to_unit_id) references consent_unit,
  check ((to_unit_id is null) <> (to_person_id is null)),
  check (consent_id is null or legal_ground = 'samtycke'),
  check (case kind
    when 'item_version' then item_id is not null and item_version is not null and part is null
    else item_id is null and item_version is null and part is not null and from_plan_version is not null end)
);
comment on column access_grant.contact_engagement_id is 'The one in the unit whom the family meets.';
create index on access_grant (child_id, item_id);
create index on access_grant (to_unit_id, child_id);
create index on access_grant (to_person_id, child_id);

-- A bar takes away: everything about the child, or one thing, from one guardian.
create table bar (
  child_id uuid references child,
  id uuid,
  person_id uuid not null references person,
  thing_id uuid,
  body bytea not null,
  version int not null default 1,
  decided_by uuid not null references person,
  decided_at timestamptz not null,
  ended_at timestamptz,
  primary key (child_id, id)
);
create index on bar (child_id, person_id);
create index on bar (person_id);
comment on column bar.thing_id is 'An item or a part of the plan; null: everything about the child.';

-- Nothing shows on a family page before it is noted who was told, when and how.
create type told_way as enum ('meeting', 'telephone', 'video', 'home_visit', 'letter');
create table family_talk (
  child_id uuid,
  id uuid,
  matter_id uuid not null,
  person_id uuid references person,
  is_child boolean not null,
  told_on date not null,
  way told_way not null,
  body bytea,
  noted_by uuid not null references person,
  noted_at timestamptz not null,
  primary key (child_id, id),
  foreign key (child_id, matter_id) references matter,
  check (is_child or person_id is not null)
);
create index on family_talk (person_id);

-- One row a request. Case content never; random ids only.
create table audit_event (
  child_id uuid,
  id uuid,
  at timestamptz not null,
  actor_id uuid,
  engagement_id uuid,
  act text not null,
  outcome text not null,
  object_id uuid,
  request_id uuid not null,
  digest bytea not null,
  primary key (child_id, id)
);
create index on audit_event (child_id, actor_id, act, at);
comment on column audit_event.child_id is 'The nil UUID where a request is about no child, or about many (see audit_subject).';
create table audit_subject (
  child_id uuid,
  event_id uuid,
  primary key (child_id, event_id)
);

-- What waits for whom. Name, step and date; never a reason.
create type task_kind as enum
  ('receive_noticing', 'match_child', 'talk_with_family', 'gather', 'answer_question', 'question_answered', 'analyse',
   'review_support', 'receive_handover', 'handover_returned', 'ask_consent', 'consent_answered', 'consent_withdrawn',
   'call_meeting', 'answer_invitation', 'write_plan', 'agree_to_plan', 'accept_collaboration', 'follow_up',
   'read_message', 'tell_child', 'collaboration_declined', 'family_ended', 'read_statement');
create table task (
  child_id uuid references child,
  id uuid,
  kind task_kind not null,
  engagement_id uuid not null references engagement,
  stand_in_engagement_id uuid references engagement,
  escalates_at timestamptz,
  about_id uuid,
  due_on date not null,
  made_at timestamptz not null,
  done_at timestamptz,
  done_by uuid references person,
  primary key (child_id, id)
);
create index on task (engagement_id, due_on, id) where done_at is null;
create index on task (stand_in_engagement_id, escalates_at) where done_at is null;
create index on task (child_id, about_id) where done_at is null;
create index on task (done_by, done_at) where done_at is not null;

-- Drafts live sealed with the writer's own key, on the server, and on no device: one for each form and acting unit.
create table draft (
  person_id uuid not null references person,
  form text not null check (length(form) <= 200),
  engagement_id uuid references engagement,
  body bytea not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  unique nulls not distinct (person_id, form, engagement_id)
);
