-- Privacy of the customer: requests, consents, sharing, retention, seals, incidents (CUS-06…11, SLA L12, L13).

-- A person whose data were destroyed: the row stays for the sums that hang on it, with nothing of the person in it.
alter table person add column erased_at timestamptz;

-- row: customers
create table data_request (
  tenant_id int not null,
  id uuid not null,
  request_no text not null,
  person_id uuid not null,
  kind text not null check (kind in ('access', 'copy', 'correct', 'delete', 'explain', 'heirs')),
  state text not null check (state in ('received', 'verified', 'answered', 'refused', 'closed', 'withdrawn')),
  asker text not null check (asker in ('self', 'proxy', 'heir')),
  channel text not null check (channel in ('counter', 'phone', 'letter', 'mail', 'portal')),
  salt bytea not null,
  -- Sealed JSON { asks, askerName, relation, phone, checked, answer }.
  sealed bytea not null,
  received_at timestamptz not null,
  recorded_by uuid,
  -- The account of the portal it came from.
  account_id uuid,
  owner_id uuid,
  checked_how text check (checked_how in ('id_card', 'portal', 'call_back', 'mandate', 'kinship')),
  checked_by uuid,
  checked_at timestamptz,
  outcome text check (outcome in ('granted', 'partly', 'restricted', 'refused')),
  refusal text check (refusal in ('not_identified', 'not_entitled', 'retention', 'not_held', 'repeated', 'other')),
  answered_by uuid,
  answered_at timestamptz,
  delivered text check (delivered in ('counter', 'letter', 'mail', 'phone', 'portal')),
  -- The correction that waits for its second person, the destruction that was proposed.
  change_id uuid,
  run_id uuid,
  closed_at timestamptz,
  due_at timestamptz,
  due_clock text,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  check ((answered_at is null) = (outcome is null)),
  check ((checked_at is null) = (checked_by is null)),
  check ((outcome = 'refused') = (refusal is not null))
);
create unique index data_request_by_no on data_request (tenant_id, request_no);
create index data_request_by_person on data_request (tenant_id, person_id, id);
create index data_request_open on data_request (tenant_id, due_at, id) where state in ('received', 'verified');
create index data_request_by_time on data_request (tenant_id, received_at desc, id desc);

-- The copies that were made for a request, and the proof of its answer.
-- row: customers
create table data_request_file (
  tenant_id int not null,
  id uuid not null,
  request_id uuid not null,
  what text not null check (what in ('copy', 'table', 'proof')),
  salt bytea not null,
  media_type text not null,
  file_name text not null,
  byte_count int not null,
  sha256 bytea not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references data_request
);
create index data_request_file_by_request on data_request_file (tenant_id, request_id, id);

-- For what purpose a person's data may be used, how that was said, and when it was taken back (CUS-06).
-- row: customers
create table consent (
  tenant_id int not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  given_how text not null check (given_how in ('paper', 'voice', 'portal', 'proxy')),
  proof_document_id uuid,
  proxy_id uuid,
  -- The text that was agreed to: its version in the list of purposes.
  text_version int not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  recorded_by uuid,
  account_id uuid,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_how text check (withdrawn_how in ('paper', 'voice', 'portal', 'proxy')),
  withdrawn_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, proxy_id) references proxy,
  check ((withdrawn_at is null) = (withdrawn_how is null))
);
create index consent_by_person on consent (tenant_id, person_id, purpose, id);
create unique index consent_one_live on consent (tenant_id, person_id, purpose) where withdrawn_at is null;

-- Whom data are shared with, for what, under which agreement (CUS-09).
-- row: customers
create table sharing_entry (
  tenant_id int not null,
  id uuid not null,
  partner text not null,
  kind text not null check (kind in ('bank', 'insurer', 'authority', 'vendor', 'sponsor', 'program')),
  purpose text not null,
  scope text not null,
  agreement_document_id uuid not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  state text not null check (state in ('waiting', 'active', 'rejected', 'ended')),
  made_by uuid not null,
  made_at timestamptz not null,
  checked_by uuid,
  checked_at timestamptz,
  comment text,
  primary key (tenant_id, id),
  check (checked_by is null or checked_by <> made_by)
);
create index sharing_entry_by_state on sharing_entry (tenant_id, state, to_on, id);
alter table webhook_endpoint add foreign key (tenant_id, sharing_id) references sharing_entry;

-- Every file with personal data that was made to leave a screen: the number stands on it (CUS-09).
-- row: customers
create table export_record (
  tenant_id int not null,
  id uuid not null,
  export_no text not null,
  what text not null,
  format text not null,
  -- Null: for use inside the house.
  partner_id uuid,
  reason text not null,
  row_count int,
  sha256 bytea,
  -- The task or the case it belongs to.
  subject_id uuid,
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, partner_id) references sharing_entry
);
create unique index export_record_by_no on export_record (tenant_id, export_no);
create index export_record_by_time on export_record (tenant_id, made_at desc, id desc);

-- Whose data stood in what was given to somebody outside: who asks is told to whom (个人信息保护法 23, 45).
-- row: customers
create table export_person (
  tenant_id int not null,
  export_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, export_id, person_id),
  foreign key (tenant_id, export_id) references export_record,
  foreign key (tenant_id, person_id) references person
);
create index export_person_by_person on export_person (tenant_id, person_id, export_id);

-- Nothing of these persons is destroyed while a matter runs (CUS-10).
-- row: customers
create table legal_hold (
  tenant_id int not null,
  id uuid not null,
  person_id uuid not null,
  matter text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  check ((lifted_by is null) = (lifted_at is null))
);
create index legal_hold_running on legal_hold (tenant_id, person_id) where lifted_at is null;

-- What is proposed for destruction, by which rule, who approved it, and the proof (CUS-10).
-- row: customers
create table retention_run (
  tenant_id int not null,
  id uuid not null,
  run_no text not null,
  class text not null,
  state text not null check (state in ('proposed', 'approved', 'rejected', 'done')),
  -- The rule as it stood: { title, keepYears, keepDays, basis, version }.
  rule jsonb not null,
  -- What ended before this day is on the list.
  before_on date not null,
  -- The request that asks for it, of one person.
  request_id uuid,
  item_count int not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  comment text,
  finished_at timestamptz,
  -- Over the proofs of its items, in order.
  proof_hash bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references data_request,
  check (proposed_by is null or decided_by is null or proposed_by <> decided_by),
  check ((finished_at is null) = (proof_hash is null))
);
create unique index retention_run_by_no on retention_run (tenant_id, run_no);
create index retention_run_recent on retention_run (tenant_id, proposed_at desc, id desc);
create unique index retention_run_one_waiting on retention_run (tenant_id, class)
  where state in ('proposed', 'approved') and request_id is null;

-- row: customers
create table retention_item (
  tenant_id int not null,
  run_id uuid not null,
  subject_id uuid not null,
  state text not null check (state in ('proposed', 'spared', 'emptied', 'destroyed')),
  ended_on date not null,
  -- Files whose rows are gone and that still lie in the store.
  file_ids uuid[] not null default '{}',
  -- Counts by table and a hash of what was destroyed; no personal value.
  proof jsonb,
  destroyed_at timestamptz,
  primary key (tenant_id, run_id, subject_id),
  foreign key (tenant_id, run_id) references retention_run,
  check ((state in ('emptied', 'destroyed')) = (proof is not null))
);
create index retention_item_left on retention_item (tenant_id, run_id, subject_id)
  where state in ('proposed', 'emptied');

-- A matter hidden from the persons it concerns; whoever looks inside is written down (CUS-11).
-- row: customers
create table seal (
  tenant_id int not null,
  subject_kind text not null,
  subject_id uuid not null,
  concerned uuid[] not null,
  -- Departments and institutions all of whose people are concerned, whenever they came.
  concerned_units uuid[] not null default '{}',
  -- Who works on it and needs no opening.
  keepers uuid[] not null default '{}',
  -- Shut: there for its keepers only; else for everybody it does not concern.
  shut boolean not null,
  -- The right without which nobody learns that there is such a matter, whatever else they may (CMP-12).
  needs text,
  reason text not null,
  sealed_by uuid,
  sealed_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (tenant_id, subject_kind, subject_id)
);

-- row: customers
create table seal_opening (
  tenant_id int not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  opened_by uuid not null,
  reason text not null,
  opened_at timestamptz not null,
  until_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, subject_kind, subject_id) references seal
);
create index seal_opening_of on seal_opening (tenant_id, subject_kind, subject_id, opened_by, until_at);

-- A data security incident: told at once, in writing, and at the end (SLA L12).
-- row: customers
create table data_incident (
  tenant_id int not null,
  id uuid not null,
  incident_no text not null,
  state text not null check (state in ('known', 'reported', 'written', 'settled', 'closed')),
  level text not null check (level in ('general', 'larger', 'major', 'severe')),
  title text not null,
  salt bytea not null,
  -- Sealed JSON { what, steps: [{ act, text, to }] }: it may name persons and weaknesses.
  sealed bytea not null,
  persons_count int not null check (persons_count >= 0),
  known_at timestamptz not null,
  recorded_by uuid,
  owner_id uuid,
  reported_at timestamptz,
  written_at timestamptz,
  settled_at timestamptz,
  final_at timestamptz,
  due_at timestamptz,
  due_clock text,
  primary key (tenant_id, id)
);
create unique index data_incident_by_no on data_incident (tenant_id, incident_no);
create index data_incident_by_time on data_incident (tenant_id, known_at desc, id desc);

create sequence privacy_no increment by 100;
