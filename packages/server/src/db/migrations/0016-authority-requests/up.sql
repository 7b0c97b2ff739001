-- Papers we ask an office for ourselves, by letter, with the task that follows it up (CLM-03, CLM-15).

-- row: claims
create table authority_request (
  tenant_id int not null,
  id uuid not null,
  claim_id uuid not null,
  -- Of the paper on the claim's list.
  code text not null,
  kind text not null check (kind in ('hospital', 'police', 'village', 'other')),
  authority text not null,
  why text not null,
  task_id uuid not null,
  -- The first letter; reminders name it.
  letter_id uuid not null,
  reminders int not null default 0 check (reminders between 0 and 9),
  due_at timestamptz not null,
  made_by uuid not null,
  made_at timestamptz not null,
  -- The paper has come, or the task was ended: nothing is awaited any more.
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, claim_id) references claim,
  foreign key (tenant_id, task_id) references claim_task,
  foreign key (tenant_id, letter_id) references letter
);
create unique index authority_request_one_open on authority_request (tenant_id, claim_id, code) where ended_at is null;
create index authority_request_by_task on authority_request (tenant_id, task_id);
