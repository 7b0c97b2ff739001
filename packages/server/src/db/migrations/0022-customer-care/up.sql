-- Care for customers: marks, households, prospects, advisers (CUS-01, CUS-02, CUS-04).

-- What needs care about a person, said by whom, from when until when (CUS-04). Age is derived and never stands here.
-- row: customers
create table care_mark (
  tenant_id int not null,
  id uuid not null,
  person_id uuid not null,
  mark text not null check (mark in ('mobility', 'serious_illness', 'lives_alone', 'vip', 'disabled', 'dialect',
    'no_smartphone', 'hearing', 'eyesight', 'cannot_read', 'anxious')),
  source text not null check (source in ('self', 'family', 'village', 'paper', 'seen')),
  from_on date not null,
  -- Until when it will probably hold; the night after, it ends by itself.
  until_on date check (until_on >= from_on),
  salt bytea not null,
  -- Sealed JSON { note }: it may speak of health.
  sealed bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_on date check (ended_on >= from_on),
  -- Empty with an end: the planned day came.
  ended_by uuid,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  check ((ended_on is null) = (ended_at is null)),
  check (ended_by is null or ended_at is not null)
);
create unique index care_mark_once on care_mark (tenant_id, person_id, mark) where ended_at is null;
create index care_mark_by_mark on care_mark (tenant_id, mark, person_id) where ended_at is null;
create index care_mark_until on care_mark (tenant_id, until_on) where ended_at is null and until_on is not null;

-- The marks in force, those of records merged into the person included.
create function care_marks_of(tenant int, person uuid) returns text[] stable language sql as $$
  select coalesce(array_agg(distinct m.mark order by m.mark), '{}') from care_mark m
  where m.tenant_id = tenant and m.ended_at is null and (m.person_id = person or m.person_id in (
    select p.id from person p where p.tenant_id = tenant and p.merged_into = person))
$$;

-- Who belongs to whose household, and how, from when until when (CUS-02).
-- row: customers
create table household_tie (
  tenant_id int not null,
  id uuid not null,
  person_id uuid not null,
  other_id uuid not null check (other_id <> person_id),
  -- What the other is to the person.
  relation text not null check (relation in ('spouse', 'child', 'parent', 'child_in_law', 'parent_in_law',
    'grandchild', 'grandparent', 'sibling', 'kin', 'carer', 'cared_for')),
  from_on date not null,
  to_on date check (to_on >= from_on),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, other_id) references person
);
create unique index household_tie_once on household_tie (tenant_id, least(person_id, other_id),
  greatest(person_id, other_id)) where to_on is null;
create index household_tie_by_person on household_tie (tenant_id, person_id);
create index household_tie_by_other on household_tie (tenant_id, other_id);

-- Somebody interested, known by name and telephone only, until found to be a person of the register (CUS-01).
-- row: customers
create table prospect (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  phone_hash bytea not null,
  salt bytea not null,
  -- Sealed JSON { phone, note }.
  sealed bytea not null,
  village_code text references division,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  person_id uuid,
  joined_by uuid,
  joined_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  check ((person_id is null) = (joined_at is null) and (joined_by is null) = (joined_at is null))
);
create unique index prospect_once on prospect (tenant_id, phone_hash, name) where joined_at is null;
create index prospect_by_person on prospect (tenant_id, person_id) where person_id is not null;
create index prospect_open on prospect (tenant_id, id) where joined_at is null;

-- The named adviser of a person who needs one, with deputy and contact plan, while a case is open (CUS-04).
-- row: customers
create table care_charge (
  tenant_id int not null,
  id uuid not null,
  person_id uuid not null,
  -- Empty: nobody could be found; it stands on the board until somebody is named.
  adviser_id uuid,
  deputy_id uuid check (deputy_id <> adviser_id),
  every_days int not null check (every_days between 1 and 90),
  next_contact_on date not null,
  since timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, adviser_id) references staff_user,
  foreign key (tenant_id, deputy_id) references staff_user
);
create unique index care_charge_once on care_charge (tenant_id, person_id) where ended_at is null;
create index care_charge_by_adviser on care_charge (tenant_id, adviser_id, next_contact_on) where ended_at is null;
create index care_charge_by_person on care_charge (tenant_id, person_id, since);

-- The open cases for which somebody is in charge; with the last one the charge ends.
-- row: customers
create table care_case (
  tenant_id int not null,
  subject_kind text not null check (subject_kind in ('report', 'claim')),
  subject_id uuid not null,
  person_id uuid not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, subject_kind, subject_id),
  foreign key (tenant_id, person_id) references person
);
create index care_case_open on care_case (tenant_id, person_id) where ended_at is null;

-- Contacts of the plan: when, how, whether the person was reached.
-- row: customers
create table care_contact (
  tenant_id int not null,
  id uuid not null,
  charge_id uuid not null,
  way text not null check (way in ('phone', 'visit', 'counter', 'family', 'wechat')),
  reached boolean not null,
  salt bytea not null,
  -- Sealed JSON { note }.
  sealed bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  next_contact_on date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, charge_id) references care_charge
);
create index care_contact_by_charge on care_contact (tenant_id, charge_id, made_at);

-- Versions of forms published after those of config/forms (CUS-03).
-- row: customers
create table form_version (
  tenant_id int not null,
  form text not null check (form in ('information_capture', 'information_assessment', 'needs_and_budget')),
  version int not null check (version > 1),
  definition jsonb not null,
  made_by uuid not null,
  published_at timestamptz not null,
  primary key (tenant_id, form, version)
);

-- A form somebody filled for a person, perhaps for a request or a claim.
-- row: customers
create table filled_form (
  tenant_id int not null,
  id uuid not null,
  form text not null check (form in ('information_capture', 'information_assessment')),
  version int not null,
  person_id uuid not null,
  subject_kind text,
  subject_id uuid,
  salt bytea not null,
  -- Sealed JSON: the answers by code.
  sealed bytea not null,
  filled_by uuid not null,
  filled_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  check ((subject_kind is null) = (subject_id is null))
);
create index filled_form_by_person on filled_form (tenant_id, person_id, id);
create index filled_form_by_subject on filled_form (tenant_id, subject_id) where subject_id is not null;

-- What the answers proposed, and what a person decided.
-- row: customers
create table filled_form_step (
  tenant_id int not null,
  form_id uuid not null,
  step text not null,
  why text not null,
  decision text check (decision in ('accepted', 'declined')),
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (tenant_id, form_id, step),
  foreign key (tenant_id, form_id) references filled_form,
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null))
);
