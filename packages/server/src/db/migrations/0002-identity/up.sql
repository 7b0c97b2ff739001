-- Organisation, people, roles, sessions, maker-checker (ORG).

-- Administrative divisions are reference data, the same for every tenant.
-- row: identity
create table division (
  code text primary key,
  parent_code text references division,
  kind text not null check (kind in ('district', 'town', 'village')),
  name text not null,
  area text check (area in ('urban', 'suburban'))
);
create index division_by_parent on division (parent_code);

-- row: identity
create table institution (
  tenant_id int not null references tenant,
  id uuid not null,
  parent_id uuid,
  kind text not null check (kind in ('head_office', 'branch', 'sub_branch', 'outlet')),
  code text not null,
  name text not null,
  head_user_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, parent_id) references institution
);

-- row: identity
create table department (
  tenant_id int not null references tenant,
  id uuid not null,
  institution_id uuid not null,
  parent_id uuid,
  code text not null,
  name text not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, institution_id) references institution,
  foreign key (tenant_id, parent_id) references department
);

-- row: identity
create table staff_user (
  tenant_id int not null references tenant,
  id uuid not null,
  login text not null,
  name text not null,
  post text not null,
  institution_id uuid not null,
  department_id uuid,
  supervisor_id uuid,
  deputy_id uuid,
  languages text[] not null default '{zh}',
  skills text[] not null default '{}',
  password_hash text,
  second_factor_sealed bytea,
  salt bytea not null,
  oidc_subject text,
  active boolean not null default true,
  failed_count int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (login),
  foreign key (tenant_id, institution_id) references institution,
  foreign key (tenant_id, department_id) references department,
  foreign key (tenant_id, supervisor_id) references staff_user,
  foreign key (tenant_id, deputy_id) references staff_user
);

-- A role is data: permissions, scope and authority limits (ORG-03).
-- row: identity
create table role (
  tenant_id int not null references tenant,
  code text not null,
  name text not null,
  permissions text[] not null,
  -- tenant: everything; institution: the holder's institution and below; division: the holder's villages; own: cases one owns.
  scope text not null check (scope in ('tenant', 'institution', 'division', 'own')),
  -- Benefit code or '*' → fen a holder may approve; absent = none.
  authority jsonb not null default '{}',
  primary key (tenant_id, code)
);

-- row: identity
create table user_role (
  tenant_id int not null,
  user_id uuid not null,
  role_code text not null,
  primary key (tenant_id, user_id, role_code),
  foreign key (tenant_id, user_id) references staff_user,
  foreign key (tenant_id, role_code) references role
);

-- Which villages somebody serves, as liaison or deputy (ORG-02), and as handler by area (ORG-07).
-- row: identity
create table village_post (
  tenant_id int not null,
  village_code text not null references division,
  user_id uuid not null,
  duty text not null check (duty in ('liaison', 'deputy', 'handler')),
  primary key (tenant_id, village_code, user_id, duty),
  foreign key (tenant_id, user_id) references staff_user
);
create unique index village_has_one_liaison on village_post (tenant_id, village_code) where duty = 'liaison';

-- row: identity
create table absence (
  tenant_id int not null,
  id uuid not null,
  user_id uuid not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  reason text not null,
  recorded_by uuid not null,
  cancelled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references staff_user
);
create index absence_by_user on absence (tenant_id, user_id, to_on);

-- row: identity
create table session (
  tenant_id int not null,
  id uuid not null,
  token_hash bytea not null unique,
  -- staff: user_id; customer: person_id; look-up only: person_id and claim_id.
  kind text not null check (kind in ('staff', 'customer', 'lookup')),
  user_id uuid,
  person_id uuid,
  claim_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  source text not null,
  agent text not null,
  primary key (tenant_id, id)
);
create index session_by_user on session (tenant_id, user_id) where revoked_at is null;

-- Keys for programs (OPS-01): a scope is a permission.
-- row: identity
create table api_key (
  tenant_id int not null references tenant,
  id uuid not null,
  name text not null,
  key_hash bytea not null unique,
  permissions text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id)
);

-- One-time codes for customers (phone + code), and the count of failed tries per source (ORG-04).
-- row: identity
create table one_time_code (
  tenant_id int not null references tenant,
  id uuid not null,
  phone_hash bytea not null,
  code_hash bytea not null,
  tries int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id)
);
create index one_time_code_by_phone on one_time_code (tenant_id, phone_hash, created_at desc);

-- row: identity
create table attempt (
  tenant_id int not null,
  id uuid not null,
  what text not null,
  key_hash bytea not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
create index attempt_recent on attempt (tenant_id, what, key_hash, at desc);

-- Maker-checker (ORG-05): a change waits here, with before and after, for a second person.
-- row: identity
create table change_request (
  tenant_id int not null references tenant,
  id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  title text not null,
  -- Masked or plain values for the screen; personal values stand sealed in `sealed_after`.
  before jsonb not null,
  after jsonb not null,
  sealed_after bytea,
  salt bytea,
  state text not null check (state in ('waiting', 'confirmed', 'rejected', 'withdrawn')),
  made_by uuid not null,
  made_at timestamptz not null,
  checked_by uuid,
  checked_at timestamptz,
  comment text,
  primary key (tenant_id, id),
  check (checked_by is null or checked_by <> made_by)
);
create index change_request_waiting on change_request (tenant_id, made_at) where state = 'waiting';
create unique index change_request_one_waiting on change_request (tenant_id, kind, subject_id) where state = 'waiting';
