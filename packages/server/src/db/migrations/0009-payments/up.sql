-- Payments, batches, recoveries, found underpayments, and the clocks of cases (CLM-12, CLM-16, CLK-03).

-- row: claims
create table payment_batch (
  tenant_id int not null references tenant,
  id uuid not null,
  batch_no text not null,
  format text not null,
  state text not null check (state in ('open', 'sent', 'answered', 'closed')),
  payment_count int not null,
  total_fen bigint not null,
  file_hash bytea,
  made_by uuid not null,
  made_at timestamptz not null,
  sent_by uuid,
  sent_at timestamptz,
  answered_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, batch_no)
);

-- One yuan owed to one account. At most one live payment per line, share and revision.
-- row: claims
create table payment (
  tenant_id int not null,
  id uuid not null,
  payment_no text not null,
  claim_id uuid not null,
  claim_line_id uuid not null,
  person_id uuid not null,
  decided_revision int not null,
  share_no int not null,
  payee_account_id uuid,
  way text not null check (way in ('transfer', 'cash')),
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('due', 'batched', 'sent', 'paid', 'failed', 'cancelled')),
  batch_id uuid,
  fault text,
  due_at timestamptz,
  made_at timestamptz not null,
  paid_at timestamptz,
  replaces uuid,
  primary key (tenant_id, id),
  unique (tenant_id, payment_no),
  foreign key (tenant_id, claim_id) references claim,
  foreign key (tenant_id, claim_line_id) references claim_line,
  foreign key (tenant_id, payee_account_id) references payee_account,
  foreign key (tenant_id, batch_id) references payment_batch
);
create unique index payment_one_live on payment (tenant_id, claim_line_id, decided_revision, share_no)
  where state not in ('failed', 'cancelled');
create index payment_by_line on payment (tenant_id, claim_line_id);
-- Has a payment been issued again?
create index payment_by_replaced on payment (tenant_id, replaces) where replaces is not null;
create index payment_by_claim on payment (tenant_id, claim_id);
create index payment_due on payment (tenant_id, made_at) where state = 'due';
create index payment_paid_by_time on payment (tenant_id, paid_at) include (amount_fen) where state = 'paid';
create index payment_by_batch on payment (tenant_id, batch_id) where batch_id is not null;

-- Who receives a line and how much of it (beneficiaries, heirs); without rows the insured receives it.
-- row: claims
create table payment_share (
  tenant_id int not null,
  claim_line_id uuid not null,
  share_no int not null check (share_no between 1 and 20),
  payee_account_id uuid not null,
  share_bps int not null check (share_bps between 1 and 10000),
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, claim_line_id, share_no),
  foreign key (tenant_id, claim_line_id) references claim_line,
  foreign key (tenant_id, payee_account_id) references payee_account
);

-- Cash is paid only with two signatures, a photo and a reason (LAW trap 15).
-- row: claims
create table cash_receipt (
  tenant_id int not null,
  payment_id uuid not null,
  first_signer_id uuid not null,
  second_signer_id uuid not null check (second_signer_id <> first_signer_id),
  photo_file_id uuid not null,
  reason text not null,
  at timestamptz not null,
  primary key (tenant_id, payment_id),
  foreign key (tenant_id, payment_id) references payment,
  foreign key (tenant_id, photo_file_id) references stored_file
);

-- Return files of the bank, each read once.
-- row: claims
create table bank_return (
  tenant_id int not null references tenant,
  id uuid not null,
  file_hash bytea not null,
  result jsonb not null,
  imported_by uuid not null,
  imported_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, file_hash)
);

-- Paid more than a later decision grants: to be asked back (CLM-16).
-- row: claims
create table recovery (
  tenant_id int not null,
  id uuid not null,
  claim_id uuid not null,
  claim_line_id uuid not null,
  decided_revision int not null,
  amount_fen bigint not null check (amount_fen > 0),
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, claim_line_id, decided_revision),
  foreign key (tenant_id, claim_id) references claim,
  foreign key (tenant_id, claim_line_id) references claim_line
);
create index recovery_by_claim on recovery (tenant_id, claim_id);

-- Money still owed that the sweep found in decided, closed and refused cases (CLM-16).
-- row: claims
create table underpayment (
  tenant_id int not null,
  id uuid not null,
  report_id uuid not null,
  -- Empty where no claim was opened: refused for cover that is known now, or a second programme nobody looked at.
  claim_id uuid,
  programme_id uuid not null,
  benefit text not null,
  state text not null check (state in ('open', 'corrected')),
  -- Empty where nothing was assessed yet, so that nobody can say how much.
  owed_fen bigint check (owed_fen > 0),
  due_fen bigint,
  given_fen bigint not null default 0,
  causes text[] not null,
  found_at timestamptz not null,
  seen_at timestamptz not null,
  corrected_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references report,
  foreign key (tenant_id, claim_id) references claim
);
create unique index underpayment_one_open on underpayment (tenant_id, report_id, programme_id, benefit)
  where state = 'open';
create index underpayment_by_found on underpayment (tenant_id, state, found_at desc, id desc);

-- The running and ended clocks of a case: a projection of its events, rebuilt in the same transaction (SLA.md §1).
-- row: sla
create table clock (
  tenant_id int not null references tenant,
  subject_kind text not null,
  subject_id uuid not null,
  clock_id text not null,
  instance_no int not null default 1,
  state text not null,
  started_at timestamptz not null,
  due_at timestamptz,
  safe_due_on date,
  statutory_due_on date,
  stopped_at timestamptz,
  provisional boolean not null,
  explanation text not null,
  primary key (tenant_id, subject_id, clock_id, instance_no)
);
create index clock_running_by_due on clock (tenant_id, due_at) where state = 'running';

-- Numbers people read out by telephone; a process draws them a hundred at a time, gaps are allowed.
create sequence report_no increment by 100;
create sequence claim_no increment by 100;
create sequence payment_no increment by 100;
create sequence batch_no;
create sequence letter_no increment by 100;
