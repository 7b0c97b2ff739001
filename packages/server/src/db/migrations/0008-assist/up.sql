-- Cases brokers and agencies keep for their clients beside the insurer's own (ORG-01, 协助理赔).

-- row: assist
create table assisted_claim (
  tenant_id int not null references tenant,
  id uuid not null,
  assist_no text not null,
  state text not null check (state in
    ('draft', 'submitted', 'accepted', 'decided', 'paid', 'closed', 'declined', 'withdrawn')),
  client_name text not null,
  -- Empty = an insurer that does not work on this installation.
  insurer_tenant_id int references tenant,
  insurer_name text not null,
  outside_claim_no text,
  -- The report in the insurer's tenant: an id and a number, nothing that could be followed through the wall.
  report_id uuid,
  report_no text,
  -- [{ claimNo, state, payableFen, paidFen, letters: [kind] }]: what the insurer lets the broker know.
  progress jsonb not null default '[]',
  -- The database's time of the look at the insurer's case: an older look never overwrites a newer one.
  followed_at timestamptz,
  -- Steps nobody of the broker has looked at yet.
  news int not null default 0 check (news >= 0),
  owner_id uuid,
  -- The earliest running promise to the client; the list shows it.
  due_at timestamptz,
  due_clock text,
  created_at timestamptz not null,
  submitted_at timestamptz,
  updated_at timestamptz not null,
  salt bytea not null,
  -- Sealed JSON { idNumber, phone, accident }.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, assist_no),
  check (insurer_tenant_id is null or insurer_tenant_id <> tenant_id),
  check (state in ('draft', 'withdrawn') or submitted_at is not null)
);
create index assisted_claim_recent on assisted_claim (tenant_id, created_at desc, id desc);
create index assisted_claim_by_state on assisted_claim (tenant_id, state, created_at desc, id desc);
create index assisted_claim_by_client on assisted_claim (tenant_id, client_name);
create index assisted_claim_with_news on assisted_claim (tenant_id, created_at desc, id desc) where news > 0;

-- The papers of an assisted case, and whether they reached the insurer.
-- row: assist
create table assist_paper (
  tenant_id int not null,
  document_id uuid not null,
  assist_id uuid not null,
  handed_at timestamptz,
  primary key (tenant_id, document_id),
  foreign key (tenant_id, assist_id) references assisted_claim
);
create index assist_paper_of_case on assist_paper (tenant_id, assist_id);

-- Kept in the insurer's tenant: whose case a report came from. At most one report of one case.
-- row: assist
create table assist_link (
  tenant_id int not null,
  report_id uuid not null,
  broker_tenant_id int not null references tenant,
  assist_id uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, report_id),
  unique (tenant_id, broker_tenant_id, assist_id),
  foreign key (tenant_id, report_id) references report
);

-- Kept in the insurer's tenant: which of the broker's papers a claim has, so that each comes once.
-- row: assist
create table assist_receipt (
  tenant_id int not null,
  claim_id uuid not null,
  paper_id uuid not null,
  received_at timestamptz not null,
  primary key (tenant_id, claim_id, paper_id),
  foreign key (tenant_id, claim_id) references claim
);

create sequence assist_no increment by 100;
