-- One front door (SRV-01, SRV-04, SRV-08): requests, what was said in them, drafts, links, and who is looking.

-- Where something stands among what breaks in the same hour, on line in the same minute: `place` and `share` are parts
-- of that hour. What breaks never has no place.
create function desk_place(due_clock text, breaks timestamptz, place float8, share float8) returns timestamptz
  language sql immutable parallel safe
  return (date_bin(case when due_clock in ('T04', 'T05') then interval '1 minute' else interval '1 hour' end,
      breaks at time zone 'UTC', timestamp '2000-01-01')
    + case when due_clock in ('T04', 'T05') then interval '1 minute' else interval '1 hour' end * place
    + (breaks at time zone 'UTC'
      - date_bin(case when due_clock in ('T04', 'T05') then interval '1 minute' else interval '1 hour' end,
        breaks at time zone 'UTC', timestamp '2000-01-01')) * share) at time zone 'UTC';

-- row: service-desk
create table desk_request (
  tenant_id int not null references tenant,
  id uuid not null,
  request_no text not null,
  state text not null check (state in
    ('received', 'taken', 'answered', 'snoozed', 'solved', 'closed', 'converted', 'merged')),
  kind text not null check (kind in ('enquiry', 'report', 'complaint', 'appeal', 'tip', 'suggestion', 'praise',
    'policy_service', 'progress', 'visit')),
  channel text not null check (channel in ('phone', 'elder_line', 'chat', 'wechat', 'app', 'sms', 'email', 'fax',
    'letter', 'counter', 'box', 'visit', 'liaison', 'regulator')),
  -- Seen only by those who may see sealed matters, never by the staff it is about (CUS-11).
  confidential boolean not null default false,
  concerned_ids uuid[] not null default '{}',
  person_id uuid,
  -- Who wrote or called, for search by the number.
  phone_hash bytea,
  village_code text,
  institution_id uuid,
  owner_id uuid,
  -- Who wrote it down; empty = it came by itself.
  registered_by uuid,
  topic text,
  special boolean not null default false,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  -- The oldest message of the customer without an answer of a human (SLA §2 rule 11).
  unanswered_since timestamptz,
  first_answered_at timestamptz,
  last_message_at timestamptz not null,
  message_count int not null default 0 check (message_count >= 0),
  solved_at timestamptz,
  solved_by text check (solved_by in ('customer', 'proxy', 'silence')),
  closed_at timestamptz,
  snoozed_until timestamptz,
  -- After an answer: when to ask whether it is solved (SRV-08).
  follow_up_at timestamptz,
  reopened_count int not null default 0,
  answer_count int not null default 0,
  merged_into uuid,
  state_before text,
  parent_id uuid,
  -- The earliest running promise.
  due_at timestamptz,
  due_clock text,
  -- What breaks first. A column, since behind the tenant wall an expression is no condition of an index.
  due_or_never timestamptz not null
    generated always as (coalesce(least(due_at, follow_up_at, snoozed_until), 'infinity')) stored,
  -- How soon the person is served among those who wait alike (CUS-04): 1 first, 5 ordinary.
  care_rank int not null default 5 check (care_rank between 1 and 8),
  -- What the customer wishes to speak: as somebody heard it, else by a care mark (SRV-02).
  language_said text,
  language_marked text,
  language text generated always as (coalesce(language_said, language_marked)) stored,
  -- The order of the queue: what breaks together stands by care rank, then by what breaks first. While nobody has it,
  -- it stands before the others it breaks together with for who speaks the customer's dialect, and after them for who
  -- does not (SRV-02). Nobody's care mark or language puts an earlier hour behind a later one.
  queue_at timestamptz not null generated always as (coalesce(desk_place(due_clock,
    least(due_at, follow_up_at, snoozed_until), care_rank / 10.0::float8, 0.1), 'infinity')) stored,
  spoken_at timestamptz not null generated always as (coalesce(desk_place(due_clock,
    least(due_at, follow_up_at, snoozed_until), care_rank / 100.0::float8, 0.01), 'infinity')) stored,
  unspoken_at timestamptz not null generated always as (coalesce(desk_place(due_clock,
    least(due_at, follow_up_at, snoozed_until), 0.9 + care_rank / 100.0::float8, 0.01), 'infinity')) stored,
  salt bytea not null,
  -- Sealed JSON { contact, subject, policy }.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, request_no),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, merged_into) references desk_request,
  foreign key (tenant_id, parent_id) references desk_request,
  check ((state = 'merged') = (merged_into is not null)),
  check ((state = 'snoozed') = (snoozed_until is not null)),
  check ((state = 'merged') = (state_before is not null))
);
create index desk_request_open_by_due on desk_request (tenant_id, queue_at, id)
  include (owner_id, institution_id, due_or_never) where state in ('received', 'taken', 'answered', 'snoozed');
create index desk_request_spoken on desk_request (tenant_id, spoken_at, id)
  where language is not null and owner_id is null;
create index desk_request_unspoken on desk_request (tenant_id, unspoken_at, id)
  where language is not null and owner_id is null;
create index desk_request_by_due on desk_request (tenant_id, queue_at, id);
create index desk_request_open_by_owner on desk_request (tenant_id, owner_id, queue_at, id)
  where state in ('received', 'taken', 'answered', 'snoozed');
create index desk_request_snoozed on desk_request (tenant_id, snoozed_until) where state = 'snoozed';
create index desk_request_solved on desk_request (tenant_id, solved_at) where state = 'solved';
create index desk_request_recent on desk_request (tenant_id, received_at desc, id desc);
create index desk_request_by_state on desk_request (tenant_id, state, received_at desc, id desc);
create index desk_request_by_kind on desk_request (tenant_id, kind, received_at desc, id desc);
create index desk_request_by_channel on desk_request (tenant_id, channel, received_at desc, id desc);
create index desk_request_by_topic on desk_request (tenant_id, topic, received_at desc, id desc)
  where topic is not null;
create index desk_request_by_owner on desk_request (tenant_id, owner_id, received_at desc, id desc);
create index desk_request_by_person on desk_request (tenant_id, person_id, received_at desc)
  where person_id is not null;
create index desk_request_by_phone on desk_request (tenant_id, phone_hash, received_at desc)
  where phone_hash is not null;
create index desk_request_by_parent on desk_request (tenant_id, parent_id) where parent_id is not null;
create index desk_request_by_survivor on desk_request (tenant_id, merged_into) where merged_into is not null;

-- What was said, both ways, and notes among colleagues. Sealed under the salt of the request.
-- row: service-desk
create table desk_message (
  tenant_id int not null,
  id uuid not null,
  request_id uuid not null,
  no int not null check (no > 0),
  direction text not null check (direction in ('in', 'out', 'note')),
  channel text not null,
  -- Auto-replies, bounces, receipts: kept, never a word of a human.
  automatic boolean not null default false,
  author_id uuid,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  -- Of the sender's own id: what comes twice is kept once.
  message_hash bytea,
  delivery text not null default 'none' check (delivery in ('none', 'said', 'queued', 'sent', 'failed')),
  delivered_at timestamptz,
  fault text,
  -- Which approved wording, as code@version.
  wording text,
  document_ids uuid[] not null default '{}',
  -- Sealed JSON { text, messageId, repeatReason, fileNames, refusedFiles }.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, request_id, no),
  unique (tenant_id, channel, message_hash),
  foreign key (tenant_id, request_id) references desk_request
);
create index desk_message_queued on desk_message (tenant_id, recorded_at) where delivery = 'queued';

-- A thread of a channel and the request it belongs to now; locked while a message of it is taken in.
-- row: service-desk
create table desk_conversation (
  tenant_id int not null,
  channel text not null,
  key_hash bytea not null,
  request_id uuid not null,
  touched_at timestamptz not null,
  salt bytea not null,
  -- Sealed JSON { key, from }: where an answer goes.
  sealed bytea not null,
  primary key (tenant_id, channel, key_hash),
  foreign key (tenant_id, request_id) references desk_request deferrable initially deferred
);
create index desk_conversation_by_request on desk_conversation (tenant_id, request_id);

-- A half-written reply survives a dead browser.
-- row: service-desk
create table desk_draft (
  tenant_id int not null,
  request_id uuid not null,
  user_id uuid not null,
  saved_at timestamptz not null,
  sealed bytea not null,
  primary key (tenant_id, request_id, user_id),
  foreign key (tenant_id, request_id) references desk_request
);

-- row: service-desk
create table desk_link (
  tenant_id int not null,
  request_id uuid not null,
  target_kind text not null check (target_kind in ('claim', 'report', 'person', 'request', 'visit')),
  target_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, request_id, target_kind, target_id),
  foreign key (tenant_id, request_id) references desk_request
);
create index desk_link_by_target on desk_link (tenant_id, target_id);

-- Who has a request open; rows grow old by themselves.
-- row: service-desk
create table desk_viewer (
  tenant_id int not null,
  request_id uuid not null,
  user_id uuid not null,
  seen_at timestamptz not null,
  writing boolean not null default false,
  primary key (tenant_id, request_id, user_id),
  foreign key (tenant_id, request_id) references desk_request
);
create index desk_viewer_by_age on desk_viewer (tenant_id, seen_at);

-- A tenant's own rules of wording (SRV-10), each version whole; without one those of config hold.
-- row: service-desk
create table desk_wording (
  tenant_id int not null references tenant,
  version int not null,
  rules jsonb not null,
  made_by uuid not null,
  confirmed_by uuid not null check (confirmed_by <> made_by),
  at timestamptz not null,
  primary key (tenant_id, version),
  foreign key (tenant_id, made_by) references staff_user,
  foreign key (tenant_id, confirmed_by) references staff_user
);

create sequence request_no increment by 100;
