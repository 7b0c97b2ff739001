-- Accounts of elders and families, whom they act for, and what they reported (POR, ORG-04, CUS-05).

-- An account is a proved phone; it is nobody's particulars and says nothing about a person of the register.
-- row: portal
create table portal_account (
  tenant_id int not null references tenant,
  id uuid not null,
  phone_hash bytea not null,
  salt bytea not null,
  -- Sealed JSON { phone }.
  sealed bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, phone_hash)
);

-- For whom an account acts: the register knows its phone, or a consent was handed in and confirmed.
-- row: portal
create table portal_link (
  tenant_id int not null,
  id uuid not null,
  account_id uuid not null,
  -- Empty while a consent waits that names nobody of the register.
  person_id uuid,
  basis text not null check (basis in ('register', 'consent')),
  state text not null check (state in ('waiting', 'linked', 'rejected', 'ended')),
  until_on date,
  file_ids uuid[] not null default '{}',
  -- A confirmed consent acts through these entries of the register of proxies, and only while they are in force.
  proxy_ids uuid[] not null default '{}',
  salt bytea not null,
  -- Sealed JSON { name, idNumber, ownName, relation } as typed.
  sealed bytea not null,
  made_at timestamptz not null,
  checked_by uuid,
  checked_at timestamptz,
  comment text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references portal_account,
  foreign key (tenant_id, person_id) references person,
  check (state <> 'linked' or person_id is not null),
  check (basis = 'register' or state <> 'linked' or checked_by is not null),
  check (basis = 'register' or state <> 'linked' or proxy_ids <> '{}')
);
create index portal_link_by_account on portal_link (tenant_id, account_id);
create unique index portal_link_once on portal_link (tenant_id, account_id, person_id) where state = 'linked';
create index portal_link_waiting on portal_link (tenant_id, made_at, id) where state = 'waiting';

-- Who reported what: the reporter sees the step of the report, nothing about the person.
-- row: portal
create table portal_report (
  tenant_id int not null,
  account_id uuid not null,
  report_id uuid not null,
  reported_at timestamptz not null,
  primary key (tenant_id, account_id, report_id),
  foreign key (tenant_id, account_id) references portal_account,
  foreign key (tenant_id, report_id) references report
);

-- When the family of an open claim is told of its progress next (CLM-14); ended claims have no line.
-- row: portal
create table progress_due (
  tenant_id int not null,
  claim_id uuid not null,
  next_at timestamptz not null,
  -- Somebody worries: daily instead of every three working days.
  anxious boolean not null default false,
  told_no int not null default 0,
  primary key (tenant_id, claim_id),
  foreign key (tenant_id, claim_id) references claim
);
create index progress_due_next on progress_due (tenant_id, next_at);
