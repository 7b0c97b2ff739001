-- From a complaint to a measured change (CMP-13): the cause at its exact place, the 整改 with owner and day, its effect,
-- what was changed by it, review meetings, and the anonymised case library.

-- row: complaints
create table improvement (
  tenant_id int not null references tenant,
  id uuid not null,
  improvement_no text not null,
  state text not null check (state in ('proposed', 'assigned', 'done', 'measured', 'accepted', 'dropped')),
  title text not null,
  -- What is to be changed. Nothing of a person stands here.
  plan text not null,
  step text not null,
  root_cause text not null,
  -- Empty: of every product, of every office.
  programme_id uuid,
  institution_id uuid,
  window_days int not null check (window_days between 7 and 366),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  proposed_on date not null,
  owner_id uuid not null,
  due_on date not null,
  assigned_by uuid,
  assigned_at timestamptz,
  -- Done again counts on.
  round int not null default 1 check (round > 0),
  done_by uuid,
  done_on date,
  done_at timestamptz,
  done_text text not null default '',
  document_ids uuid[] not null default '{}',
  measure_on date,
  judged_by uuid,
  judged_at timestamptz,
  judgement text not null default '',
  ended_at timestamptz,
  due_at timestamptz,
  due_clock text,
  due_or_never timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored,
  primary key (tenant_id, id),
  unique (tenant_id, improvement_no),
  foreign key (tenant_id, programme_id) references programme,
  foreign key (tenant_id, institution_id) references institution,
  foreign key (tenant_id, owner_id) references staff_user,
  -- Judged by another person (CMP-13).
  check (judged_by is distinct from owner_id or judged_by is null),
  check (judged_by is distinct from done_by or judged_by is null),
  check (state not in ('done', 'measured', 'accepted') or done_on is not null and measure_on is not null)
);
create index improvement_recent on improvement (tenant_id, proposed_at desc, id desc);
create index improvement_by_state on improvement (tenant_id, state, proposed_at desc, id desc);
create index improvement_by_owner on improvement (tenant_id, owner_id, proposed_at desc, id desc);
create index improvement_to_measure on improvement (tenant_id, measure_on, id) where state = 'done';

-- One cause a complaint: the step, product and office it is laid to.
-- row: complaints
create table complaint_root_cause (
  tenant_id int not null,
  complaint_id uuid not null,
  step text not null,
  root_cause text not null,
  programme_id uuid,
  institution_id uuid,
  -- The day the complaint was received: rates are counted by it.
  received_on date not null,
  named_by uuid not null,
  named_at timestamptz not null,
  improvement_id uuid,
  -- Sealed text under the salt of the complaint: why.
  sealed bytea not null,
  primary key (tenant_id, complaint_id),
  foreign key (tenant_id, complaint_id) references complaint,
  foreign key (tenant_id, improvement_id) references improvement,
  foreign key (tenant_id, programme_id) references programme,
  foreign key (tenant_id, institution_id) references institution
);
create index complaint_root_cause_at on complaint_root_cause (tenant_id, step, root_cause, received_on);
create index complaint_root_cause_by_day on complaint_root_cause (tenant_id, received_on);
create index complaint_root_cause_by_improvement on complaint_root_cause (tenant_id, improvement_id)
  where improvement_id is not null;

-- Each measuring stays: the last of a round is the one that is judged.
-- row: complaints
create table improvement_effect (
  tenant_id int not null,
  id uuid not null,
  improvement_id uuid not null,
  round int not null,
  measured_at timestamptz not null,
  -- Empty: on its day, by itself.
  measured_by uuid,
  before_from date not null,
  before_to date not null,
  before_count int not null check (before_count >= 0),
  before_exposure int not null check (before_exposure >= 0),
  after_from date not null,
  after_to date not null,
  after_count int not null check (after_count >= 0),
  after_exposure int not null check (after_exposure >= 0),
  -- Complaints of the later window whose cause nobody had named.
  unnamed int not null check (unnamed >= 0),
  verdict text not null check (verdict in ('improved', 'worsened', 'not_shown', 'too_few', 'causes_missing')),
  primary key (tenant_id, id),
  foreign key (tenant_id, improvement_id) references improvement
);
create index improvement_effect_of on improvement_effect (tenant_id, improvement_id, measured_at desc);

-- The rule, list or template that was changed, in the version that did it.
-- row: complaints
create table improvement_change (
  tenant_id int not null,
  improvement_id uuid not null,
  kind text not null check (kind in ('promise', 'programme', 'decision_table', 'template', 'wording', 'form',
    'callback_script', 'knowledge')),
  -- As its own store knows it.
  target_id text not null,
  version int not null,
  title text not null,
  -- Where its page is.
  path text not null,
  in_force_at timestamptz not null,
  linked_by uuid not null,
  linked_at timestamptz not null,
  primary key (tenant_id, improvement_id, kind, target_id, version),
  foreign key (tenant_id, improvement_id) references improvement
);

-- Cases for training, without anybody in them.
-- row: complaints
create table library_case (
  tenant_id int not null references tenant,
  id uuid not null,
  case_no text not null,
  state text not null check (state in ('drafted', 'returned', 'published')),
  complaint_id uuid not null,
  improvement_id uuid,
  step text not null,
  root_cause text not null,
  title text not null,
  happened text not null,
  reason text not null,
  handled text not null,
  lesson text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  checked_by uuid,
  checked_at timestamptz,
  comment text not null default '',
  primary key (tenant_id, id),
  unique (tenant_id, case_no),
  unique (tenant_id, complaint_id),
  foreign key (tenant_id, complaint_id) references complaint,
  foreign key (tenant_id, improvement_id) references improvement,
  check (checked_by is distinct from written_by or checked_by is null),
  check ((state = 'published') = (checked_at is not null))
);
create index library_case_recent on library_case (tenant_id, written_at desc, id desc);

-- row: complaints
create table review_meeting (
  tenant_id int not null references tenant,
  id uuid not null,
  review_no text not null,
  state text not null check (state in ('prepared', 'held')),
  title text not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  meet_on date not null,
  place text not null default '',
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  -- How each complaint of the period stood when it was prepared: [{ id, cause, step, rootCause, office, product,
  -- outcome }].
  standings jsonb not null,
  minutes text not null default '',
  held_on date,
  held_by uuid,
  held_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, review_no),
  check ((state = 'held') = (held_at is not null))
);
create index review_meeting_recent on review_meeting (tenant_id, prepared_at desc, id desc);

-- row: complaints
create table review_participant (
  tenant_id int not null,
  review_id uuid not null,
  user_id uuid not null,
  function text not null check (function in ('claims', 'service', 'legal')),
  primary key (tenant_id, review_id, user_id),
  foreign key (tenant_id, review_id) references review_meeting,
  foreign key (tenant_id, user_id) references staff_user
);

-- row: complaints
create table review_decision (
  tenant_id int not null,
  review_id uuid not null,
  no int not null check (no > 0),
  text text not null,
  owner_id uuid not null,
  due_on date not null,
  improvement_id uuid,
  primary key (tenant_id, review_id, no),
  foreign key (tenant_id, review_id) references review_meeting,
  foreign key (tenant_id, owner_id) references staff_user,
  foreign key (tenant_id, improvement_id) references improvement
);

create sequence improvement_no increment by 100;
