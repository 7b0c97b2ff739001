-- Figures of complaints (CMP-13) and what is published of them (CMP-14).

-- Counted every night, by month of receipt. Complaints that concern somebody of ours stand apart: whoever is concerned
-- in any of them has these counted at the moment of asking, as far as they may see them.
-- row: complaints
create table complaint_month (
  tenant_id int not null references tenant,
  month text not null,
  series text not null check (series in ('own', 'regulator', 'imported')),
  -- The zero id and '' stand for none; the id of ones and '*' for all together.
  institution_id uuid not null,
  product text not null,
  concerning boolean not null,
  dimension text not null check (dimension in ('all', 'label', 'causeGroup', 'cause', 'step', 'channel', 'outcome',
    'institution', 'product', 'days', 'clock', 'person')),
  value text not null,
  received int not null,
  open int not null,
  repeated int not null,
  withdrawn int not null,
  redirected int not null,
  upheld int not null,
  reopened int not null,
  overdue int not null,
  unsatisfied int not null,
  primary key (tenant_id, institution_id, product, month, series, concerning, dimension, value)
);

-- How long those took that were received in the month, counted with it: the same rows are told apart by everything a
-- question about days may ask for.
-- row: complaints
create table complaint_duration (
  tenant_id int not null references tenant,
  month text not null,
  origin text not null check (origin in ('lived', 'imported')),
  concerning boolean not null,
  -- Causes of ours, else the words of the source, each counted in its own line; of some neither is known.
  causes text[] not null,
  company text not null,
  -- Natural days from receipt to the end; null: not ended.
  days int,
  days_or_none int not null generated always as (coalesce(days, -1)) stored,
  count int not null,
  primary key (tenant_id, month, origin, concerning, causes, company, days_or_none)
);

-- row: complaints
create table complaint_rollup (
  tenant_id int not null references tenant,
  -- Complaints received before it are in complaint_month and complaint_duration, as they stood then.
  counted_until timestamptz not null,
  counted_at timestamptz not null,
  -- The history is also counted when a file of it has been read.
  history_counted_at timestamptz not null,
  primary key (tenant_id)
);

-- Whether somebody is concerned in any, and which those are.
create index complaint_concerning on complaint (tenant_id, received_at) include (concerned_ids)
  where concerned_ids <> '{}';

-- row: complaints
create table complaint_publication (
  tenant_id int not null references tenant,
  id uuid not null,
  -- 2026-03, 2026-Q1 or 2026.
  period_key text not null,
  version int not null check (version > 0),
  state text not null check (state in ('drafted', 'waiting', 'published', 'dropped')),
  -- What the public sees: tables with small counts hidden, ratios, days. Nothing else of the figures is kept.
  figures jsonb not null,
  frozen_at timestamptz not null,
  measures text not null default '',
  -- Why an earlier version is corrected.
  reason text not null default '',
  answer text not null default '',
  drafted_by uuid not null,
  submitted_by uuid,
  decided_by uuid,
  published_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, drafted_by) references staff_user,
  check ((state = 'published') = (published_at is not null)),
  check (state <> 'published' or decided_by is not null and decided_by <> drafted_by and submitted_by is not null
    and decided_by <> submitted_by)
);
create unique index complaint_publication_open on complaint_publication (tenant_id, period_key)
  where state in ('drafted', 'waiting');
create unique index complaint_publication_version on complaint_publication (tenant_id, period_key desc, version desc)
  where state <> 'dropped';

-- What was published stays as it was.
create function refuse_change_of_published() returns trigger language plpgsql as $$
begin
  if old.state = 'published' then
    raise exception 'published figures never change: % %', old.period_key, old.version;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger complaint_publication_is_final before update or delete on complaint_publication
  for each row execute function refuse_change_of_published();
