-- Complaints an institution brings from before (CMP-13): files with their mapping, what became of each row, and the
-- history itself. It is no work: nothing here has a due date, an owner or a clock (docs/decisions/0026).

-- How an institution's files are read; kept under a name for the next one.
-- row: complaints
create table complaint_mapping (
  tenant_id int not null references tenant,
  id uuid not null,
  institution_id uuid not null,
  name text not null,
  -- { columns, dayOrder, separator, reasons, outcomes }
  mapping jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, institution_id, name),
  foreign key (tenant_id, institution_id) references institution
);

-- row: complaints
create table complaint_import (
  tenant_id int not null references tenant,
  id uuid not null,
  institution_id uuid not null,
  -- Whose numbers these are: the same number of two systems is two complaints.
  series text not null,
  state text not null check (state in ('uploaded', 'rehearsing', 'rehearsed', 'reading', 'done', 'cancelled',
    'failed')),
  file_name text not null,
  file_bytes int not null,
  headings text[] not null,
  mapping jsonb not null,
  row_count int not null default 0,
  new_count int not null default 0,
  changed_count int not null default 0,
  unchanged_count int not null default 0,
  bad_count int not null default 0,
  -- Words of the source without one of ours, and rows by fault: { reasons, outcomes, faults }.
  summary jsonb not null default '{}',
  task_id uuid,
  -- The file waits sealed in the store until it has been read.
  salt bytea not null,
  -- Sealed JSON of the first rows, to choose the columns by.
  sealed bytea,
  started_by uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, institution_id) references institution
);

-- row: complaints
create table complaint_import_fault (
  tenant_id int not null,
  import_id uuid not null,
  row_no int not null,
  faults text[] not null,
  salt bytea not null,
  -- Sealed JSON of the cells as they came.
  sealed bytea not null,
  -- Whose it is, once somebody has made sure: copied and destroyed with that person's data (CUS-07, CUS-10).
  person_id uuid,
  primary key (tenant_id, import_id, row_no),
  foreign key (tenant_id, import_id) references complaint_import,
  foreign key (tenant_id, person_id) references person
);
create index complaint_import_fault_by_person on complaint_import_fault (tenant_id, person_id)
  where person_id is not null;

-- row: complaints
create table complaint_history (
  tenant_id int not null references tenant,
  id uuid not null,
  institution_id uuid not null,
  series text not null,
  external_no text not null,
  -- With which file it came last.
  import_id uuid not null,
  imported_at timestamptz not null,
  received_on date not null,
  -- Its first instant in Beijing, to be read together with complaints that were received here.
  received_at timestamptz not null,
  -- Empty: the source does not say; it is nobody's work for that.
  closed_on date,
  days int generated always as (closed_on - received_on) stored,
  product text not null default '',
  company text not null default '',
  channel_word text not null default '',
  region text not null default '',
  state_word text not null default '',
  -- As the source says them.
  reason_words text[] not null default '{}',
  outcome_words text[] not null default '{}',
  -- What of that has a name here; the first is the one it is counted under.
  causes text[] not null default '{}',
  cause_group text,
  outcome text check (outcome in ('upheld', 'partly_upheld', 'not_upheld', 'settled')),
  row_hash bytea not null,
  -- Of the complainant's name: by it the past complaints of somebody who asks for a copy are found. Empty: not told.
  name_hash bytea,
  -- Whose it is, once somebody has made sure: the source tells a name only. From then on it is told, kept and destroyed
  -- with that person (CUS-07, CUS-10).
  person_id uuid,
  tied_by uuid,
  tied_at timestamptz,
  -- Nobody's by the end of its period: destroyed, so that the figures stay and nobody is known by it (CUS-10).
  emptied_at timestamptz,
  salt bytea not null,
  -- Sealed JSON { complainant, matter }.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, institution_id, series, external_no),
  foreign key (tenant_id, institution_id) references institution,
  foreign key (tenant_id, import_id) references complaint_import,
  foreign key (tenant_id, person_id) references person,
  check ((person_id is null) = (tied_by is null) and (person_id is null) = (tied_at is null)),
  check (closed_on >= received_on),
  check (emptied_at is null or person_id is null)
);
create index complaint_history_recent on complaint_history (tenant_id, received_at desc, id desc);
create index complaint_history_by_no on complaint_history (tenant_id, external_no);
create index complaint_history_by_name on complaint_history (tenant_id, name_hash) where name_hash is not null;
create index complaint_history_by_person on complaint_history (tenant_id, person_id) where person_id is not null;
create index complaint_history_by_import on complaint_history (tenant_id, import_id);
create index complaint_history_nobodys on complaint_history (tenant_id, import_id, coalesce(closed_on, received_on))
  where person_id is null and emptied_at is null;

-- What a later file changed of a row that was there, and as it stood before.
-- row: complaints
create table complaint_history_change (
  tenant_id int not null,
  id uuid not null,
  history_id uuid not null,
  import_id uuid not null,
  changed_at timestamptz not null,
  -- Sealed JSON of the row before, under the salt of the history.
  sealed bytea not null,
  primary key (tenant_id, id),
  -- Its file is known by number only: the salt of the history is the one it is sealed under.
  foreign key (tenant_id, history_id) references complaint_history
);
create index complaint_history_change_of on complaint_history_change (tenant_id, history_id, changed_at);

-- For figures: complaints received here and those of the history, told apart by their origin. Concerned people are kept
-- from a complaint by `concerned_ids`; a history names nobody of ours.
create view complaint_matter with (security_invoker = true) as
  select tenant_id, id, 'lived'::text as origin, complaint_no as no, institution_id, received_at,
    (received_at at time zone 'Asia/Shanghai')::date as received_on,
    (coalesce(told_at, ended_at) at time zone 'Asia/Shanghai')::date as closed_on,
    cause_group, array_remove(array[cause], null) as causes, '{}'::text[] as reason_words, outcome,
    channel as channel_word, ''::text as company,
    business_line as product, responsible_id, recorded_by, village_code, person_id, concerned_ids
  from complaint where state not in ('merged', 'redirected')
  union all
  select tenant_id, id, 'imported', external_no, institution_id, received_at, received_on, closed_on, cause_group,
    causes, reason_words, outcome, channel_word, company, product, null, null, null, null, '{}'::uuid[]
  from complaint_history;
