-- How a complaint is solved (CMP-06…10): proposals judged by another person, promised acts, decisions and their
-- delivery with proof, longer periods, appraisal and mediation, and the second look of the superior institution.

-- row: complaints
create table complaint_proposal (
  tenant_id int not null,
  id uuid not null,
  complaint_id uuid not null,
  round int not null,
  no int not null,
  state text not null check (state in ('waiting', 'returned', 'approved', 'accepted', 'rejected')),
  outcome text not null check (outcome in ('upheld', 'partly_upheld', 'not_upheld', 'settled')),
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  judged_by uuid,
  judged_at timestamptz,
  replied_at timestamptz,
  -- Sealed JSON { findings, basis, reasons, solution, judgement, reply } under the salt of the complaint.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, complaint_id, no),
  foreign key (tenant_id, complaint_id) references complaint,
  -- Approved by another person (CMP-07).
  check (judged_by is distinct from drafted_by or judged_by is null)
);
create unique index complaint_proposal_waiting on complaint_proposal (tenant_id, complaint_id) where state = 'waiting';

-- What we promised to do, until it really happened.
-- row: complaints
create table complaint_act (
  tenant_id int not null,
  id uuid not null,
  complaint_id uuid not null,
  proposal_id uuid not null,
  state text not null check (state in ('planned', 'promised', 'done', 'dropped')),
  kind text not null check (kind in ('payment', 'letter', 'correction', 'reopen_claim', 'apology', 'other')),
  owner_id uuid,
  due_on date not null,
  claim_id uuid,
  sum_fen bigint check (sum_fen > 0),
  done_at timestamptz,
  done_by uuid,
  document_ids uuid[] not null default '{}',
  -- Sealed JSON { what, proof } under the salt of the complaint.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, complaint_id) references complaint,
  foreign key (tenant_id, proposal_id) references complaint_proposal,
  foreign key (tenant_id, claim_id) references claim,
  check ((state = 'done') = (done_at is not null))
);
create index complaint_act_of on complaint_act (tenant_id, complaint_id);
create index complaint_act_by_claim on complaint_act (tenant_id, claim_id) where state = 'promised';

-- One decision a round; its notice is a letter (CMP-08).
-- row: complaints
create table complaint_decision (
  tenant_id int not null,
  id uuid not null,
  complaint_id uuid not null,
  round int not null,
  proposal_id uuid not null,
  letter_id uuid not null,
  letter_no text not null,
  outcome text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  -- In person, by post, SMS, e-mail or telephone, with proof (令2020-3 art. 21).
  way text check (way in ('in_person', 'post', 'sms', 'email', 'phone', 'kept')),
  sent_at timestamptz,
  sent_by uuid,
  reached_at timestamptz,
  reached_noted_by uuid,
  -- In words or on paper: without it nothing is closed (CMP-10).
  proved boolean not null default false,
  document_ids uuid[] not null default '{}',
  -- Sealed JSON { to, proof } under the salt of the complaint.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, complaint_id, round),
  foreign key (tenant_id, complaint_id) references complaint,
  foreign key (tenant_id, proposal_id) references complaint_proposal,
  check ((sent_at is null) = (way is null)),
  check (reached_at is null or sent_at is not null)
);

-- row: complaints
create table complaint_extension (
  tenant_id int not null,
  id uuid not null,
  complaint_id uuid not null,
  state text not null check (state in ('waiting', 'granted', 'refused')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  due_on date not null,
  decided_by uuid,
  decided_at timestamptz,
  letter_id uuid,
  -- Sealed JSON { reason, answer, told } under the salt of the complaint.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, complaint_id) references complaint,
  check (decided_by is distinct from asked_by or decided_by is null)
);
create index complaint_extension_of on complaint_extension (tenant_id, complaint_id);
create unique index complaint_extension_waiting on complaint_extension (tenant_id, complaint_id)
  where state = 'waiting';
create unique index complaint_extension_once on complaint_extension (tenant_id, complaint_id)
  where state = 'granted';

-- Time the legal clock does not count: an external appraisal the complainant was told of, an agreed mediation.
-- row: complaints
create table complaint_span (
  tenant_id int not null,
  id uuid not null,
  complaint_id uuid not null,
  kind text not null check (kind in ('appraisal', 'mediation')),
  from_at timestamptz not null,
  to_at timestamptz,
  by_id uuid not null,
  -- Sealed JSON { who, why, agreedOn, result } under the salt of the complaint.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, complaint_id) references complaint,
  check (to_at is null or to_at >= from_at)
);
create index complaint_span_of on complaint_span (tenant_id, complaint_id);
create unique index complaint_span_open on complaint_span (tenant_id, complaint_id) where to_at is null;

-- 核查: the superior institution looks again (令2020-3 art. 20).
-- row: complaints
create table complaint_recheck (
  tenant_id int not null,
  id uuid not null,
  complaint_id uuid not null,
  round int not null,
  state text not null check (state in ('asked', 'assigned', 'decided', 'told', 'withdrawn')),
  asked_at timestamptz not null,
  recorded_by uuid,
  institution_id uuid,
  handler_id uuid,
  outcome text check (outcome in ('upheld', 'changed')),
  decided_by uuid,
  decided_at timestamptz,
  letter_id uuid,
  letter_no text,
  told_at timestamptz,
  -- Sealed JSON { why, findings, basis, reasons, told } under the salt of the complaint.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, complaint_id) references complaint
);
create unique index complaint_recheck_open on complaint_recheck (tenant_id, complaint_id)
  where state in ('asked', 'assigned', 'decided');
create index complaint_recheck_of on complaint_recheck (tenant_id, complaint_id);

-- Which account of the portal brought it: what it may look at and answer.
-- row: complaints
create table complaint_account (
  tenant_id int not null,
  complaint_id uuid not null,
  account_id uuid not null,
  primary key (tenant_id, complaint_id),
  foreign key (tenant_id, complaint_id) references complaint
);
create index complaint_account_by_account on complaint_account (tenant_id, account_id);
