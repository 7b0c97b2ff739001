-- The register of hospitals: level, and recognition by the insurer, from one day to another (CLM-08).

-- row: programme
create table hospital (
  tenant_id int not null references tenant,
  id uuid not null,
  code text not null,
  name text not null,
  aliases text[] not null check (cardinality(aliases) <= 20),
  town text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
create index hospital_by_name on hospital (tenant_id, name, id);

-- row: programme
create table hospital_level (
  tenant_id int not null,
  hospital_id uuid not null,
  level int not null check (level between 1 and 3),
  -- Both days included; no end = in force.
  from_on date not null,
  to_on date check (to_on >= from_on),
  primary key (tenant_id, hospital_id, from_on),
  foreign key (tenant_id, hospital_id) references hospital,
  exclude using gist (tenant_id with =, hospital_id with =, daterange(from_on, to_on, '[]') with &&)
);

-- row: programme
create table hospital_recognition (
  tenant_id int not null,
  hospital_id uuid not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  -- The paper by which the insurer recognised it.
  basis text not null check (basis <> ''),
  primary key (tenant_id, hospital_id, from_on),
  foreign key (tenant_id, hospital_id) references hospital,
  exclude using gist (tenant_id with =, hospital_id with =, daterange(from_on, to_on, '[]') with &&)
);
