-- Home visits, on-site service after an accident, video help (SRV-09, CLM-02).

-- Who goes out: base villages, working calendar, how many visits a half-day, accident cover, safety rules read.
-- row: visits
create table visitor (
  tenant_id int not null,
  staff_id uuid not null,
  active boolean not null,
  -- The village a day begins in; visits near it come first.
  base_village text not null references division,
  villages text[] not null default '{}',
  calendar_id text not null,
  half_day_capacity int not null check (half_day_capacity between 1 and 12),
  cover_insurer text,
  cover_policy_no text,
  cover_from date,
  cover_to date,
  -- The version of the safety rules that was read, and when.
  safety_version int,
  safety_read_on date,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (tenant_id, staff_id),
  foreign key (tenant_id, staff_id) references staff_user,
  check (cover_to >= cover_from),
  check ((cover_from is null) = (cover_to is null) and (cover_from is null) = (cover_policy_no is null)),
  check ((safety_version is null) = (safety_read_on is null))
);

-- Urban or suburban, dated, as the sponsor confirmed it (CLM-02). A village without an entry is not known.
-- row: visits
create table village_area (
  tenant_id int not null references tenant,
  id uuid not null,
  village_code text not null references division,
  area text not null check (area in ('urban', 'suburban')),
  from_on date not null,
  -- The last day; empty: until further notice.
  to_on date,
  source text not null,
  made_by uuid not null,
  checked_by uuid not null,
  checked_at timestamptz not null,
  primary key (tenant_id, id),
  check (to_on >= from_on),
  check (checked_by <> made_by),
  exclude using gist (tenant_id with =, village_code with =, daterange(from_on, to_on, '[]') with &&)
);

-- row: visits
create table visit (
  tenant_id int not null,
  id uuid not null,
  visit_no text not null,
  kind text not null check (kind in ('home', 'on_site', 'video')),
  state text not null check (state in
    ('requested', 'agreed', 'on_the_way', 'arrived', 'not_met', 'done', 'cancelled')),
  -- Counts every change: what was written without a connection says which one it saw.
  revision int not null default 1,
  -- What it serves, in another row's words; empty: only the person.
  subject_kind text,
  subject_id uuid,
  person_id uuid,
  village_code text references division,
  -- The promise goes by it; on_site only. area_known: the sponsor has confirmed it.
  area text check (area in ('urban', 'suburban')),
  area_known boolean not null default false,
  purpose text not null,
  channel text not null,
  -- Why somebody should not have to come to us (60+, 行动不便 …); empty: an exception a person took.
  eligible_by text[] not null,
  -- Half-days that suit, `2026-11-24/am`.
  wishes text[] not null default '{}',
  visitor_id uuid,
  slot_on date,
  half text check (half in ('am', 'pm')),
  -- Which of the visitor's places in the half-day; home visits only.
  seat int check (seat >= 1),
  slot_from timestamptz,
  slot_to timestamptz,
  -- Who let a visitor go without a valid accident cover.
  uncovered_by uuid,
  requested_at timestamptz not null,
  set_out_at timestamptz,
  arrived_at timestamptz,
  -- `photo`, `position`: what proves the arrival besides the time.
  arrival_proof text[] not null default '{}',
  ended_at timestamptz,
  result text check (result in ('settled', 'follow_up', 'nobody_home', 'refused', 'not_possible')),
  checklist text,
  checklist_version int,
  -- The earliest running promise.
  due_at timestamptz,
  due_clock text,
  recorded_by uuid,
  salt bytea not null,
  -- Sealed JSON { name, phone, address, why, position }.
  sealed bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, visit_no),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, visitor_id) references visitor,
  check ((subject_kind is null) = (subject_id is null)),
  check (state not in ('agreed', 'on_the_way', 'arrived', 'done')
    or (visitor_id is not null and slot_from is not null)),
  check (slot_to > slot_from),
  check (state <> 'arrived' or arrived_at is not null),
  check (kind <> 'on_site' or area is not null)
);
-- The second wall behind the visitor's lock: one visit a place, one video at a time, one scene at a time.
create unique index visit_one_a_seat on visit (tenant_id, visitor_id, slot_on, half, seat)
  where seat is not null and state in ('agreed', 'on_the_way', 'arrived', 'done');
create unique index visit_one_scene on visit (tenant_id, visitor_id)
  where kind = 'on_site' and state in ('agreed', 'on_the_way', 'arrived');
alter table visit add constraint visit_one_video_at_a_time exclude using gist
  (tenant_id with =, visitor_id with =, tstzrange(slot_from, slot_to) with &&)
  where (kind = 'video' and state in ('agreed', 'on_the_way', 'arrived'));
create index visit_recent on visit (tenant_id, requested_at desc, id desc);
create index visit_by_state on visit (tenant_id, state, requested_at desc, id desc);
create index visit_of_day on visit (tenant_id, slot_on, visitor_id) where slot_on is not null;
create index visit_by_subject on visit (tenant_id, subject_id) where subject_id is not null;
create index visit_by_person on visit (tenant_id, person_id, requested_at desc) where person_id is not null;

-- What was written down at a visit. Written without a connection while the visit changed, it is kept beside, and a
-- person chooses; what was not chosen stays.
-- row: visits
create table visit_record (
  tenant_id int not null,
  id uuid not null,
  visit_id uuid not null,
  standing text not null check (standing in ('current', 'beside', 'not_chosen')),
  -- The revision of the visit the writer had seen.
  based_on int not null,
  made_by uuid not null,
  -- By the device; received_at is ours.
  arrived_at timestamptz,
  finished_at timestamptz not null,
  received_at timestamptz not null,
  result text not null check (result in ('settled', 'follow_up', 'nobody_home', 'refused', 'not_possible')),
  checklist text not null,
  checklist_version int not null,
  chosen_by uuid,
  chosen_at timestamptz,
  salt bytea not null,
  -- Sealed JSON { answers, place, witnesses, note, signedBy, position }.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, visit_id) references visit
);
create unique index visit_record_one_current on visit_record (tenant_id, visit_id) where standing = 'current';
create index visit_record_of_visit on visit_record (tenant_id, visit_id);

-- The room of a video visit: a token for the elder's telephone, a code told apart, and the consent before the camera.
-- row: visits
create table video_room (
  tenant_id int not null,
  id uuid not null,
  visit_id uuid not null,
  token_hash bytea not null,
  code_hash bytea not null,
  -- Wrong codes; after five the room is closed.
  tries int not null default 0,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  entered_at timestamptz,
  -- The key the elder's page holds after the code was right.
  guest_hash bytea,
  consent_at timestamptz,
  consent_version int,
  closed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, visit_id) references visit,
  check ((consent_at is null) = (consent_version is null))
);
create unique index video_room_one_open on video_room (tenant_id, visit_id) where closed_at is null;
create index video_room_by_token on video_room using hash (token_hash);

-- Offers, answers and candidates on their way between the two pages; gone when the room closes.
-- row: visits
create table video_signal (
  tenant_id int not null,
  room_id uuid not null,
  no bigint generated always as identity,
  from_guest boolean not null,
  body text not null check (length(body) <= 20000),
  made_at timestamptz not null,
  primary key (tenant_id, room_id, no),
  foreign key (tenant_id, room_id) references video_room on delete cascade
);

create sequence visit_no increment by 100;
