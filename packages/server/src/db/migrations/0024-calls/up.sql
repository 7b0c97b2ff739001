-- The telephone (SRV-02, SRV-03): lines and extensions, the telephone system that reports calls, and the calls.

-- Which published number is which line; who sits at which extension.
-- row: service-desk
create table desk_line (
  tenant_id int not null references tenant,
  number text not null,
  line text not null check (line in ('consult', 'report', 'elder', 'complaint', 'progress')),
  -- Callers hear that the call is recorded; without it no recording is kept (CUS-06).
  announced boolean not null default false,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, number)
);

-- row: service-desk
create table desk_extension (
  tenant_id int not null references tenant,
  extension text not null,
  user_id uuid not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, extension),
  unique (tenant_id, user_id)
);

-- Telephone systems that sign what they report.
-- row: service-desk
create table desk_phone_system (
  tenant_id int not null references tenant,
  vendor text not null check (vendor in ('twilio')),
  -- The address as the system knows it: what it signs.
  callback_url text not null,
  salt bytea not null,
  -- Sealed token.
  sealed bytea not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, vendor)
);

-- row: service-desk
create table desk_call (
  tenant_id int not null references tenant,
  id uuid not null,
  vendor text not null check (vendor in ('anpei', 'tccc', 'twilio')),
  -- Keyed hash of the telephone system's own number of the call: reported twice it is one call.
  call_hash bytea not null,
  direction text not null check (direction in ('in', 'out')),
  line text not null check (line in ('consult', 'report', 'elder', 'complaint', 'progress')),
  state text not null check (state in
    ('ringing', 'talking', 'missed', 'ended', 'called_back', 'abandoned', 'no_answer')),
  phone_hash bytea,
  person_id uuid,
  agent_id uuid,
  -- Who calls back.
  owner_id uuid,
  request_id uuid,
  -- What the caller wishes to speak: by the key he pressed, else by a care mark (SRV-02).
  language text,
  rang_at timestamptz not null,
  recorded_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('customer', 'agent', 'system')),
  tries int not null default 0 check (tries >= 0),
  called_back_at timestamptz,
  -- The earliest running promise.
  due_at timestamptz,
  due_clock text,
  -- A column, since behind the tenant wall an expression is no condition of an index.
  -- A missed call on a line without a promise stands by when it rang, not behind all others; the elders' line stands an
  -- hour before the others (SRV-02).
  due_or_rang timestamptz not null generated always as ((coalesce(due_at, rang_at) at time zone 'UTC'
    - case line when 'elder' then interval '1 hour' else interval '0' end) at time zone 'UTC') stored,
  salt bytea not null,
  -- Sealed JSON { phone, recording, notes }.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, vendor, call_hash),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, request_id) references desk_request,
  check ((state = 'called_back') = (called_back_at is not null))
);
create index desk_call_recent on desk_call (tenant_id, rang_at desc, id desc);
create index desk_call_by_state on desk_call (tenant_id, state, rang_at desc, id desc);
create index desk_call_owed on desk_call (tenant_id, due_or_rang, id) where state = 'missed';
create index desk_call_live on desk_call (tenant_id, agent_id) where state in ('ringing', 'talking');
create index desk_call_by_phone on desk_call (tenant_id, phone_hash, rang_at desc) where phone_hash is not null;
create index desk_call_by_agent on desk_call (tenant_id, agent_id, rang_at desc, id desc);
create index desk_call_by_request on desk_call (tenant_id, request_id) where request_id is not null;

-- How many wait longer in the chat (SRV-02).
create index desk_request_chat_waiting on desk_request (tenant_id, unanswered_since)
  where channel = 'chat' and state in ('received', 'taken', 'answered', 'snoozed');
