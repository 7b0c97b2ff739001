-- Persons, their payee accounts and proxies (CUS).

-- row: customers
create table person (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  sex text not null check (sex in ('male', 'female')),
  birth_on date not null,
  died_on date,
  village_code text references division,
  id_hash bytea not null,
  phone_hash bytea,
  -- Sealed JSON under the person's own key: { idNumber, phone, address }.
  salt bytea not null,
  sealed bytea not null,
  lacks_capacity boolean not null default false,
  merged_into uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index person_by_id_number on person (tenant_id, id_hash) where merged_into is null;
create index person_by_phone on person (tenant_id, phone_hash) where phone_hash is not null;
create index person_by_name on person (tenant_id, name, id);
create index person_by_village on person (tenant_id, village_code, id);
create index person_merged on person (tenant_id, merged_into) where merged_into is not null;

-- Two-character pieces of names: finds 秀英 inside 陈秀英 without leaving plain, wall-safe equality.
-- row: customers
create table person_name_gram (
  tenant_id int not null,
  gram text not null,
  person_id uuid not null,
  primary key (tenant_id, gram, person_id)
);

-- Merges can be undone: what moved is kept (CUS-01).
-- row: customers
create table person_merge (
  tenant_id int not null,
  id uuid not null,
  survivor_id uuid not null,
  merged_id uuid not null,
  reason text not null,
  -- What the two records said differently, as it was looked at.
  differences text[] not null default '{}',
  -- { payees, proxies, persons }: ids of what changed hands; the persons had been merged into the merged one before.
  moved jsonb not null,
  merged_by uuid not null,
  merged_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  undone_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, survivor_id) references person,
  foreign key (tenant_id, merged_id) references person,
  check ((undone_by is null) = (undone_at is null) and (undone_by is null) = (undone_reason is null))
);
create index person_merge_by_survivor on person_merge (tenant_id, survivor_id);
create index person_merge_by_merged on person_merge (tenant_id, merged_id);

-- Whom money may be paid to (CUS-05, trap 11): the insured, a lawful beneficiary or heir; else basis and notice.
-- row: customers
create table payee_account (
  tenant_id int not null,
  id uuid not null,
  -- The insured person this account serves.
  person_id uuid not null,
  holder_name text not null,
  -- The holder in the register, where the number is known: one person, many roles (CUS-01).
  holder_person_id uuid,
  relation text not null check (relation in ('self', 'beneficiary', 'heir', 'guardian', 'other')),
  basis text,
  bank text,
  account_hash bytea not null,
  sealed bytea not null,
  state text not null check (state in ('waiting', 'confirmed', 'rejected', 'retired')),
  made_by uuid,
  made_at timestamptz not null,
  checked_by uuid,
  checked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, holder_person_id) references person,
  check (checked_by is null or made_by is null or checked_by <> made_by)
);
create index payee_account_by_person on payee_account (tenant_id, person_id);
create index payee_account_by_holder on payee_account (tenant_id, holder_person_id) where holder_person_id is not null;
create index payee_account_waiting on payee_account (tenant_id, made_at) where state = 'waiting';

-- Consents and proxies: who may act for whom, for what, how proved, how long (CUS-05).
-- row: customers
create table proxy (
  tenant_id int not null,
  id uuid not null,
  person_id uuid not null,
  proxy_name text not null,
  -- The one who acts, in the register, where the number is known (CUS-01).
  proxy_person_id uuid,
  relation text not null,
  sealed bytea not null,
  act text not null check (act in ('report', 'hand_in', 'receive', 'look_up', 'complain')),
  proof_kind text not null check (proof_kind in ('paper', 'voice', 'video')),
  proof_document_id uuid,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  recorded_by uuid,
  recorded_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, proxy_person_id) references person
);
create index proxy_by_person on proxy (tenant_id, person_id);
create index proxy_by_proxy on proxy (tenant_id, proxy_person_id) where proxy_person_id is not null;

-- Somebody who did one thing for an insured without a recorded consent: told a report, handed papers in (CUS-05).
-- row: customers
create table errand (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  relation text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id)
);

-- Two records that may be one person (CUS-01): found by a job, with reasons; “not the same” is remembered. Merged pairs
-- are seen from the persons themselves.
-- row: customers
create table person_double (
  tenant_id int not null references tenant,
  first_id uuid not null,
  second_id uuid not null check (second_id > first_id),
  reasons text[] not null,
  found_at timestamptz not null,
  not_same_by uuid,
  not_same_at timestamptz,
  not_same_reason text,
  primary key (tenant_id, first_id, second_id),
  foreign key (tenant_id, first_id) references person,
  foreign key (tenant_id, second_id) references person,
  check ((not_same_by is null) = (not_same_at is null))
);
create index person_double_by_second on person_double (tenant_id, second_id) where not_same_at is null;
create index person_double_open on person_double (tenant_id, found_at, first_id, second_id) where not_same_at is null;
