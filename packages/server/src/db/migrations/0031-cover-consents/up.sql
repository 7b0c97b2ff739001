-- By what road the insured agreed to the cover (PRG-04, 保险法 34): for a whole import, or for one person, which comes
-- before the import. Nothing is overwritten: the newest entry stands.

-- row: programme
create table cover_consent (
  tenant_id int not null,
  id uuid not null,
  programme_id uuid not null,
  -- One of the two.
  import_id uuid,
  person_id uuid,
  answer text not null check (answer in ('given', 'withheld')),
  route text not null check (route in ('paper', 'voice', 'resolution', 'ratification')),
  given_on date not null,
  salt bytea not null,
  -- Sealed JSON { givenBy, proof }: who agreed, and what proves it.
  sealed bytea not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references programme,
  foreign key (tenant_id, import_id) references roster_import,
  foreign key (tenant_id, person_id) references person,
  check ((import_id is null) <> (person_id is null))
);
create index cover_consent_by_person on cover_consent (tenant_id, person_id, recorded_at) where person_id is not null;
create index cover_consent_by_import on cover_consent (tenant_id, import_id, recorded_at) where import_id is not null;
