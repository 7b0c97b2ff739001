-- Reports, claims, lines, assessments, proposals (CLM).

-- row: claims
create table report (
  tenant_id int not null,
  id uuid not null,
  report_no text not null,
  state text not null check (state in ('draft', 'verified', 'registered', 'not_opened', 'cancelled')),
  person_id uuid,
  village_code text,
  channel text not null,
  reporter_relation text not null,
  accident_on date,
  -- The day on which those entitled knew of the accident: the limitation runs from it (L05).
  known_on date,
  -- Whose it is from the moment it was received: warnings of its clocks find somebody (CLK-04, ORG-07).
  institution_id uuid not null,
  owner_id uuid,
  -- The earliest running clock; lists sort by it.
  due_at timestamptz,
  due_or_never timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored,
  due_clock text,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  duplicate_of uuid,
  closing_reason text,
  salt bytea not null,
  -- Sealed JSON: who reports and how to reach them, what happened, where, and what was typed before a person was
  -- matched.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, report_no),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, institution_id) references institution,
  foreign key (tenant_id, owner_id) references staff_user
);
create index report_open_by_due on report (tenant_id, due_or_never, id)
  where state in ('draft', 'verified');
create index report_open_by_owner on report (tenant_id, owner_id) where state in ('draft', 'verified');
create index report_open on report (tenant_id, received_at, id) where state in ('draft', 'verified');
create index report_by_person on report (tenant_id, person_id, accident_on) where person_id is not null;
create index report_recent on report (tenant_id, received_at desc, id desc);

-- row: claims
create table claim (
  tenant_id int not null,
  id uuid not null,
  claim_no text not null,
  report_id uuid not null,
  programme_id uuid not null,
  programme_version_id uuid not null,
  person_id uuid not null,
  village_code text,
  town_code text generated always as (left(village_code, 9)) stored,
  institution_id uuid not null,
  state text not null check (state in ('collecting', 'reviewing', 'assessing', 'approving', 'settling', 'closed',
    'withdrawn')),
  class text not null check (class in ('simple', 'standard', 'complex', 'special', 'mass')),
  owner_id uuid,
  accident_on date not null,
  vehicle text not null,
  -- Claim kinds asked for: death, disability, hospital, medical.
  kinds text[] not null,
  received_at timestamptz not null,
  requested_at timestamptz,
  papers_completed_at timestamptz,
  decided_at timestamptz,
  closed_at timestamptz,
  closing_reason text,
  -- The earliest running clock of the case.
  due_at timestamptz,
  -- Lists sort by it. A column, since behind the tenant wall an expression is no condition of an index.
  due_or_never timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored,
  due_clock text,
  anxious boolean not null default false,
  reopened_count int not null default 0,
  touch_count int not null default 0,
  touched_at timestamptz not null,
  payable_fen bigint not null default 0,
  paid_fen bigint not null default 0,
  reserve_fen bigint not null default 0,
  revision int not null default 0,
  salt bytea not null,
  -- Sealed JSON: how it happened, where, cause, injury code, narrative.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, claim_no),
  foreign key (tenant_id, report_id) references report,
  foreign key (tenant_id, programme_id) references programme,
  foreign key (tenant_id, programme_version_id) references programme_version,
  foreign key (tenant_id, person_id) references person
);
-- With what the boards filter by: they count and cut without looking at the cases.
create index claim_open_by_due on claim (tenant_id, due_or_never, id)
  include (owner_id, institution_id, village_code, due_clock) where state not in ('closed', 'withdrawn');
-- An outlet with thirty open cases finds them among hundreds of thousands.
create index claim_open_by_house on claim (tenant_id, institution_id, due_or_never, id)
  include (owner_id, village_code, due_clock) where state not in ('closed', 'withdrawn');
create index claim_open_by_owner on claim (tenant_id, owner_id, due_or_never, id)
  include (institution_id, village_code, due_clock) where state not in ('closed', 'withdrawn');
create index claim_open_recent on claim (tenant_id, received_at desc, id desc) where state not in ('closed',
  'withdrawn');
-- Every order of the list has an index that carries the filter before it: ended cases have no due date and would else
-- be
-- sorted by the million.
create index claim_by_due on claim (tenant_id, due_or_never, id);
create index claim_by_state_due on claim (tenant_id, state, due_or_never, id);
create index claim_by_owner_due on claim (tenant_id, owner_id, due_or_never, id);
create index claim_by_owner on claim (tenant_id, owner_id, received_at desc, id desc);
create index claim_by_person on claim (tenant_id, person_id, accident_on);
create index claim_recent on claim (tenant_id, received_at desc, id desc);
create index claim_by_state on claim (tenant_id, state, received_at desc, id desc);
create index claim_by_accident on claim (tenant_id, accident_on, id);
create index claim_by_town on claim (tenant_id, town_code, received_at desc, id desc);
create index claim_closed_by_time on claim (tenant_id, closed_at) where closed_at is not null;
create index claim_by_report on claim (tenant_id, report_id);
create index claim_by_village on claim (tenant_id, village_code, received_at desc, id desc);

-- Each benefit is a line with its own liability, amount, decision and payment (CLM-08).
-- row: claims
create table claim_line (
  tenant_id int not null,
  id uuid not null,
  claim_id uuid not null,
  benefit text not null,
  state text not null check (state in ('open', 'proposed', 'approved', 'paid', 'denied', 'not_applicable',
    'withdrawn')),
  payable_fen bigint not null default 0 check (payable_fen >= 0),
  paid_fen bigint not null default 0 check (paid_fen >= 0),
  reserve_fen bigint not null default 0 check (reserve_fen >= 0),
  denial_codes text[] not null default '{}',
  decided_at timestamptz,
  decided_revision int,
  -- Agreed to before the decision (CLM-13); the decision deducts what has been given of it.
  advanced_fen bigint not null default 0 check (advanced_fen >= 0),
  primary key (tenant_id, id),
  unique (tenant_id, claim_id, benefit),
  foreign key (tenant_id, claim_id) references claim
);

-- Each assessment is kept whole: inputs, versions, result with its working (CLM-09: recomputable years later).
-- row: claims
create table assessment (
  tenant_id int not null,
  id uuid not null,
  claim_id uuid not null,
  revision int not null,
  programme_version_id uuid not null,
  -- Sealed JSON of the inputs (stays, disability items, tests with evidence) and of the working.
  salt bytea not null,
  sealed bytea not null,
  outcome text not null check (outcome in ('pay', 'refuse', 'manual')),
  payable_fen bigint not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, claim_id, revision),
  foreign key (tenant_id, claim_id) references claim
);

-- What was put forward for approval, and by whom; approvals in order (CLM-10).
-- row: claims
create table proposal (
  tenant_id int not null,
  id uuid not null,
  claim_id uuid not null,
  assessment_id uuid not null,
  state text not null check (state in ('waiting', 'approved', 'returned')),
  -- [{ lineId, outcome: 'pay' | 'deny', payableFen, reasons, comment }]
  lines jsonb not null,
  total_fen bigint not null,
  steps_needed int not null check (steps_needed between 0 and 3),
  steps_done int not null default 0,
  made_by uuid,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, claim_id) references claim,
  foreign key (tenant_id, assessment_id) references assessment
);
create unique index proposal_one_waiting on proposal (tenant_id, claim_id) where state = 'waiting';
create index proposal_by_claim on proposal (tenant_id, claim_id, made_at);
create index proposal_waiting on proposal (tenant_id, made_at) where state = 'waiting';

-- row: claims
create table approval (
  tenant_id int not null,
  proposal_id uuid not null,
  step_no int not null,
  outcome text not null check (outcome in ('approved', 'returned')),
  -- Empty = straight-through by an allowed class (payments only).
  decided_by uuid,
  -- Whether this person's authority covers every amount of the proposal (授权额度).
  within_authority boolean not null default false,
  comment text not null default '',
  at timestamptz not null,
  primary key (tenant_id, proposal_id, step_no),
  foreign key (tenant_id, proposal_id) references proposal
);
-- Four eyes: nobody approves two steps of one proposal.
create unique index approval_once_per_person on approval (tenant_id, proposal_id, decided_by)
  where decided_by is not null and outcome = 'approved';

-- The first request for supplements is complete and single; a second is a defect with a supervisor's reason (CLM-04).
-- row: claims
create table supplement_request (
  tenant_id int not null,
  id uuid not null,
  claim_id uuid not null,
  request_no int not null check (request_no between 1 and 9),
  items jsonb not null,
  reason text not null,
  allowed_by uuid,
  letter_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  delivered_at timestamptz,
  arrived_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, claim_id, request_no),
  foreign key (tenant_id, claim_id) references claim,
  check (request_no = 1 or allowed_by is not null)
);
create unique index supplement_request_one_open on supplement_request (tenant_id, claim_id) where arrived_at is null;

-- Papers for which another way was found, with the reason (CLM-03, CLM-06).
-- row: claims
create table claim_waiver (
  tenant_id int not null,
  claim_id uuid not null,
  code text not null,
  -- Sealed under the claim's salt: the reason may speak of a person.
  sealed bytea not null,
  waived_by uuid not null,
  waived_at timestamptz not null,
  primary key (tenant_id, claim_id, code),
  foreign key (tenant_id, claim_id) references claim
);

-- Tasks of a case: workplan, investigations with findings and cost, copying help, asking an authority (CLM-15, ORG-07).
-- row: claims
create table claim_task (
  tenant_id int not null,
  id uuid not null,
  claim_id uuid not null,
  kind text not null,
  title text not null,
  -- waiting: opens when the tasks it comes after have ended.
  state text not null check (state in ('open', 'waiting', 'done', 'dropped')),
  owner_id uuid,
  due_at timestamptz,
  -- Of a pattern: its step, the steps it comes after, the days it has, and to whom it goes up undone (ORG-07).
  step text,
  after_steps text[] not null default '{}',
  due_in_days int,
  escalate_to text check (escalate_to in ('supervisor', 'institution_head')),
  escalate_after_days int,
  escalated_at timestamptz,
  escalated_to uuid,
  salt bytea,
  -- Sealed JSON of findings: they may speak of health.
  sealed bytea,
  cost_fen bigint not null default 0,
  made_by uuid,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, claim_id) references claim
);
create index claim_task_by_claim on claim_task (tenant_id, claim_id);
create index claim_task_escalated on claim_task (tenant_id, escalated_to, due_at) where state = 'open';
create index claim_task_to_escalate on claim_task (tenant_id, due_at)
  where state = 'open' and escalate_to is not null and escalated_at is null;
create index claim_task_open_by_owner on claim_task (tenant_id, owner_id, due_at) where state = 'open';

-- row: claims
create table reserve_change (
  tenant_id int not null,
  id uuid not null,
  claim_line_id uuid not null,
  before_fen bigint not null,
  after_fen bigint not null,
  reason text not null,
  made_by uuid,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, claim_line_id) references claim_line
);
create index reserve_change_by_line on reserve_change (tenant_id, claim_line_id);
