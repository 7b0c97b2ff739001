-- Enrolment of an elder by ID alone: received, checked, decided by another person, told within three working days
-- (PRG-07, T41).

-- row: programme
create table enrolment (
  tenant_id int not null,
  id uuid not null,
  enrolment_no text not null,
  programme_id uuid not null,
  channel text not null check (channel in ('online', 'phone', 'video', 'on_site')),
  state text not null check (state in ('received', 'checked', 'accepted', 'declined', 'told', 'withdrawn')),
  id_hash bytea not null,
  salt bytea not null,
  -- Sealed JSON { name, idNumber, phone, consent, evidence, told }.
  sealed bytea not null,
  -- Set once the elder stands in the register.
  person_id uuid,
  village_code text references division,
  -- The first day of registration in the district; empty: since birth.
  resident_since date,
  decline_reason text check (decline_reason in ('covered', 'too_young', 'not_resident', 'not_the_person',
    'applied_before')),
  cover_from date,
  received_at timestamptz not null,
  recorded_by uuid,
  checked_by uuid,
  checked_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  ended_at timestamptz,
  due_at timestamptz,
  due_clock text,
  primary key (tenant_id, id),
  unique (tenant_id, enrolment_no),
  foreign key (tenant_id, programme_id) references programme,
  foreign key (tenant_id, person_id) references person,
  check (cover_from is null or checked_by <> decided_by),
  check (cover_from is null or decline_reason is null)
);
create index enrolment_by_id on enrolment (tenant_id, id_hash);
create index enrolment_by_receipt on enrolment (tenant_id, received_at, id);
create index enrolment_open on enrolment (tenant_id, received_at, id) where ended_at is null;

create sequence enrolment_no increment by 100;
