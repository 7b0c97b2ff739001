-- Complaint boxes at outlets and the log of their openings, each by two persons (SRV-02).

-- row: service-desk
create table desk_box (
  tenant_id int not null references tenant,
  id uuid not null,
  state text not null check (state in ('hung', 'removed')),
  institution_id uuid not null,
  -- Where it hangs.
  place text not null,
  hung_at timestamptz not null,
  hung_by uuid not null,
  removed_at timestamptz,
  -- The latest opening that two persons vouch for.
  opened_at timestamptz,
  -- Until when it is to be opened.
  due_at timestamptz,
  due_clock text,
  -- A column, since behind the tenant wall an expression is no condition of an index.
  due_or_never timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, institution_id) references institution,
  check ((state = 'removed') = (removed_at is not null))
);
create unique index desk_box_place on desk_box (tenant_id, institution_id, place) where state = 'hung';
create index desk_box_by_due on desk_box (tenant_id, due_or_never, id) where state = 'hung';

-- row: service-desk
create table desk_box_opening (
  tenant_id int not null,
  id uuid not null,
  box_id uuid not null,
  state text not null check (state in ('recorded', 'confirmed', 'disputed')),
  opened_at timestamptz not null,
  recorded_at timestamptz not null,
  -- Who opened and wrote it down, who stood by: two different persons.
  opened_by uuid not null,
  witness_id uuid not null check (witness_id <> opened_by),
  decided_at timestamptz,
  -- The requests its letters became; empty: nothing was in it.
  request_ids uuid[] not null default '{}',
  salt bytea not null,
  -- Sealed JSON { found, dispute }: what else lay in it, what the witness says was different.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, box_id) references desk_box,
  check ((state = 'recorded') = (decided_at is null))
);
create unique index desk_box_opening_one_waiting on desk_box_opening (tenant_id, box_id) where state = 'recorded';
create index desk_box_opening_by_box on desk_box_opening (tenant_id, box_id, opened_at desc, id desc);
create index desk_box_opening_by_witness on desk_box_opening (tenant_id, witness_id) where state = 'recorded';
