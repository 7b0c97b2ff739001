-- A tenant's own versions of promises and limits (CLK-01): config is the ground, what a second person confirmed stands
-- over it from its day on. Runs keep the version they began under unless it is re-applied.

-- row: sla
create table clock_definition (
  tenant_id int not null references tenant,
  id uuid not null,
  clock_id text not null,
  version int not null,
  state text not null check (state in ('waiting', 'published', 'rejected', 'withdrawn')),
  -- The definition in the shape of config, and the one it follows as that was; null for a new one.
  definition jsonb not null,
  replaces jsonb,
  reason text not null,
  -- Whether what runs goes over to it, or only new cases begin by it.
  reapply boolean not null,
  -- Not before; null: from the confirmation on.
  wished_from timestamptz,
  -- What would move, made in the background: { checked, earlier, later, ended, overdue, cases: [...] }.
  report jsonb,
  made_by uuid not null,
  made_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  answer text,
  -- Counts what was published, in order.
  revision int,
  valid_from timestamptz,
  -- Since when what runs goes by it; how far the work is; when it was done.
  reapplied_at timestamptz,
  cases_total int,
  cases_done int not null default 0,
  applied_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, revision),
  foreign key (tenant_id, made_by) references staff_user,
  foreign key (tenant_id, decided_by) references staff_user,
  check ((state = 'published') = (valid_from is not null and revision is not null)),
  check (decided_by is distinct from made_by or state = 'withdrawn')
);
create unique index clock_definition_waiting on clock_definition (tenant_id, clock_id) where state = 'waiting';
create unique index clock_definition_version on clock_definition (tenant_id, clock_id, version)
  where state = 'published';
create index clock_definition_recent on clock_definition (tenant_id, made_at desc);
