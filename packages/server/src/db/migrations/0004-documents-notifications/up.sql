-- Files and papers; notices and what became of them.

-- Bytes lie in the file store, sealed; addressed by a keyed hash, so the same picture twice is seen.
-- row: documents
create table stored_file (
  tenant_id int not null references tenant,
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

-- row: notifications
create table notice (
  tenant_id int not null references tenant,
  id uuid not null,
  person_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- Exactly one notice per person and occasion (NTF-02).
  occasion text not null,
  template text not null,
  channel text not null check (channel in ('sms', 'wechat', 'email', 'letter', 'voice')),
  recipient_masked text not null,
  salt bytea not null,
  -- Sealed JSON { to, text }.
  sealed bytea not null,
  state text not null check (state in ('waiting', 'sent', 'delivered', 'failed')),
  tries int not null default 0,
  created_at timestamptz not null,
  sent_at timestamptz,
  delivered_at timestamptz,
  fault text,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, occasion, channel)
);
create index notice_waiting on notice (tenant_id, created_at) where state = 'waiting';
create index notice_by_subject on notice (tenant_id, subject_id);
create index notice_recent on notice (tenant_id, created_at desc, id);

-- The local stand-ins for SMS, WeChat and e-mail keep what they were handed, for a screen.
-- row: notifications
create table stand_in_delivery (
  tenant_id int not null references tenant,
  id uuid not null,
  notice_id uuid not null,
  channel text not null,
  recipient_masked text not null,
  salt bytea not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, notice_id)
);
create index stand_in_delivery_recent on stand_in_delivery (tenant_id, at desc, id);

-- Decision letters (CLM-11): the content is kept, the PDF can be made again to the byte.
-- row: notifications
create table letter (
  tenant_id int not null,
  id uuid not null,
  letter_no text not null,
  kind text not null check (kind in ('payment_notice', 'denial_notice', 'supplement_notice', 'delay_notice')),
  subject_kind text not null,
  subject_id uuid not null,
  person_id uuid not null,
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
