-- What a caller hears before a human answers (SRV-02): recorded prompts in their versions, and the plan of each line;
-- and from where recordings of calls are fetched (SRV-03).

-- row: service-desk
create table desk_prompt (
  tenant_id int not null references tenant,
  id uuid not null,
  -- `every`: where a line has none of its own.
  line text not null check (line in ('every', 'consult', 'report', 'elder', 'complaint', 'progress')),
  occasion text not null check (occasion in ('greeting', 'recorded', 'choose_language', 'keys', 'waiting',
    'out_of_hours', 'call_back_offered', 'call_back_noted')),
  language text not null check (language in ('zh', 'teochew', 'hakka', 'cantonese', 'en')),
  version int not null check (version > 0),
  -- What is said, word by word.
  words text not null,
  file_id uuid not null,
  -- Whose voice it is.
  recorded_by text not null,
  valid_from date not null,
  made_by uuid not null,
  confirmed_by uuid not null check (confirmed_by <> made_by),
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, line, occasion, language, version),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);

-- row: service-desk
create table desk_call_plan (
  tenant_id int not null references tenant,
  line text not null check (line in ('consult', 'report', 'elder', 'complaint', 'progress')),
  version int not null check (version > 0),
  plan jsonb not null,
  made_by uuid not null,
  confirmed_by uuid not null check (confirmed_by <> made_by),
  at timestamptz not null,
  primary key (tenant_id, line, version)
);

-- A recording is fetched from these servers only.
-- row: service-desk
create table desk_recording_host (
  tenant_id int not null references tenant,
  host text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, host)
);
