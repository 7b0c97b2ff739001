-- Tenants, the event log with its seals, and idempotency.
-- Every tenant-owned table carries tenant_id first in its keys (ready to be distributed); walls.sql puts row-level
-- security on each of them after the migrations have run.

create extension if not exists btree_gist;

-- row: identity
create table tenant (
  tenant_id int primary key,
  kind text not null check (kind in ('insurer', 'broker', 'agency')),
  name text not null,
  short_name text not null,
  created_at timestamptz not null default now()
);

-- One row = audit trail, outbox and timeline (DESIGN §2). Ids, codes and amounts only: never a personal value.
-- The tables every request writes to do not refer to `tenant`: each such row would lock the tenant's one row beside all
-- others who do, and the wall of walls.sql already lets nobody write for a tenant that is not there.
-- row: events
create table event (
  tenant_id int not null,
  id uuid not null,
  -- The number of the writing transaction: the sealer works through finished transactions in this order.
  txid bigint not null default (pg_current_xact_id()::text::bigint),
  -- A look at personal data, as against a change.
  look boolean not null default false,
  name text not null,
  subject_kind text not null,
  subject_id uuid not null,
  person_id uuid,
  actor_kind text not null check (actor_kind in ('staff', 'customer', 'system', 'api_key')),
  actor_id uuid,
  source text not null default '',
  reason text,
  at timestamptz not null,
  facts jsonb not null,
  primary key (tenant_id, id)
);
create index event_by_subject on event (tenant_id, subject_id, id);
create index event_by_person on event (tenant_id, person_id, id) where person_id is not null;
create index event_by_time on event (tenant_id, at, id);
create index event_by_actor on event (tenant_id, actor_id, at, id) where actor_id is not null;
-- The sealer reads on from here every second; a BRIN index would have it read all that is not summarised yet.
create index event_by_txid on event (tenant_id, txid, id);

-- The outbox: events somebody waits for. Whoever delivers one takes it out in the same transaction.
-- row: events
create table event_waiting (
  tenant_id int not null,
  event_id uuid not null,
  primary key (tenant_id, event_id)
);

-- Hash chain over events, sealed block by block in transaction order (ORG-08).
-- row: events
create table audit_block (
  tenant_id int not null references tenant,
  block_no bigint not null,
  txid_from bigint not null,
  txid_before bigint not null,
  -- The sealed rows in order; their names too, so that a row that is missing can still be named.
  event_ids uuid[] not null,
  event_names text[] not null,
  row_hashes bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  primary key (tenant_id, block_no)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % on % is not possible', tg_op, tg_table_name;
end $$;
create trigger event_is_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();
create trigger audit_block_is_append_only before update or delete or truncate on audit_block
  for each statement execute function refuse_change();

-- row: http
create table idempotency (
  tenant_id int not null,
  actor_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  route text not null,
  body_hash bytea not null,
  status smallint not null,
  answer text not null,
  at timestamptz not null,
  primary key (tenant_id, actor_id, key)
);
create index idempotency_by_time on idempotency (tenant_id, at);

-- Long work that can be left and found again (OPS-05): imports, exports, rehearsals, sweeps.
-- row: jobs
create table background_task (
  tenant_id int not null references tenant,
  id uuid not null,
  kind text not null,
  title text not null,
  subject_id uuid,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  done_count int not null default 0,
  total_count int,
  result jsonb,
  fault text,
  started_by uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id)
);
create index background_task_recent on background_task (tenant_id, created_at desc);
