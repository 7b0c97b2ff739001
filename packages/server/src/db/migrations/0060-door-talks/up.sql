-- What was asked at a door and could not be taken as it was sent (SRV-09, CBK-02): kept whole, and another person
-- chooses whether it counts; what was not chosen stays to be read.

-- row: callbacks
create table callback_door_talk (
  tenant_id int not null,
  id uuid not null,
  callback_id uuid not null,
  standing text not null check (standing in ('beside', 'adopted', 'not_chosen')),
  visit_no text not null,
  made_by uuid not null,
  -- When the customer was asked, by the device; received_at is ours.
  asked_at timestamptz not null,
  received_at timestamptz not null,
  -- The code of the refusal that kept it from being taken.
  why text not null,
  -- Photos and recordings that came with it.
  document_id uuid,
  chosen_by uuid,
  chosen_at timestamptz,
  salt bytea not null,
  -- Sealed JSON { willing, who, scriptCode, scriptVersion, answers, accident }.
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, callback_id) references callback,
  foreign key (tenant_id, made_by) references staff_user,
  check (asked_at <= received_at),
  check ((standing = 'beside') = (chosen_by is null)),
  check ((chosen_by is null) = (chosen_at is null))
);
create index callback_door_talk_of on callback_door_talk (tenant_id, callback_id);
create index callback_door_talk_beside on callback_door_talk (tenant_id, callback_id) where standing = 'beside';
