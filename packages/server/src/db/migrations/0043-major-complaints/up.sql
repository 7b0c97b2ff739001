-- Major complaints (CMP-12, 令2020-3 art. 29): who leads and whom they report to, the plan, the reports, the lifting;
-- and what people decided about complaints that have something in common.

-- row: complaints
create table complaint_major (
  tenant_id int not null,
  complaint_id uuid not null,
  state text not null check (state in ('proposed', 'declared', 'settled', 'lifting', 'lifted')),
  -- Twenty people came face to face; empty: declared with a reason of somebody.
  proposed_at timestamptz,
  declared_at timestamptz,
  declared_by uuid,
  leader_id uuid,
  reports_to_id uuid,
  settled_at timestamptz,
  lift_asked_at timestamptz,
  lift_asked_by uuid,
  judged_at timestamptz,
  judged_by uuid,
  -- Sealed JSON { reason, settled, liftReason, answer } under the salt of the complaint.
  sealed bytea not null,
  primary key (tenant_id, complaint_id),
  foreign key (tenant_id, complaint_id) references complaint,
  check (leader_id is distinct from reports_to_id or leader_id is null),
  check (state not in ('declared', 'settled') or (declared_by is not null and leader_id is not null)),
  -- Lifted by a second person.
  check (state <> 'lifted' or (judged_by is not null and judged_by is distinct from lift_asked_by))
);

-- row: complaints
create table complaint_major_step (
  tenant_id int not null,
  id uuid not null,
  complaint_id uuid not null,
  owner_id uuid not null,
  due_on date not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  -- Sealed JSON { what, result } under the salt of the complaint.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, complaint_id) references complaint_major,
  check ((done_at is null) = (done_by is null))
);
create index complaint_major_step_of on complaint_major_step (tenant_id, complaint_id, due_on, id);
create index complaint_major_step_open on complaint_major_step (tenant_id, owner_id) where done_at is null;

-- row: complaints
create table complaint_major_report (
  tenant_id int not null,
  id uuid not null,
  complaint_id uuid not null,
  kind text not null check (kind in ('first', 'follow_up', 'final')),
  reported_at timestamptz not null,
  reported_by uuid not null,
  to_id uuid not null,
  -- Sealed JSON { text } under the salt of the complaint.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, complaint_id) references complaint_major
);
create index complaint_major_report_of on complaint_major_report (tenant_id, complaint_id, reported_at, id);

-- The list of major complaints.
create index complaint_major_recent on complaint (tenant_id, received_at desc, id desc) where major;

-- A signal somebody looked at: these complaints hang together, or do not. No clock reads it.
-- row: complaints
create table complaint_linkage (
  tenant_id int not null references tenant,
  id uuid not null,
  kind text not null check (kind in ('phone', 'proxy', 'account', 'address', 'wording')),
  verdict text not null check (verdict in ('linked', 'apart')),
  complaint_ids uuid[] not null check (cardinality(complaint_ids) > 1),
  decided_by uuid not null,
  decided_at timestamptz not null,
  salt bytea not null,
  -- Sealed JSON { signal, reason }: what was shown, and why it was decided so.
  sealed bytea not null,
  primary key (tenant_id, id)
);
create index complaint_linkage_recent on complaint_linkage (tenant_id, decided_at);
