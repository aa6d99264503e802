-- The practice model on the spine: noticing, wheel, decision, meeting, plan and follow-up.

-- What the sender tells. The sender's own receipt; what becomes of it stands in noticing_handling.
create type urgency as enum ('can_wait', 'this_week', 'today');
create type family_knows as enum ('yes', 'not_yet', 'unknown');
create table noticing (
  child_id uuid,
  item_id uuid,
  to_unit_id uuid not null references unit,
  sender_id uuid not null references person,
  sender_engagement_id uuid references engagement,
  on_behalf boolean not null,
  urgency urgency,
  family_knows family_knows,
  areas wheel_area[] not null default '{}',
  good_news boolean not null default false,
  sent_at timestamptz not null,
  primary key (child_id, item_id),
  foreign key (child_id, item_id) references item
);
create type noticing_decision as enum
  ('thanked', 'ordinary_help', 'own_support', 'joined', 'gathering', 'sent_back', 'matched');
create table noticing_handling (
  child_id uuid,
  item_id uuid,
  matter_id uuid,
  unit_id uuid not null references unit,
  opened_at timestamptz,
  decision noticing_decision,
  decided_at timestamptz,
  decided_by uuid references person,
  body bytea,
  primary key (child_id, item_id),
  foreign key (child_id, item_id) references noticing,
  foreign key (child_id, matter_id) references matter,
  check ((decision is null) = (decided_at is null))
);
create index on noticing_handling (child_id, matter_id);

-- The wheel: only the areas that matter, and in each area every voice for itself.
create table gathering (
  child_id uuid,
  id uuid,
  matter_id uuid not null,
  secrecy_unit_id uuid not null references secrecy_unit,
  areas wheel_area[] not null check (cardinality(areas) > 0),
  version int not null default 1,
  started_at timestamptz not null,
  started_by uuid not null references person,
  ended_at timestamptz,
  primary key (child_id, id),
  foreign key (child_id, matter_id) references matter,
  unique (child_id, matter_id, secrecy_unit_id)
);
create type voice as enum ('child', 'guardian', 'important_adult', 'professional');
create type obtained as enum ('talk', 'observation', 'picture', 'written', 'telephone', 'with_interpreter');
create table statement (
  child_id uuid,
  item_id uuid,
  matter_id uuid not null,
  area wheel_area not null,
  voice voice not null,
  voice_person_id uuid references person,
  voice_adult_id uuid,
  voice_unit_id uuid references unit,
  has_working boolean not null,
  has_challenging boolean not null,
  obtained obtained,
  wording text not null,
  said_on date not null,
  primary key (child_id, item_id),
  foreign key (child_id, item_id) references item,
  foreign key (child_id, matter_id) references matter,
  foreign key (child_id, voice_adult_id) references important_adult
);
create index on statement (child_id, matter_id);
comment on column statement.wording is 'The version of the question that was asked, so that the answer keeps it.';

-- A question to a source in another unit: one question, a day, a ground. The answer may come by telephone. When it rests
-- on a consent, so does the answer.
create type source_answer_kind as enum ('answered', 'cannot_answer');
create table source_question (
  child_id uuid,
  item_id uuid,
  matter_id uuid not null,
  from_unit_id uuid not null references unit,
  to_unit_id uuid not null references unit,
  area wheel_area not null,
  consent_id uuid,
  due_on date not null,
  answer source_answer_kind,
  answer_item_id uuid,
  answered_at timestamptz,
  by_telephone boolean,
  primary key (child_id, item_id),
  foreign key (child_id, item_id) references item,
  foreign key (child_id, answer_item_id) references item,
  foreign key (child_id, consent_id, to_unit_id) references consent_unit,
  foreign key (child_id, matter_id) references matter,
  check (case answer when 'answered' then answer_item_id is not null else answer_item_id is null end)
);
create index on source_question (child_id, matter_id);

create type decision_outcome as enum ('own_support', 'handover', 'collaboration', 'close');
create table decision (
  child_id uuid,
  id uuid,
  matter_id uuid not null,
  analysis_item_id uuid not null,
  outcome decision_outcome not null,
  decided_at timestamptz not null,
  decided_by uuid not null references person,
  primary key (child_id, id),
  foreign key (child_id, matter_id) references matter,
  foreign key (child_id, analysis_item_id) references item
);
create index on decision (child_id, matter_id);

create type support_end as enum ('need_met', 'other_way', 'moved', 'other');
create table support (
  child_id uuid,
  item_id uuid,
  matter_id uuid not null,
  engagement_id uuid not null references engagement,
  review_on date not null,
  ended_at timestamptz,
  ended_because support_end,
  primary key (child_id, item_id),
  foreign key (child_id, item_id) references item,
  foreign key (child_id, matter_id) references matter,
  check ((ended_at is null) = (ended_because is null))
);

-- The giver stays responsible until the receiver has accepted.
create type handover_state as enum ('prepared', 'offered', 'accepted', 'returned', 'withdrawn');
create table handover (
  child_id uuid,
  id uuid,
  matter_id uuid not null,
  from_unit_id uuid not null references unit,
  to_unit_id uuid not null references unit,
  state handover_state not null,
  legal_ground text,
  consent_id uuid,
  body bytea not null,
  answer_body bytea,
  version int not null default 1,
  made_by uuid not null references person,
  made_at timestamptz not null,
  offered_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references person,
  primary key (child_id, id),
  foreign key (child_id, matter_id) references matter,
  check (from_unit_id <> to_unit_id),
  check ((state = 'prepared') = (offered_at is null and legal_ground is null) or state = 'withdrawn')
);
create unique index one_open_handover on handover (child_id) where state in ('prepared', 'offered');

-- The meeting belongs to the child. What it says stands in meeting_text, apart for those whom it concerns.
create type meeting_state as enum ('planned', 'called', 'held', 'cancelled');
create table meeting (
  child_id uuid,
  id uuid,
  matter_id uuid not null,
  group_id uuid,
  state meeting_state not null,
  starts_at timestamptz not null,
  minutes int not null check (minutes between 10 and 480),
  version int not null default 1,
  made_by uuid not null references person,
  made_at timestamptz not null,
  primary key (child_id, id),
  foreign key (child_id, matter_id) references matter
);
create index on meeting (child_id, matter_id);
create index on meeting (group_id) where group_id is not null;
comment on column meeting.group_id is 'Siblings with the same guardians may share one meeting; notes and plan stay with each child.';
-- place: those who come, but nobody outside the carrying unit while the child is protected.
-- purpose: those who take part wholly. wishes: whom the child wants there, for the carrying unit.
create type meeting_text_kind as enum ('place', 'purpose', 'wishes');
create table meeting_text (
  child_id uuid,
  meeting_id uuid,
  kind meeting_text_kind,
  body bytea not null,
  version int not null default 1,
  primary key (child_id, meeting_id, kind),
  foreign key (child_id, meeting_id) references meeting
);

create type invitation_answer as enum ('coming', 'not_coming', 'sends_words');
create table meeting_party (
  child_id uuid,
  meeting_id uuid,
  id uuid,
  unit_id uuid references unit,
  engagement_id uuid references engagement,
  person_id uuid references person,
  is_child boolean not null,
  invited_at timestamptz,
  answer invitation_answer,
  answered_at timestamptz,
  attended boolean,
  body bytea,
  version int not null default 1,
  primary key (child_id, meeting_id, id),
  foreign key (child_id, meeting_id) references meeting,
  check (num_nonnulls(unit_id, person_id) = 1 or is_child),
  unique nulls not distinct (child_id, meeting_id, unit_id, engagement_id, person_id, is_child)
);
comment on column meeting_party.body is 'What the invitation says to this one: how the child calls them, what to prepare.';
-- What somebody wants to say before the meeting: for the carrying unit, and for the whole meeting when it is open.
create table meeting_words (
  child_id uuid,
  meeting_id uuid,
  id uuid,
  party_id uuid not null,
  body bytea not null,
  is_open boolean not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  replaced_at timestamptz,
  primary key (child_id, meeting_id, id),
  foreign key (child_id, meeting_id, party_id) references meeting_party
);
create table meeting_note (
  child_id uuid,
  meeting_id uuid,
  version int check (version > 0),
  body bytea not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (child_id, meeting_id, version),
  foreign key (child_id, meeting_id) references meeting
);
-- A time held without a child's name while consent is awaited.
create table time_hold (
  id uuid primary key,
  from_unit_id uuid not null references unit,
  to_engagement_id uuid not null references engagement,
  starts_at timestamptz not null,
  minutes int not null,
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  answer boolean,
  answered_at timestamptz,
  released_at timestamptz
);
create index on time_hold (to_engagement_id, starts_at);
create index on time_hold (from_unit_id, starts_at);
-- Which meeting a time is held for: known to the carrying unit only.
create table meeting_hold (
  child_id uuid,
  meeting_id uuid,
  hold_id uuid,
  unit_id uuid not null references unit,
  primary key (child_id, meeting_id, hold_id),
  foreign key (child_id, meeting_id) references meeting
);

-- Barnets plan.
create type plan_end as enum ('goals_met', 'family_ended', 'not_needed', 'moved', 'other');
create table plan (
  child_id uuid,
  id uuid,
  matter_id uuid not null,
  made_at timestamptz not null,
  follow_up_at timestamptz,
  ended_at timestamptz,
  ended_because plan_end,
  primary key (child_id, id),
  foreign key (child_id, matter_id) references matter,
  check ((ended_at is null) = (ended_because is null))
);
create unique index one_plan_at_a_time on plan (child_id) where ended_at is null;
-- Only those who write the plan see the head: a barred part must give nobody a higher version.
create table plan_head (
  child_id uuid,
  plan_id uuid,
  version int not null check (version > 0),
  primary key (child_id, plan_id),
  foreign key (child_id, plan_id) references plan
);
create type plan_part_kind as enum ('goal', 'action', 'contact', 'reference', 'if_worse');
create type plan_part_state as enum ('later', 'ongoing', 'done', 'not_done', 'no_longer_needed');
create table plan_part (
  child_id uuid,
  plan_id uuid,
  part_id uuid,
  from_version int check (from_version > 0),
  to_version int check (to_version > from_version),
  made_at timestamptz not null,
  to_at timestamptz,
  kind plan_part_kind not null,
  goal_id uuid,
  areas wheel_area[] not null default '{}',
  unit_id uuid references unit,
  engagement_id uuid references engagement,
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  state plan_part_state,
  body bytea not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (child_id, plan_id, part_id, from_version),
  foreign key (child_id, plan_id) references plan,
  check ((kind = 'action') = (state is not null)),
  check ((to_version is null) = (to_at is null))
);
comment on column plan_part.made_at is 'When the part first came into the plan; the same in all its versions.';
create unique index one_current_part on plan_part (child_id, plan_id, part_id) where to_version is null;

create type agreement_answer as enum ('agrees', 'disagrees', 'could_not_answer');
create table agreement (
  child_id uuid,
  plan_id uuid,
  id uuid,
  plan_version int not null,
  unit_id uuid references unit,
  person_id uuid references person,
  is_child boolean not null,
  answer agreement_answer not null,
  answered_at timestamptz not null,
  noted_by uuid not null references person,
  primary key (child_id, plan_id, id),
  foreign key (child_id, plan_id) references plan,
  check (num_nonnulls(unit_id, person_id) = 1 or is_child)
);
-- Why is read by the carrying unit only, unless its author opens it.
create table agreement_reason (
  child_id uuid,
  plan_id uuid,
  agreement_id uuid,
  body bytea not null,
  is_open boolean not null default false,
  written_by uuid not null references person,
  primary key (child_id, plan_id, agreement_id),
  foreign key (child_id, plan_id, agreement_id) references agreement
);

-- An occasion to ask whether it helped: planned as soon as its day is, so that child and guardians can answer before.
create table follow_up (
  child_id uuid,
  plan_id uuid,
  id uuid,
  held_on date,
  body bytea,
  held_by uuid references person,
  noted_at timestamptz,
  primary key (child_id, plan_id, id),
  foreign key (child_id, plan_id) references plan,
  check (num_nulls(held_on, body, held_by, noted_at) in (0, 4))
);
create unique index one_planned_follow_up on follow_up (child_id, plan_id) where held_on is null;
create type helped as enum ('yes', 'a_little', 'no', 'dont_know');
create table follow_up_part (
  child_id uuid,
  plan_id uuid,
  follow_up_id uuid,
  id uuid,
  part_id uuid not null,
  voice voice not null,
  person_id uuid references person,
  helped helped,
  body bytea,
  noted_by uuid not null references person,
  noted_at timestamptz not null,
  primary key (child_id, plan_id, follow_up_id, id),
  foreign key (child_id, plan_id, follow_up_id) references follow_up
);
comment on column follow_up_part.noted_by is 'The same as person_id when somebody in the family answered for themselves.';

-- How it ended: for those who write the plan.
create table plan_ending (
  child_id uuid,
  plan_id uuid,
  body bytea not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (child_id, plan_id),
  foreign key (child_id, plan_id) references plan
);

-- The plan's own events, for the timeline; no chronology of a life.
create type plan_event_kind as enum
  ('noticed', 'family_told', 'gathering_started', 'meeting_called', 'meeting_held', 'plan_started', 'plan_changed',
   'lead_changed', 'followed_up', 'plan_ended');
create table plan_event (
  child_id uuid,
  id uuid,
  matter_id uuid not null,
  kind plan_event_kind not null,
  about_id uuid,
  at timestamptz not null,
  primary key (child_id, id),
  foreign key (child_id, matter_id) references matter
);
create index on plan_event (child_id, matter_id, at);
