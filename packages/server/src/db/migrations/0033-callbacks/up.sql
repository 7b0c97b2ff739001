-- Callbacks (CBK-01, CBK-02, CMP-10): who is owed one, every attempt with what proves it, what was answered.

-- row: callbacks
create table callback (
  tenant_id int not null references tenant,
  id uuid not null,
  callback_no text not null,
  occasion text not null check (occasion in ('complaint_closed', 'complaint_reopened', 'claim_ended',
    'quality_finding', 'cover_started', 'quarterly', 'yearly')),
  -- What is asked about, in another row's words, and for which time: asked for again it is the same callback.
  subject_kind text not null,
  subject_id uuid not null,
  round int not null check (round >= 1),
  -- The number of the case, as people say it.
  about text not null,
  state text not null check (state in ('owed', 'contacting', 'reached', 'exhausted', 'dropped')),
  person_id uuid,
  village_code text references division,
  -- Keyed hash of the telephone told, where the person is in no register: the same person is not called by two.
  phone_hash bytea,
  due_on date not null,
  owed_at timestamptz not null,
  owner_id uuid,
  -- Who handled the matter must not call (回避); concealed: does not see it either.
  excluded uuid[] not null default '{}',
  concealed boolean not null,
  -- Only these see it and call (举报); empty: whoever may.
  only_by uuid[],
  -- When to try again: agreed with the customer.
  next_at timestamptz,
  taken_at timestamptz,
  -- Since it was taken, somebody was reached; and who it is, was checked.
  spoken_at timestamptz,
  callee text check (callee in ('self', 'family', 'complainant')),
  identified_at timestamptz,
  tries int not null default 0 check (tries >= 0),
  ended_at timestamptz,
  ended_on date,
  drop_reason text,
  satisfied text check (satisfied in ('yes', 'no', 'unclear')),
  -- Reached, and did not want to be asked.
  declined boolean not null default false,
  script_code text,
  script_version int,
  -- The earliest running promise.
  due_at timestamptz,
  due_clock text,
  salt bytea not null,
  -- Sealed JSON { name, phone, relation, callee: { name, relation, points }, answers }.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, callback_no),
  unique (tenant_id, subject_id, occasion, round),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, owner_id) references staff_user,
  check ((state in ('reached', 'exhausted', 'dropped')) = (ended_at is not null)),
  check ((ended_at is null) = (ended_on is null)),
  check ((state = 'reached') = (satisfied is not null)),
  check ((state = 'dropped') = (drop_reason is not null)),
  check (state <> 'contacting' or owner_id is not null),
  check (not (owner_id = any(excluded))),
  check (identified_at is null or callee is not null)
);
-- What the scope asks for stands beside the key: ten thousand are counted without touching the table.
create index callback_due on callback (tenant_id, due_on, id)
  include (concealed, excluded, only_by, village_code, owner_id) where state in ('owed', 'contacting');
create index callback_mine on callback (tenant_id, owner_id, due_on, id) where state in ('owed', 'contacting');
create index callback_ended on callback (tenant_id, ended_at desc, id desc) where ended_at is not null;
create index callback_of_person on callback (tenant_id, person_id, owed_at desc) where person_id is not null;
create index callback_of_phone on callback (tenant_id, phone_hash) where phone_hash is not null;
-- Figures: what was due, and what became of it, without touching the table.
create index callback_figures on callback (tenant_id, due_on) include (state, ended_on, declined, satisfied);

-- row: callbacks
create table callback_attempt (
  tenant_id int not null,
  id uuid not null,
  callback_id uuid not null,
  at timestamptz not null,
  day_part text not null check (day_part in ('morning', 'afternoon', 'evening')),
  way text not null check (way in ('phone', 'family_phone', 'wechat', 'sms', 'video', 'visit', 'liaison')),
  outcome text not null check (outcome in ('reached', 'no_answer', 'busy', 'switched_off', 'wrong_number',
    'nobody_home', 'no_reply', 'call_later', 'declined')),
  evidence text not null check (evidence in ('call_log', 'file', 'note')),
  document_id uuid,
  made_by uuid not null,
  recorded_at timestamptz not null,
  salt bytea not null,
  -- Sealed JSON { callNo, note }.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, callback_id) references callback,
  check ((evidence = 'file') = (document_id is not null)),
  check (at <= recorded_at)
);
create index callback_attempt_of on callback_attempt (tenant_id, callback_id, at);

-- What an answer opened. What was made of it (a correction, a report) is named beside it.
-- row: callbacks
create table callback_follow_up (
  tenant_id int not null,
  id uuid not null,
  callback_id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('unclear', 'hard', 'dissatisfied', 'suggestion', 'accident', 'wrong_number',
    'wrong_phone', 'wrong_address')),
  state text not null check (state in ('open', 'done')),
  owner_id uuid,
  due_on date not null,
  made_kind text,
  made_id uuid,
  opened_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  salt bytea not null,
  -- Sealed JSON { question, text, result }.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, callback_id) references callback,
  foreign key (tenant_id, person_id) references person,
  check ((made_kind is null) = (made_id is null)),
  check ((state = 'done') = (done_at is not null)),
  check ((done_at is null) = (done_by is null))
);
create index callback_follow_up_of on callback_follow_up (tenant_id, callback_id);
create index callback_follow_up_open on callback_follow_up (tenant_id, due_on, id) where state = 'open';

-- When somebody last said that telephone or address are right.
-- row: callbacks
create table callback_contact_check (
  tenant_id int not null,
  person_id uuid not null,
  field text not null check (field in ('phone', 'address')),
  verified_at timestamptz not null,
  callback_id uuid not null,
  verified_by uuid not null,
  primary key (tenant_id, person_id, field),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, callback_id) references callback
);

create sequence callback_no increment by 100;
