-- Warnings of clocks: what was announced, and who was told (CLK-04).

-- Once per run and percent, whatever is repeated; `fired` = people were told, else it was only passed over.
-- row: sla
create table clock_announcement (
  tenant_id int not null references tenant,
  subject_id uuid not null,
  clock_id text not null,
  instance_no int not null,
  percent int not null,
  fired boolean not null,
  due_at timestamptz,
  reached_at timestamptz not null,
  at timestamptz not null,
  primary key (tenant_id, subject_id, clock_id, instance_no, percent)
);
create index clock_announcement_recent on clock_announcement (tenant_id, at desc);

-- row: sla
create table clock_alarm (
  tenant_id int not null,
  id uuid not null,
  user_id uuid not null,
  -- handler, leader, head, quality, headOffice: as whom this person is told.
  level text not null,
  subject_kind text not null,
  subject_id uuid not null,
  subject_no text not null,
  clock_id text not null,
  instance_no int not null,
  -- threshold: a share of the time is used; calendar, definition: due earlier since the calendar or
  -- the rule changed; extension: asked for; backdating: an earlier time waits for approval; certificate: one that a
  -- role demands ends.
  cause text not null check (cause in ('threshold', 'calendar', 'definition', 'extension', 'backdating',
    'certificate')),
  -- Which change or request; empty for thresholds.
  cause_id text not null default '',
  percent int not null,
  due_at timestamptz,
  explanation text not null,
  -- Warnings of promises wait for the reader's next working time; those of law and of reports do not.
  visible_at timestamptz not null,
  made_at timestamptz not null,
  seen_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, subject_id, clock_id, instance_no, percent, user_id, cause_id),
  foreign key (tenant_id, user_id) references staff_user
);
create index clock_alarm_unseen on clock_alarm (tenant_id, user_id, visible_at desc, id desc) where seen_at is null;
create index clock_alarm_of_user on clock_alarm (tenant_id, user_id, visible_at desc, id desc);

-- Times in which the online service did not work: online reports of such a time run under T12. Entered by a person, or
-- by the machine when it finds that it had been down.
-- row: sla
create table service_fault (
  tenant_id int not null references tenant,
  id uuid not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  reason text not null,
  -- null = the machine.
  made_by uuid,
  made_at timestamptz not null,
  ended_by uuid,
  primary key (tenant_id, id),
  check (ended_at > began_at),
  foreign key (tenant_id, made_by) references staff_user,
  foreign key (tenant_id, ended_by) references staff_user
);
create unique index service_fault_running on service_fault (tenant_id) where ended_at is null;
create index service_fault_recent on service_fault (tenant_id, began_at desc, id desc);

-- When the worker was last seen alive; a gap at the next start was a fault.
-- row: sla
create table service_heartbeat (
  tenant_id int not null references tenant,
  beat_at timestamptz not null,
  primary key (tenant_id)
);

-- Entries that claim an earlier time than a clock had written down, where that would move the clock: they count from
-- when they were entered until a second person approves them (SLA rule 5).
-- row: sla
create table late_entry (
  tenant_id int not null references tenant,
  id uuid not null,
  state text not null check (state in ('waiting', 'approved', 'rejected')),
  subject_kind text not null,
  subject_id uuid not null,
  -- As people say it, and whose it is; known once the row that keeps the case was asked.
  subject_no text,
  institution_id uuid,
  event_id uuid not null,
  event_name text not null,
  claimed_at timestamptz not null,
  entered_at timestamptz not null,
  -- null = no colleague: a customer, a program.
  entered_by uuid,
  -- How each clock stands without the approval and with it, as it was then.
  moves jsonb not null,
  answer text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, event_id),
  check ((state = 'waiting') = (decided_at is null)),
  foreign key (tenant_id, institution_id) references institution,
  foreign key (tenant_id, entered_by) references staff_user,
  foreign key (tenant_id, decided_by) references staff_user
);
create index late_entry_waiting on late_entry (tenant_id, id) where state = 'waiting';
create index late_entry_decided on late_entry (tenant_id, decided_at desc, id desc) where state <> 'waiting';
create index late_entry_of_case on late_entry (tenant_id, subject_id);
