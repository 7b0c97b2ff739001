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
  -- Nought = an advance before the decision.
  decided_revision int not null,
  share_no int not null,
  payee_account_id uuid,
  way text not null check (way in ('transfer', 'cash')),
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('due', 'signing', 'batched', 'sent', 'paid', 'failed', 'cancelled')),
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
create index payment_recent on payment (tenant_id, made_at desc, id desc);
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

-- Cash is paid only with two signatures, a photo and a reason (LAW trap 15), to a named receiver (CUS-05). What was
-- called off stays as it was said.
-- row: claims
create table cash_receipt (
  tenant_id int not null,
  id uuid not null,
  payment_id uuid not null,
  receiver text not null check (receiver in ('self', 'proxy', 'guardian', 'beneficiary', 'heir')),
  receiver_name text not null,
  -- ID number of the receiver.
  sealed bytea not null,
  salt bytea not null,
  proxy_id uuid,
  basis text,
  photo_file_id uuid not null,
  reason text not null,
  first_signer_id uuid not null,
  offered_at timestamptz not null,
  second_signer_id uuid check (second_signer_id <> first_signer_id),
  signed_at timestamptz,
  called_off_by uuid,
  called_off_at timestamptz,
  called_off_because text,
  primary key (tenant_id, id),
  foreign key (tenant_id, payment_id) references payment,
  foreign key (tenant_id, proxy_id) references proxy,
  foreign key (tenant_id, photo_file_id) references stored_file,
  check ((receiver = 'proxy') = (proxy_id is not null)),
  check ((second_signer_id is null) = (signed_at is null)),
  check (signed_at is null or called_off_at is null)
);
create unique index cash_receipt_one_live on cash_receipt (tenant_id, payment_id) where called_off_at is null;

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

-- One transfer at once through the bank's adapter (CLM-12). The payment's number is the request's number: it is sent
-- once, and asked after under the same number until the bank has said what became of it.
-- row: claims
create table bank_transfer (
  tenant_id int not null,
  id uuid not null,
  payment_id uuid not null,
  batch_id uuid not null,
  request_no text not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('queued', 'sending', 'accepted', 'unknown', 'disputed', 'settled', 'rejected')),
  -- The bank must refuse the request after this instant; what it does not know then, it never carried out.
  expires_at timestamptz,
  asked_count int not null default 0,
  bank_reference text,
  fault text,
  sent_at timestamptz,
  answered_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, payment_id),
  unique (tenant_id, request_no),
  foreign key (tenant_id, payment_id) references payment,
  foreign key (tenant_id, batch_id) references payment_batch
);
create index bank_transfer_open on bank_transfer (tenant_id, id) where state not in ('settled', 'rejected');
create index bank_transfer_by_batch on bank_transfer (tenant_id, batch_id);

-- Where the tenant's bank takes transfers at once, and the sealed key both sign with.
-- row: claims
create table bank_channel (
  tenant_id int not null references tenant,
  address text not null,
  key_id text not null,
  salt bytea not null,
  sealed bytea not null,
  made_at timestamptz not null,
  primary key (tenant_id)
);

-- Paid more than a later decision grants: to be asked back (CLM-16). Never more comes back than is owed.
-- row: claims
create table recovery (
  tenant_id int not null,
  id uuid not null,
  recovery_no text not null,
  claim_id uuid not null,
  claim_line_id uuid not null,
  decided_revision int not null,
  state text not null check (state in ('open', 'asked', 'settled', 'superseded')),
  amount_fen bigint not null check (amount_fen > 0),
  repaid_fen bigint not null default 0 check (repaid_fen >= 0),
  waived_fen bigint not null default 0 check (waived_fen >= 0),
  letter_id uuid,
  made_by uuid,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, claim_line_id, decided_revision),
  unique (tenant_id, recovery_no),
  foreign key (tenant_id, claim_id) references claim,
  foreign key (tenant_id, claim_line_id) references claim_line,
  check (repaid_fen + waived_fen <= amount_fen)
);
create index recovery_by_claim on recovery (tenant_id, claim_id);
create index recovery_recent on recovery (tenant_id, made_at desc, id desc);

-- What came back, or is let go: entered by one person, confirmed by another.
-- row: claims
create table recovery_entry (
  tenant_id int not null,
  id uuid not null,
  recovery_id uuid not null,
  kind text not null check (kind in ('repayment', 'waiver')),
  state text not null check (state in ('waiting', 'confirmed', 'rejected')),
  amount_fen bigint not null check (amount_fen > 0),
  -- The bank's own number of the credit, or of the receipt; empty for a waiver.
  reference text,
  received_on date,
  -- Sealed under the claim's salt: why it is let go may speak of a person.
  sealed bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  checked_by uuid check (checked_by <> made_by),
  checked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, recovery_id) references recovery
);
create index recovery_entry_by_recovery on recovery_entry (tenant_id, recovery_id);
-- One credit of the bank is booked once.
create unique index recovery_entry_once on recovery_entry (tenant_id, reference)
  where reference is not null and state <> 'rejected';

-- Before a court or an arbitration body (CLM-16); a case is not closed while it is open.
-- row: claims
create table litigation (
  tenant_id int not null,
  id uuid not null,
  claim_id uuid not null,
  forum text not null check (forum in ('court', 'arbitration')),
  forum_name text not null,
  case_no text not null,
  filed_on date not null,
  claimed_fen bigint not null check (claimed_fen >= 0),
  state text not null check (state in ('filed', 'hearing', 'judged', 'appealed', 'ended')),
  outcome text check (outcome in ('won', 'partly_won', 'lost', 'settled', 'withdrawn')),
  awarded_fen bigint check (awarded_fen >= 0),
  hearing_on date,
  hearing_task_id uuid,
  -- Sealed under the claim's salt: what the dispute is about.
  sealed bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, claim_id, case_no),
  foreign key (tenant_id, claim_id) references claim,
  foreign key (tenant_id, hearing_task_id) references claim_task,
  check ((state = 'ended') = (outcome is not null))
);

-- 理赔复议 (CLM-16): a decision the customer disputes is judged again by people who had no part in it, and answered.
-- row: claims
create table reconsideration (
  tenant_id int not null,
  id uuid not null,
  claim_id uuid not null,
  state text not null check (state in ('open', 'answered')),
  asked_on date not null,
  -- Who made or approved what is disputed: none of them judges it again.
  barred uuid[] not null,
  -- What was granted for the disputed lines before, to say afterwards whether the answer changes it.
  before_fen bigint not null,
  line_ids uuid[] not null,
  outcome text check (outcome in ('upheld', 'changed')),
  letter_id uuid,
  -- Sealed under the claim's salt: what the customer says against the decision.
  sealed bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  answered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, claim_id) references claim,
  check ((state = 'answered') = (outcome is not null))
);
create unique index reconsideration_one_open on reconsideration (tenant_id, claim_id) where state = 'open';

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
  tenant_id int not null,
  subject_kind text not null,
  subject_id uuid not null,
  clock_id text not null,
  instance_no int not null default 1,
  -- The version of its definition the run goes by.
  def_version int not null default 1,
  state text not null,
  started_at timestamptz not null,
  due_at timestamptz,
  -- The due time first promised, where it was put off by telling before it passed; kept only by the later one.
  promised_due_at timestamptz,
  by_agreement boolean not null default false,
  safe_due_on date,
  statutory_due_on date,
  stopped_at timestamptz,
  provisional boolean not null,
  explanation text not null,
  -- [{percent, at}]: instants at which people are to be warned; what was announced last, and when the sweep looks next.
  thresholds jsonb not null default '[]',
  announced_percent int not null default 0,
  next_at timestamptz,
  primary key (tenant_id, subject_id, clock_id, instance_no)
);
-- People were warned of them and they still run: few among many.
create index clock_warned on clock (tenant_id, subject_id) where state = 'running' and announced_percent >= 80;
create index clock_warned_by_due on clock (tenant_id, due_at) where state = 'running' and announced_percent >= 80;
create index clock_next on clock (tenant_id, next_at) where next_at is not null;

-- Numbers people read out by telephone; a process draws them a hundred at a time, gaps are allowed.
create sequence report_no increment by 100;
create sequence claim_no increment by 100;
create sequence payment_no increment by 100;
create sequence batch_no;
create sequence letter_no increment by 100;
create sequence slip_no increment by 100;
create sequence recovery_no increment by 100;
