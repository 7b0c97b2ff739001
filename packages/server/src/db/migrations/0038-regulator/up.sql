-- 监管转办 (CMP-11): the sheet, the date its sender set, and the written report. The complaint itself lies in `complaint`.

-- row: complaints
create table regulator_case (
  tenant_id int not null references tenant,
  id uuid not null,
  complaint_id uuid not null,
  sheet_no text not null,
  sender text not null,
  state text not null check (state in ('received', 'drafted', 'approved', 'reported')),
  received_at timestamptz not null,
  recorded_by uuid not null,
  -- As the sheet says it, never derived.
  report_by date not null,
  -- The form the sender demands.
  report_form text not null,
  drafted_by uuid,
  drafted_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  reported_at timestamptz,
  reported_by uuid,
  document_ids uuid[] not null default '{}',
  -- Sealed JSON { asked, report, judgement, sent } under the salt of the complaint.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, sender, sheet_no),
  unique (tenant_id, complaint_id),
  foreign key (tenant_id, complaint_id) references complaint,
  check (approved_by is distinct from drafted_by or approved_by is null),
  check ((state = 'reported') = (reported_at is not null))
);
create index regulator_case_open on regulator_case (tenant_id, report_by, id) where state <> 'reported';
create index regulator_case_by_day on regulator_case (tenant_id, report_by, id);
create index regulator_case_arrived on regulator_case (tenant_id, received_at);
