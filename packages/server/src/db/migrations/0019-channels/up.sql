-- The written channels (SRV-02, SRV-03): mailboxes and how far they are read, mails that came, answers that went, and
-- messages whose picture or voice has yet to be fetched.

-- row: service-desk
create table mailbox (
  tenant_id int not null references tenant,
  id uuid not null,
  name text not null,
  address text not null,
  -- Hosts, ports, how they are secured, the user, the folder; no secret.
  settings jsonb not null,
  salt bytea not null,
  -- Sealed JSON { password }.
  sealed bytea not null,
  active boolean not null,
  -- Mails that were there before the mailbox was set up are not ours to answer.
  read_from timestamptz not null,
  -- How far it is read; begins anew when the server counts anew.
  uid_validity text,
  last_uid bigint not null default 0,
  next_look_at timestamptz not null,
  last_ok_at timestamptz,
  failing_since timestamptz,
  fault text,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, address)
);

-- Every mail that was looked at, and what was made of it; the mail itself stays with the mail server.
-- row: service-desk
create table mail_arrival (
  tenant_id int not null,
  id uuid not null,
  mailbox_id uuid not null,
  uid_validity text not null,
  uid bigint not null,
  -- Of its Message-ID: what answers it belongs to the same thread.
  message_hash bytea not null,
  -- Of the thread it belongs to.
  thread_hash bytea not null,
  -- Of the sender's address.
  from_hash bytea not null,
  outcome text not null check (outcome in ('message', 'repeat', 'automatic', 'bounce', 'own', 'stopped', 'unreadable')),
  request_id uuid,
  bytes int not null,
  arrived_at timestamptz not null,
  recorded_at timestamptz not null,
  salt bytea not null,
  -- Sealed JSON { messageId, references, thread, from, name, subject, detail }.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, mailbox_id, uid_validity, uid),
  foreign key (tenant_id, mailbox_id) references mailbox,
  foreign key (tenant_id, request_id) references desk_request
);
create index mail_arrival_by_message on mail_arrival (tenant_id, message_hash);
create index mail_arrival_by_thread on mail_arrival (tenant_id, thread_hash, arrived_at desc);
create index mail_arrival_automatic on mail_arrival (tenant_id, from_hash, recorded_at) where outcome = 'automatic';
create index mail_arrival_recent on mail_arrival (tenant_id, mailbox_id, recorded_at desc, id desc);

-- Answers that left by mail: what comes back to them belongs to their thread.
-- row: service-desk
create table mail_departure (
  tenant_id int not null,
  -- The desk's message.
  id uuid not null,
  mailbox_id uuid,
  message_hash bytea not null,
  sent_at timestamptz not null,
  bounced_at timestamptz,
  fault text,
  salt bytea not null,
  -- Sealed JSON { messageId, thread }.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, mailbox_id) references mailbox
);
create index mail_departure_by_message on mail_departure (tenant_id, message_hash);

-- A message whose picture, voice or film lies with WeChat until a job has fetched it; then the row goes.
-- row: service-desk
create table media_arrival (
  tenant_id int not null,
  id uuid not null,
  message_hash bytea not null,
  arrived_at timestamptz not null,
  tries int not null default 0,
  salt bytea not null,
  -- Sealed JSON { messageNo, openId, text, mediaId, sort }.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, message_hash)
);

-- Where a follower of the public account stands with the guided assistant (SRV-12): one dialogue at a time.
-- row: service-desk
create table desk_guide (
  tenant_id int not null references tenant,
  -- Keyed hash of the follower.
  key_hash bytea not null,
  dialogue_id uuid,
  -- The latest messages, by keyed hash of their numbers: WeChat sends again what was not answered at once.
  heard bytea[] not null default '{}',
  -- The open request: own words the machine answered in it, and whether a person was asked for.
  request_id uuid,
  answers int not null default 0 check (answers >= 0),
  handed boolean not null default false,
  tries int not null default 0 check (tries >= 0),
  touched_at timestamptz not null,
  salt bytea not null,
  -- Sealed JSON { openId, waiting: [{ id, text }] }: what is still to be sent, in its order.
  sealed bytea not null,
  primary key (tenant_id, key_hash),
  foreign key (tenant_id, request_id) references desk_request
);
create index desk_guide_old on desk_guide (tenant_id, touched_at);
