-- A later time is asked for before the promised one is over, granted by a superior, and told with the reason (CLM-06).

-- row: claims
create table claim_extension (
  tenant_id int not null,
  id uuid not null,
  claim_id uuid not null,
  state text not null check (state in ('waiting', 'granted', 'refused')),
  clock_id text not null,
  due_on date not null,
  new_due_on date not null,
  salt bytea not null,
  -- Sealed JSON { reason, answer }: it may speak of health.
  sealed bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, claim_id) references claim
);
create unique index claim_extension_waiting on claim_extension (tenant_id, claim_id) where state = 'waiting';
create index claim_extension_by_claim on claim_extension (tenant_id, claim_id, asked_at);
