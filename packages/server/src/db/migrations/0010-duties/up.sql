-- Standing duties of the ten guarantees (RPT-06), the ledger of promises by month (CLK-05), stage times (CLM-17).

-- Who answers for a duty of config/duties.json; a new instance takes it over.
-- row: reporting
create table duty_assignment (
  tenant_id int not null references tenant,
  duty_code text not null,
  department_id uuid,
  owner_id uuid,
  deputy_id uuid check (deputy_id <> owner_id),
  assigned_by uuid,
  assigned_at timestamptz not null,
  primary key (tenant_id, duty_code),
  foreign key (tenant_id, department_id) references department,
  foreign key (tenant_id, owner_id) references staff_user,
  foreign key (tenant_id, deputy_id) references staff_user
);

-- One period of a duty. Name, clause and proof are kept as they were when it was opened.
-- row: reporting
create table duty_instance (
  tenant_id int not null references tenant,
  id uuid not null,
  duty_code text not null,
  guarantee_code text not null,
  definition_version int not null,
  title text not null,
  clause text not null,
  proof text not null,
  -- 2026-W47, 2026-11, 2026-Q4, 2026-H2, 2026; of an ad-hoc duty its own id.
  period_key text not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  due_on date not null,
  department_id uuid,
  owner_id uuid,
  deputy_id uuid,
  state text not null check (state in ('open', 'closed')),
  finding text,
  closed_at timestamptz,
  closed_by uuid,
  reopened_count int not null default 0,
  opened_by uuid,
  opened_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, duty_code, period_key),
  foreign key (tenant_id, department_id) references department,
  foreign key (tenant_id, owner_id) references staff_user,
  foreign key (tenant_id, deputy_id) references staff_user,
  check (state = 'open' or (closed_at is not null and finding is not null))
);
create index duty_instance_by_due on duty_instance (tenant_id, due_on, id);
create index duty_instance_open on duty_instance (tenant_id, due_on) where state = 'open';

-- The files that prove it, by the hash of their bytes; those of an earlier closing stay.
-- row: reporting
create table duty_evidence (
  tenant_id int not null,
  instance_id uuid not null,
  file_id uuid not null,
  file_name text not null,
  media_type text not null,
  byte_count int not null check (byte_count > 0),
  sha256 bytea not null check (length(sha256) = 32),
  -- How often the duty had been opened again before.
  round_no int not null,
  added_by uuid,
  added_at timestamptz not null,
  primary key (tenant_id, file_id),
  foreign key (tenant_id, instance_id) references duty_instance,
  foreign key (tenant_id, file_id) references stored_file
);
create index duty_evidence_of_instance on duty_evidence (tenant_id, instance_id, added_at);

-- Each threshold speaks once, whatever is repeated; without a person it was passed over.
-- row: reporting
create table duty_reminder (
  tenant_id int not null,
  instance_id uuid not null,
  percent int not null,
  told boolean not null,
  at timestamptz not null,
  primary key (tenant_id, instance_id, percent),
  foreign key (tenant_id, instance_id) references duty_instance
);

-- row: reporting
create table duty_notice (
  tenant_id int not null,
  instance_id uuid not null,
  percent int not null,
  user_id uuid not null,
  role text not null check (role in ('owner', 'deputy', 'stand_in', 'superior')),
  at timestamptz not null,
  seen_at timestamptz,
  primary key (tenant_id, instance_id, percent, user_id),
  foreign key (tenant_id, instance_id, percent) references duty_reminder,
  foreign key (tenant_id, user_id) references staff_user
);
create index duty_notice_unseen on duty_notice (tenant_id, user_id, at desc) where seen_at is null;

-- Kept and broken promises by month, counted each night up to the instant in promise_rollup; what falls due later is
-- counted when it is asked for (CLK-05). Without an institution or a programme: all zeros.
-- row: reporting
create table promise_month (
  tenant_id int not null references tenant,
  month text not null,
  clock_id text not null,
  institution_id uuid not null,
  programme_id uuid not null,
  kept int not null,
  kept_by_agreement int not null,
  broken int not null,
  cancelled int not null,
  primary key (tenant_id, month, clock_id, institution_id, programme_id)
);
-- row: reporting
create table promise_rollup (
  tenant_id int not null references tenant,
  as_of timestamptz not null,
  counted_at timestamptz not null,
  primary key (tenant_id)
);
-- The cases behind one figure, and everything that falls due after the count.
create index clock_by_promise on clock (tenant_id, clock_id, due_at) include (subject_id, state, stopped_at);

-- Working time by stage of closed claims, in hundredths of a working day (CLM-17).
-- row: reporting
create table claim_stage_time (
  tenant_id int not null,
  claim_id uuid not null,
  institution_id uuid not null,
  programme_id uuid not null,
  class text not null,
  closed_at timestamptz not null,
  closed_month text not null,
  review int not null,
  liability int not null,
  calculation int not null,
  payment int not null,
  rest int not null,
  primary key (tenant_id, claim_id),
  foreign key (tenant_id, claim_id) references claim
);
create index claim_stage_time_by_month on claim_stage_time (tenant_id, closed_month, institution_id);
create index claim_stage_time_by_closing on claim_stage_time (tenant_id, closed_at);

-- The weekly timing report (T28); the automatic one of a week is made once.
-- row: reporting
create table timing_report (
  tenant_id int not null references tenant,
  id uuid not null,
  week_key text not null,
  from_on date not null,
  to_on date not null,
  kept int not null,
  broken int not null,
  running int not null,
  pdf_id uuid not null,
  pdf_salt bytea not null,
  xlsx_id uuid not null,
  xlsx_salt bytea not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index timing_report_automatic on timing_report (tenant_id, week_key) where made_by is null;
create index timing_report_recent on timing_report (tenant_id, made_at desc, id);

-- To whom the weekly report is mailed.
-- row: reporting
create table report_mail (
  tenant_id int not null references tenant,
  report text not null,
  addresses text[] not null check (cardinality(addresses) <= 20),
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (tenant_id, report)
);
