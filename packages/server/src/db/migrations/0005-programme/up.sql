-- Programmes as dated data, the policy, and the roster in two times (PRG).

-- row: programme
create table programme (
  tenant_id int not null references tenant,
  id uuid not null,
  code text not null,
  name text not null,
  roster_mode text not null check (roster_mode in ('listed', 'unlisted')),
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

-- row: programme
create table programme_version (
  tenant_id int not null,
  id uuid not null,
  programme_id uuid not null,
  version_no int not null,
  state text not null check (state in ('draft', 'submitted', 'published')),
  -- In force by accident date: [effective_from, effective_before).
  effective_from date not null,
  effective_before date,
  definition jsonb not null,
  definition_hash bytea not null,
  reason text not null default '',
  made_by uuid,
  made_at timestamptz not null,
  submitted_at timestamptz,
  published_by uuid,
  published_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, programme_id, version_no),
  foreign key (tenant_id, programme_id) references programme,
  check (published_by is null or made_by is null or published_by <> made_by),
  exclude using gist (tenant_id with =, programme_id with =, daterange(effective_from, effective_before) with &&)
    where (state = 'published')
);

-- Decision tables and other versioned business data (CLM-07): JDM for the engine.
-- row: programme
create table decision_table (
  tenant_id int not null references tenant,
  id uuid not null,
  code text not null,
  version_no int not null,
  state text not null check (state in ('draft', 'submitted', 'published', 'retired')),
  content jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, code, version_no),
  check (published_by is null or made_by is null or published_by <> made_by)
);
create unique index decision_table_one_published on decision_table (tenant_id, code) where state = 'published';

-- One policy per programme and policy year; the holder is a government body.
-- row: programme
create table policy (
  tenant_id int not null,
  id uuid not null,
  programme_id uuid not null,
  policy_no text not null,
  holder_name text not null,
  from_on date not null,
  to_on date not null check (to_on > from_on),
  premium_per_head_fen bigint not null,
  planned_heads int not null,
  consent_route text not null default 'ratification',
  -- A telephone of the office, for notices to the policy holder; empty = by letter.
  holder_phone text not null default '',
  -- The version it was made under, and who renewed it.
  version_id uuid,
  made_by uuid,
  made_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, policy_no),
  foreign key (tenant_id, programme_id) references programme,
  exclude using gist (tenant_id with =, programme_id with =, daterange(from_on, to_on, '[]') with &&)
);

-- Premium that has arrived from the policy holder (PRG-06). A negative sum went back to him.
-- row: programme
create table premium_receipt (
  tenant_id int not null,
  id uuid not null,
  policy_id uuid not null,
  received_on date not null,
  amount_fen bigint not null check (amount_fen <> 0),
  -- The bank's number of the transfer: the same transfer is never booked twice.
  reference text not null,
  note text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, policy_id, reference),
  foreign key (tenant_id, policy_id) references policy
);

-- The road of a change, from the wish to publication (PRG-08); one for each version that is not the first.
-- row: programme
create table version_change (
  tenant_id int not null,
  id uuid not null,
  programme_id uuid not null,
  version_id uuid not null,
  state text not null check (state in ('opened', 'studied', 'agreed', 'authorised', 'displayed', 'settled', 'told',
    'published', 'dropped')),
  -- Counts up each time the content goes back to draft: what was done before no longer stands.
  round int not null default 1,
  opened_by uuid,
  opened_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, version_id),
  foreign key (tenant_id, version_id) references programme_version
);

-- What was done on that road: who, when, on which day, with which papers.
-- row: programme
create table change_step (
  tenant_id int not null,
  id uuid not null,
  change_id uuid not null,
  round int not null,
  kind text not null check (kind in ('trigger', 'study', 'negotiation', 'solution', 'agreement', 'authority',
    'display', 'objection', 'answer', 'displayEnd', 'credit', 'notice', 'delivery', 'drop')),
  happened_on date not null,
  -- Texts, numbers and amounts of the step.
  content jsonb not null,
  done_by uuid,
  done_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, change_id) references version_change
);
create index change_step_by_change on change_step (tenant_id, change_id, id);

-- What is true of a person's registration, and since when we know it (PRG-04). The row whose known_before is empty is
-- what we know now.
-- row: programme
create table member_period (
  tenant_id int not null,
  id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  village_code text,
  status text not null check (status in ('resident', 'moved_away', 'deceased', 'lost')),
  from_on date not null,
  before_on date check (before_on > from_on),
  known_from timestamptz not null,
  known_before timestamptz,
  import_id uuid,
  change_id uuid,
  -- Keyed hash of the roster row it came from: a re-run that changes nothing writes nothing.
  row_hash bytea,
  primary key (tenant_id, person_id, id),
  foreign key (tenant_id, person_id) references person,
  check (known_before >= known_from)
);
-- One open fact that we know now; the statement trigger below holds the rest of the wall.
create unique index member_period_one_now on member_period (tenant_id, programme_id, person_id)
  where before_on is null and known_before is null;

-- Cover derived from the registration by the programme's rule, in the same two times.
-- row: programme
create table cover_period (
  tenant_id int not null,
  id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  village_code text,
  from_on date not null,
  -- The last covered day; empty = until something ends it.
  to_on date check (to_on >= from_on),
  known_from timestamptz not null,
  known_before timestamptz,
  primary key (tenant_id, person_id, id),
  foreign key (tenant_id, person_id) references person,
  check (known_before >= known_from)
);
create unique index cover_period_one_now on cover_period (tenant_id, programme_id, person_id)
  where to_on is null and known_before is null;

-- The second wall of the roster, set by set instead of row by row: an EXCLUDE over two ranges and a foreign key a row
-- cost 20 seconds for 215,864 people, this costs one. The lock puts writers in order, so that each sees the others'
-- rows. Programmes and divisions are never deleted, so asking when rows arrive is as good as a foreign key.
create function roster_wall() returns trigger language plpgsql
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare overlapping boolean;
begin
  perform pg_advisory_xact_lock(7261, t.tenant_id) from (select distinct tenant_id from fresh) t;
  if exists (select from (select distinct tenant_id, programme_id from fresh) f where not exists (
      select from programme p where p.tenant_id = f.tenant_id and p.id = f.programme_id))
    or exists (select from (select distinct village_code from fresh) f where f.village_code is not null and not exists (
      select from division d where d.code = f.village_code)) then
    raise exception 'unknown programme or village' using errcode = '23503', constraint = tg_table_name || '_references';
  end if;
  if tg_table_name = 'member_period' then
    -- "offset 0" keeps the order: for each fresh row the index, even while statistics say the table is empty.
    select exists (select from fresh a, lateral (select from member_period b where b.tenant_id = a.tenant_id
      and b.person_id = a.person_id and b.programme_id = a.programme_id and b.id <> a.id
      and daterange(a.from_on, a.before_on) && daterange(b.from_on, b.before_on)
      and tstzrange(a.known_from, a.known_before) && tstzrange(b.known_from,
        b.known_before) offset 0) o) into overlapping;
  else
    -- "offset 0" keeps the order: for each fresh row the index, even while statistics say the table is empty.
    select exists (select from fresh a, lateral (select from cover_period b where b.tenant_id = a.tenant_id
      and b.person_id = a.person_id and b.programme_id = a.programme_id and b.id <> a.id
      and daterange(a.from_on, a.to_on, '[]') && daterange(b.from_on, b.to_on, '[]')
      and tstzrange(a.known_from, a.known_before) && tstzrange(b.known_from,
        b.known_before) offset 0) o) into overlapping;
  end if;
  if overlapping then
    raise exception 'overlapping periods of one person' using errcode = '23P01',
      constraint = tg_table_name || '_no_overlap';
  end if;
  return null;
end $$;
create trigger member_period_wall after insert on member_period referencing new table as fresh
  for each statement execute function roster_wall();
create trigger member_period_wall_update after update on member_period referencing new table as fresh
  for each statement execute function roster_wall();
create trigger cover_period_wall after insert on cover_period referencing new table as fresh
  for each statement execute function roster_wall();
create trigger cover_period_wall_update after update on cover_period referencing new table as fresh
  for each statement execute function roster_wall();

-- row: programme
create table roster_import (
  tenant_id int not null,
  id uuid not null,
  programme_id uuid not null,
  -- 'discharge': a hospital's list of stays, taken in by the same habits.
  kind text not null check (kind in ('initial', 'monthly', 'discharge')),
  file_name text not null,
  file_hash bytea not null,
  as_of_on date not null,
  state text not null check (state in ('reading', 'read', 'confirmed', 'discarded', 'failed')),
  row_count int not null default 0,
  good_count int not null default 0,
  bad_count int not null default 0,
  unchanged_count int not null default 0,
  summary jsonb not null default '{}',
  task_id uuid,
  -- The file waits sealed in the store until it has been read.
  salt bytea,
  started_by uuid,
  started_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references programme
);

-- row: programme
create table roster_bad_row (
  tenant_id int not null,
  import_id uuid not null,
  row_no int not null,
  codes text[] not null,
  salt bytea not null,
  -- Sealed JSON of the row as it came.
  sealed bytea not null,
  state text not null check (state in ('open', 'fixed', 'ignored')),
  primary key (tenant_id, import_id, row_no),
  foreign key (tenant_id, import_id) references roster_import
);

-- What a file would change on a living roster; takes effect only when a second person confirms (PRG-05, ORG-05).
-- row: programme
create table roster_difference (
  tenant_id int not null,
  import_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('joined', 'died', 'moved_away', 'moved_within', 'corrected', 'missing')),
  person_id uuid,
  row_no int,
  -- Who corrected the row on the screen; null = it came so in the file.
  made_by uuid,
  salt bytea not null,
  sealed bytea not null,
  state text not null check (state in ('waiting', 'confirmed', 'rejected')),
  primary key (tenant_id, id),
  foreign key (tenant_id, import_id) references roster_import
);
create index roster_difference_by_import on roster_difference (tenant_id, import_id, kind);

-- Unused cover is the real failure: deaths and discharge feeds open an outreach to the family (PRG-05).
-- row: programme
create table outreach (
  tenant_id int not null,
  id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  occasion text not null,
  state text not null check (state in ('open', 'reached', 'claimed', 'not_an_accident', 'given_up')),
  note text not null default '',
  -- Sealed JSON of what the occasion was, where it is more than a day: hospital and diagnosis of a stay.
  salt bytea,
  sealed bytea,
  owner_id uuid,
  opened_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, occasion),
  foreign key (tenant_id, person_id) references person
);

-- Limits used up, per person and policy year: the row that approvals lock (DESIGN §2).
-- row: programme
create table usage_balance (
  tenant_id int not null,
  programme_id uuid not null,
  person_id uuid not null,
  -- First day of the policy year.
  policy_year_on date not null,
  allowance_days int not null default 0 check (allowance_days between 0 and 366),
  allowance_fen bigint not null default 0 check (allowance_fen >= 0),
  primary key (tenant_id, programme_id, person_id, policy_year_on)
);

-- Days for which an allowance has been granted; no day is ever granted twice.
-- row: programme
create table usage_day (
  tenant_id int not null,
  programme_id uuid not null,
  person_id uuid not null,
  claim_line_id uuid not null,
  -- Within one policy year.
  days daterange not null,
  fen bigint not null check (fen >= 0),
  booked_at timestamptz not null,
  released_at timestamptz,
  exclude using gist (tenant_id with =, programme_id with =, person_id with =, days with &&) where (released_at is null)
);
create index usage_day_by_line on usage_day (tenant_id, claim_line_id);

-- What death and disability have been paid for an accident (LAW trap 19: per accident).
-- row: programme
create table usage_accident (
  tenant_id int not null,
  programme_id uuid not null,
  person_id uuid not null,
  accident_on date not null,
  claim_line_id uuid not null,
  benefit text not null,
  paid_fen bigint not null check (paid_fen >= 0),
  primary key (tenant_id, claim_line_id)
);
create index usage_accident_by_person on usage_accident (tenant_id, person_id, accident_on);
