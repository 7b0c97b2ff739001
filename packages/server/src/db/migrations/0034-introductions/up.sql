-- Products introduced to a customer: needs, comparison, recommendation, what was explained, how it was confirmed, and
-- the application form (投保单) with the answer it got (SRV-07; 保险法 17).

-- row: programme
create table introduction (
  tenant_id int not null,
  id uuid not null,
  introduction_no text not null,
  -- Empty: somebody who does not stand in the register.
  person_id uuid,
  state text not null check (state in ('opened', 'explained', 'confirmed', 'applied', 'handed', 'answered', 'dropped')),
  -- Versions that stand side by side.
  compared uuid[] not null check (cardinality(compared) between 1 and 4),
  salt bytea not null,
  -- Sealed JSON: name, telephone, what was said, written and signed.
  sealed bytea not null,
  recommended_by uuid,
  recommended_at timestamptz,
  -- Empty beside recommended_at: none of the products.
  recommended_version uuid,
  explained_version uuid,
  -- The sheet as it was shown: a later wording changes nothing in what was explained.
  sheet jsonb,
  -- Sections explained; all that bind are among those the customer said to have understood.
  explained_sections text[],
  channel text check (channel in ('online', 'phone', 'video', 'on_site')),
  explained_by uuid,
  explained_at timestamptz,
  confirmed_way text check (confirmed_way in ('screen', 'thumbprint', 'voice', 'video')),
  confirmed_at timestamptz,
  applied_at timestamptz,
  handed_way text check (handed_way in ('enrolment', 'core')),
  handed_by uuid,
  handed_at timestamptz,
  enrolment_id uuid,
  answer text check (answer in ('accepted', 'refused')),
  answered_at timestamptz,
  opened_by uuid not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, introduction_no),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, recommended_version) references programme_version,
  foreign key (tenant_id, explained_version) references programme_version,
  foreign key (tenant_id, enrolment_id) references enrolment,
  check ((explained_at is null) = (sheet is null) and (explained_at is null) = (explained_version is null)),
  check (confirmed_at is null or confirmed_way is not null and explained_at is not null),
  check (applied_at is null or confirmed_at is not null),
  check ((handed_way is not distinct from 'enrolment') = (enrolment_id is not null))
);
create index introduction_by_opening on introduction (tenant_id, opened_at, id);
create index introduction_open on introduction (tenant_id, opened_at, id) where ended_at is null;
create index introduction_by_person on introduction (tenant_id, person_id, opened_at) where person_id is not null;
create unique index introduction_by_enrolment on introduction (tenant_id, enrolment_id) where enrolment_id is not null;

create sequence introduction_no increment by 100;
