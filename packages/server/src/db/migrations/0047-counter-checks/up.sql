-- How somebody appears at the counter (SRV-10): said by who serves before the service begins, and by who looks on.

-- row: service-desk
create table counter_check (
  tenant_id int not null,
  request_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  -- Of config/counter-checks.json.
  version int not null check (version > 0),
  -- Code of the point → yes or no.
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  primary key (tenant_id, request_id, made_by),
  foreign key (tenant_id, request_id) references desk_request,
  foreign key (tenant_id, made_by) references staff_user
);
