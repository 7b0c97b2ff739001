-- 举报 (CMP-12): its own road, shut to everybody without the right and to everybody it concerns. It knows no person,
-- no claim and no institution of the case, so that nothing else leads to it.

-- row: complaints
create table tip (
  tenant_id int not null references tenant,
  id uuid not null,
  tip_no text not null,
  state text not null check (state in ('received', 'accepted', 'concluded', 'confirmed', 'closed', 'turned')),
  channel text not null check (channel in ('phone', 'elder_line', 'chat', 'wechat', 'app', 'sms', 'email', 'fax',
    'letter', 'counter', 'box', 'visit', 'liaison', 'regulator')),
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  -- The reporter gave a name and is owed the result.
  named boolean not null,
  -- Who is reported, with whoever is named in the words; their reporting line; the institution that is reported.
  concerned_ids uuid[] not null default '{}',
  line_ids uuid[] not null default '{}',
  reported_institution_id uuid,
  examiner_id uuid,
  accepted_at timestamptz,
  accepted_by uuid,
  outcome text check (outcome in ('substantiated', 'partly_substantiated', 'unsubstantiated', 'undecidable',
    'declined', 'transferred')),
  concluded_at timestamptz,
  concluded_by uuid,
  confirmed_at timestamptz,
  confirmed_by uuid,
  told_at timestamptz,
  -- The reporter added something that nobody has taken up since.
  unread_since timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  ended_at timestamptz,
  -- Keyed hash of the code in the reporter's hands; the code itself is kept nowhere.
  code_hash bytea not null,
  due_at timestamptz,
  due_clock text,
  due_or_never timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored,
  salt bytea not null,
  -- Sealed JSON { reporter, facts, against, origin, conclusion, judgement }.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, tip_no),
  unique (tenant_id, code_hash),
  check (not examiner_id = any (concerned_ids) and not examiner_id = any (line_ids)),
  check (confirmed_by is distinct from concluded_by or confirmed_by is null),
  check (closed_by is distinct from concluded_by or closed_by is null),
  check (state not in ('concluded', 'confirmed', 'closed') or outcome is not null and concluded_by is not null),
  check ((state in ('closed', 'turned')) = (ended_at is not null))
);
create index tip_open_by_due on tip (tenant_id, due_or_never, id) where ended_at is null or unread_since is not null;
create index tip_recent on tip (tenant_id, received_at desc, id desc);

-- The file of a tip: what the reporter added, questions, evidence, interviews, protection.
-- row: complaints
create table tip_entry (
  tenant_id int not null,
  id uuid not null,
  tip_id uuid not null,
  kind text not null check (kind in ('facts', 'question', 'evidence', 'interview', 'note', 'protection', 'told')),
  happened_at timestamptz not null,
  -- Empty: the reporter.
  by_id uuid,
  -- The reporter's own, so that what was sent twice is kept once.
  message_id uuid,
  document_ids uuid[] not null default '{}',
  -- Sealed text under the salt of the tip.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, tip_id, message_id),
  foreign key (tenant_id, tip_id) references tip
);
create index tip_entry_of on tip_entry (tenant_id, tip_id, happened_at, id);

-- Who looked inside, and why: each look holds for a time.
-- row: complaints
create table tip_opening (
  tenant_id int not null,
  id uuid not null,
  tip_id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  until_at timestamptz not null,
  -- Sealed reason under the salt of the tip.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, tip_id) references tip
);
create index tip_opening_of on tip_opening (tenant_id, tip_id, opened_by, until_at);

create sequence tip_no increment by 100;
