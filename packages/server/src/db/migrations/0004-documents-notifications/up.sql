-- Files and papers; notices and what became of them.

-- Bytes lie in the file store, sealed; addressed by a keyed hash, so the same picture twice is seen.
-- row: documents
create table stored_file (
  tenant_id int not null,
  id uuid not null,
  document_id uuid not null,
  person_id uuid,
  content_hash bytea not null,
  salt bytea not null,
  byte_count int not null,
  media_type text not null,
  -- Made from the paper's title: a name chosen by the sender may say who it is about.
  file_name text not null,
  scan text not null check (scan in ('clean', 'not_scanned')),
  -- { codes, width, height, … }: what was measured, and the warnings that follow from it.
  quality jsonb not null default '{}',
  stored_at timestamptz not null,
  primary key (tenant_id, id)
);
create index stored_file_by_content on stored_file (tenant_id, content_hash);

-- A paper of a subject (a claim, a proxy, a report): one kind, one or more files. It serves all later needs.
-- row: documents
create table document (
  tenant_id int not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  person_id uuid,
  kind text not null,
  title text not null,
  channel text not null,
  file_ids uuid[] not null,
  received_at timestamptz not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  verdict text check (verdict in ('accepted', 'rejected')),
  verdict_reason text,
  -- Real, complete, compliant (真实性、完整性、合规性), CLM-06.
  checks jsonb not null default '{}',
  judged_by uuid,
  judged_at timestamptz,
  primary key (tenant_id, id)
);
create index document_by_subject on document (tenant_id, subject_id);
create index document_by_person on document (tenant_id, person_id) where person_id is not null;

-- One per person and occasion (NTF-02). It goes through the steps of its chain until it has reached (NTF-03).
-- row: notifications
create table notice (
  tenant_id int not null,
  id uuid not null,
  person_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  occasion text not null,
  template text not null,
  template_version int not null default 0,
  urgent boolean not null default false,
  -- The present step of the chain.
  channel text not null check (channel in ('sms', 'wechat', 'email', 'voice', 'counter', 'letter', 'visit')),
  recipient_masked text not null,
  salt bytea not null,
  -- Sealed JSON { text, voice, name, facts, steps: [{ channel, to }] }.
  sealed bytea not null,
  state text not null check (state in ('waiting', 'sent', 'delivered', 'reached', 'failed', 'stopped')),
  step_no int not null default 0,
  -- Attempts begun so far; the present one.
  attempt_no int not null default 0,
  attempt_id uuid,
  household_id uuid,
  created_at timestamptz not null,
  -- When something is to be done next: send, ask again, take the next channel. Empty: nothing, or a person's turn.
  due_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  reached_at timestamptz,
  fault text,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, occasion)
);
create index notice_due on notice (tenant_id, due_at) where due_at is not null;
create index notice_by_subject on notice (tenant_id, subject_id, id);
create index notice_by_person on notice (tenant_id, person_id, id);
create index notice_by_state on notice (tenant_id, state, id);
create index notice_by_channel on notice (tenant_id, channel, id);
create index notice_by_template on notice (tenant_id, template, id);

-- Each hand-over to a gateway or a person. The id is the number the gateway is given: the same after a crash.
-- row: notifications
create table notice_attempt (
  tenant_id int not null,
  id uuid not null,
  notice_id uuid not null,
  attempt_no int not null,
  channel text not null,
  recipient_masked text not null,
  state text not null check (state in ('sending', 'accepted', 'delivered', 'reached', 'failed')),
  tries int not null default 0,
  -- The gateway's own number.
  provider_no text,
  begun_at timestamptz not null,
  sent_at timestamptz,
  -- The last receipt.
  receipt text,
  receipt_at timestamptz,
  fault text,
  -- Who handed it over by hand, and how that is proved.
  handed_by uuid,
  proof text,
  primary key (tenant_id, id),
  unique (tenant_id, notice_id, attempt_no),
  foreign key (tenant_id, notice_id) references notice
);
create index notice_attempt_by_provider on notice_attempt (tenant_id, provider_no) where provider_no is not null;

-- Receipts as they came, each once; one that comes before its message is recorded waits here.
-- row: notifications
create table notice_receipt (
  tenant_id int not null references tenant,
  channel text not null,
  -- The attempt's id or the gateway's number.
  number text not null,
  status text not null check (status in ('delivered', 'read', 'answered', 'failed')),
  at timestamptz not null,
  detail text not null default '',
  arrived_at timestamptz not null,
  applied_at timestamptz,
  primary key (tenant_id, channel, number, status)
);
create index notice_receipt_early on notice_receipt (tenant_id, arrived_at) where applied_at is null;

create index notice_attempt_by_wechat on notice_attempt (tenant_id, recipient_masked, sent_at) where channel = 'wechat';

-- What somebody answered to a notice, once each.
-- row: notifications
create table notice_answer (
  tenant_id int not null,
  id uuid not null,
  notice_id uuid not null,
  -- The platform's number of the message.
  message_no text not null,
  salt bytea not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, message_no),
  foreign key (tenant_id, notice_id) references notice
);
create index notice_answer_by_notice on notice_answer (tenant_id, notice_id);

-- How a person wants to be told (NTF-02).
-- row: notifications
create table notice_preference (
  tenant_id int not null,
  person_id uuid not null,
  preferred text[] not null default '{}',
  refused text[] not null default '{}',
  -- People of one household get one letter for one occasion.
  household_id uuid,
  salt bytea not null,
  -- Sealed JSON { wechatOpenId, email }.
  sealed bytea not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person
);
create index notice_preference_by_household on notice_preference (tenant_id, household_id)
  where household_id is not null;

-- Versions of templates of notices and letters over the shipped ones (NTF-01); the approved one with the latest start
-- speaks. The text of a letter is the JSON of its title, salutation, sections and remedies.
-- row: notifications
create table notice_template (
  tenant_id int not null references tenant,
  id uuid not null,
  name text not null,
  version int not null,
  state text not null check (state in ('draft', 'proposed', 'approved', 'returned')),
  text text not null,
  voice text,
  active_from timestamptz,
  comment text not null default '',
  made_by uuid not null,
  made_at timestamptz not null,
  checked_by uuid,
  checked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, name, version),
  check (checked_by is null or checked_by <> made_by)
);
create unique index notice_template_one_open on notice_template (tenant_id, name) where state in ('draft', 'proposed');

-- Which gateway a channel uses; without a row the local stand-in does it.
-- row: notifications
create table channel_setting (
  tenant_id int not null references tenant,
  channel text not null,
  gateway text not null check (
    gateway in ('stand_in', 'smtp', 'sms_http', 'sms_aliyun', 'sms_tencent', 'wechat', 'voice_http')),
  -- Addresses, names and numbers of templates; no secret.
  settings jsonb not null default '{}',
  salt bytea not null,
  -- Sealed JSON of secrets: passwords, keys, the key receipts are signed with.
  sealed bytea not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (tenant_id, channel)
);

-- The monthly sample: what was said, compared with the case (NTF-04).
-- row: notifications
create table notice_sample (
  tenant_id int not null,
  id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  notice_id uuid not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  verdict text check (verdict in ('agrees', 'differs')),
  salt bytea,
  -- Sealed remark of the person who compared.
  sealed bytea,
  judged_by uuid,
  judged_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, month, notice_id),
  foreign key (tenant_id, notice_id) references notice
);

-- The local stand-ins for SMS, WeChat, e-mail and calls keep what they were handed, for a screen, and the receipts
-- they will give.
-- row: notifications
create table stand_in_delivery (
  tenant_id int not null,
  id uuid not null,
  attempt_id uuid not null,
  channel text not null,
  recipient_masked text not null,
  salt bytea not null,
  sealed bytea not null,
  at timestamptz not null,
  -- Receipts to be given, and when; empty when given or lost.
  receipts text[] not null default '{}',
  receipt_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, attempt_id)
);
create index stand_in_receipt_due on stand_in_delivery (tenant_id, receipt_at) where receipt_at is not null;

-- Decision letters (CLM-11): the content is kept, the PDF can be made again to the byte.
-- row: notifications
create table letter (
  tenant_id int not null,
  id uuid not null,
  letter_no text not null,
  kind text not null check (kind in ('payment_notice', 'denial_notice', 'supplement_notice', 'delay_notice',
    'recovery_notice', 'reconsideration_answer', 'authority_request', 'complaint_decision', 'complaint_delay',
    'recheck_decision')),
  subject_kind text not null,
  subject_id uuid not null,
  -- Empty: a complainant whom no register knows.
  person_id uuid,
  salt bytea not null,
  -- Sealed JSON of the letter's content.
  sealed bytea not null,
  template_version int not null,
  issued_by uuid,
  issued_at timestamptz not null,
  delivered_at timestamptz,
  delivery jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, letter_no)
);
create index letter_by_subject on letter (tenant_id, subject_id);
create index letter_undelivered on letter (tenant_id, issued_at) where delivered_at is null;
