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

-- Which towns an institution serves: cases of their villages are its cases.
-- row: identity
create table institution_area (
  tenant_id int not null,
  institution_id uuid not null,
  town_code text not null references division,
  primary key (tenant_id, town_code),
  foreign key (tenant_id, institution_id) references institution
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
  -- Across tenants: the sign-in name is how the tenant is found.
  unique (login),
  foreign key (tenant_id, institution_id) references institution,
  foreign key (tenant_id, department_id) references department,
  foreign key (tenant_id, supervisor_id) references staff_user,
  foreign key (tenant_id, deputy_id) references staff_user
);
create unique index staff_user_by_oidc on staff_user (tenant_id, oidc_subject) where oidc_subject is not null;

-- A role is data: permissions, scope and authority limits (ORG-03).
-- row: identity
create table role (
  tenant_id int not null references tenant,
  code text not null,
  -- What a change request names as its subject.
  id uuid not null,
  name text not null,
  permissions text[] not null,
  -- tenant: everything; institution: the holder's institution and below; division: the holder's villages;
  -- own: cases one owns.
  scope text not null check (scope in ('tenant', 'institution', 'division', 'own')),
  -- Benefit code or '*' → fen a holder may approve; absent = none.
  authority jsonb not null default '{}',
  -- Kinds of certificate its holders must have: without a valid one of each the role sleeps (ORG-06).
  certificates text[] not null default '{}',
  primary key (tenant_id, code),
  unique (tenant_id, id)
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

create function is_absent(of_tenant int, of_user uuid, on_day date) returns boolean language sql stable as $$
  select exists (select from absence where tenant_id = of_tenant and user_id = of_user and cancelled_at is null
    and from_on <= on_day and to_on >= on_day)
$$;

-- Who stands in for somebody who is absent: the deputy, the deputy's deputy where that one is absent too, else the
-- superior; empty for somebody who is there, and where nobody is.
create function stand_in_for(of_tenant int, of_user uuid, on_day date) returns uuid language sql stable as $$
  with recursive deputies as (
    select deputy_id as id, 1 as step, array[id] as seen from staff_user
      where tenant_id = of_tenant and id = of_user and is_absent(of_tenant, of_user, on_day)
    union all
    select u.deputy_id, d.step + 1, d.seen || u.id from deputies d
      join staff_user u on u.tenant_id = of_tenant and u.id = d.id
      where d.step < 5 and not u.id = any (d.seen) and (not u.active or is_absent(of_tenant, u.id, on_day))
    ), candidates as (
    select id, step from deputies
    union all
    select supervisor_id, 9 from staff_user
      where tenant_id = of_tenant and id = of_user and is_absent(of_tenant, of_user, on_day)
  )
  select c.id from candidates c join staff_user u on u.tenant_id = of_tenant and u.id = c.id
    where u.active and u.id <> of_user and not is_absent(of_tenant, u.id, on_day) order by c.step limit 1
$$;

-- row: identity
create table session (
  tenant_id int not null,
  id uuid not null,
  token_hash bytea not null,
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
-- Not unique: 256 random bits are, and a unique without tenant_id could not be distributed.
create index session_by_token on session using hash (token_hash);
create index session_by_user on session (tenant_id, user_id) where revoked_at is null;

-- Keys for programs (OPS-01): a scope is a permission.
-- row: identity
create table api_key (
  tenant_id int not null references tenant,
  id uuid not null,
  name text not null,
  key_hash bytea not null,
  permissions text[] not null,
  per_minute int not null default 600 check (per_minute between 1 and 60000),
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id)
);

create index api_key_by_hash on api_key using hash (key_hash);
create unique index api_key_live_name on api_key (tenant_id, name) where revoked_at is null;

-- One-time links by which a person sets password and second factor (ORG-04); the secret waits here, sealed.
-- row: identity
create table setup_link (
  tenant_id int not null,
  id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  second_factor_sealed bytea not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, user_id) references staff_user
);

-- A sign-in that is under way at the company's provider.
-- row: identity
create table oidc_sign_in (
  tenant_id int not null references tenant,
  state_hash bytea not null,
  nonce text not null,
  verifier text not null,
  expires_at timestamptz not null,
  primary key (tenant_id, state_hash)
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
create index change_request_decided on change_request (tenant_id, checked_at desc, id) where state <> 'waiting';

-- Signed webhooks (OPS-01): who wants to be told of which events, and what was sent.
-- row: identity
create table webhook_endpoint (
  tenant_id int not null references tenant,
  id uuid not null,
  name text not null,
  url text not null,
  -- Event names, or a first half with a star: claim.*
  events text[] not null,
  salt bytea not null,
  secret_sealed bytea not null,
  -- The entry of the sharing register it stands under (CUS-09); out of force, nothing is sent.
  sharing_id uuid not null,
  -- Events of sealed blocks up to this one have been planned.
  after_block bigint not null,
  created_by uuid not null,
  created_at timestamptz not null,
  stopped_at timestamptz,
  primary key (tenant_id, id)
);
create unique index webhook_endpoint_live_name on webhook_endpoint (tenant_id, name) where stopped_at is null;

-- row: identity
create table webhook_delivery (
  tenant_id int not null,
  id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  tries int not null default 0,
  created_at timestamptz not null,
  -- Empty once delivered or given up.
  next_try_at timestamptz,
  last_status int,
  last_fault text,
  delivered_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, endpoint_id, event_id),
  foreign key (tenant_id, endpoint_id) references webhook_endpoint,
  foreign key (tenant_id, event_id) references event
);
create index webhook_delivery_due on webhook_delivery (tenant_id, next_try_at) where next_try_at is not null;

-- Duties, targets and monthly scores of institutions and departments (ORG-02).
-- row: identity
create table duty (
  tenant_id int not null references tenant,
  id uuid not null,
  unit_kind text not null check (unit_kind in ('institution', 'department')),
  unit_id uuid not null,
  text text not null,
  from_on date not null,
  ended_on date check (ended_on >= from_on),
  primary key (tenant_id, id)
);
create index duty_of_unit on duty (tenant_id, unit_id);

-- row: identity
create table target (
  tenant_id int not null references tenant,
  id uuid not null,
  unit_kind text not null check (unit_kind in ('institution', 'department')),
  unit_id uuid not null,
  month text not null,
  measure text not null,
  target double precision not null,
  achieved double precision,
  primary key (tenant_id, id),
  unique (tenant_id, unit_id, month, measure)
);

-- row: identity
create table score (
  tenant_id int not null references tenant,
  unit_id uuid not null,
  month text not null,
  unit_kind text not null check (unit_kind in ('institution', 'department')),
  score int not null check (score between 0 and 100),
  note text not null,
  scored_by uuid not null,
  scored_at timestamptz not null,
  primary key (tenant_id, unit_id, month),
  foreign key (tenant_id, scored_by) references staff_user
);

-- Guidance from head office, and for each unit it goes to: received, done.
-- row: identity
create table guidance (
  tenant_id int not null references tenant,
  id uuid not null,
  title text not null,
  text text not null,
  due_on date not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, issued_by) references staff_user
);

-- row: identity
create table guidance_receipt (
  tenant_id int not null,
  guidance_id uuid not null,
  unit_id uuid not null,
  unit_kind text not null check (unit_kind in ('institution', 'department')),
  received_by uuid,
  received_at timestamptz,
  done_by uuid,
  done_at timestamptz check (done_at is null or received_at is not null),
  note text,
  primary key (tenant_id, guidance_id, unit_id),
  foreign key (tenant_id, guidance_id) references guidance
);
create index guidance_receipt_of_unit on guidance_receipt (tenant_id, unit_id);
