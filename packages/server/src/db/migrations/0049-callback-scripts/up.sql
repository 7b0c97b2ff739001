-- What is asked at a callback, version after version, behind those of config/callbacks (CBK-02).

-- row: callbacks
create table callback_script_version (
  tenant_id int not null references tenant,
  code text not null,
  version int not null check (version > 1),
  -- The questions as they are asked, with what an answer opens.
  definition jsonb not null,
  -- Asked from here on, at the earliest when it was confirmed.
  valid_from timestamptz not null,
  reason text not null,
  made_by uuid not null,
  confirmed_by uuid not null,
  published_at timestamptz not null,
  primary key (tenant_id, code, version),
  foreign key (tenant_id, made_by) references staff_user,
  foreign key (tenant_id, confirmed_by) references staff_user,
  check (made_by <> confirmed_by),
  check (valid_from >= published_at)
);

-- Answers are read in the words of their version: it never changes.
create function callback_script_version_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a published version never changes';
end $$;
create trigger callback_script_version_stays before update on callback_script_version for each row
  execute function callback_script_version_stays();
