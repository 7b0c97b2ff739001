-- The calendar desk (CLK-02): notices of the State Council and hours of lines and outlets, each confirmed by a second
-- person after its effect on running cases was seen.

-- row: sla
create table calendar_change (
  tenant_id int not null references tenant,
  id uuid not null,
  state text not null check (state in ('waiting', 'confirmed', 'rejected')),
  kind text not null check (kind in ('notice', 'hours', 'day', 'office')),
  -- notice: the title year; hours: the calendar.
  year int,
  calendar_id text,
  -- office: the one institution and its day.
  institution_id uuid,
  day date,
  -- notice: { days: [{ name, date, isOffDay }] }; hours: { weekly, company }; day: { day,
  -- calendarIds, spans }; office: { institutionId, day, calendarIds, spans: null where it is taken back }.
  content jsonb not null,
  source text not null,
  -- What would change, made in the background: { checked, earlier, later, cases: [...] }; null until it is ready.
  report jsonb,
  made_by uuid not null,
  made_at timestamptz not null,
  checked_by uuid,
  checked_at timestamptz,
  -- Counts confirmed changes: calendars are remade when it grows.
  revision int,
  -- Running cases were recomputed; null while the work is under way or was interrupted.
  applied_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, revision),
  foreign key (tenant_id, institution_id) references institution,
  check ((kind = 'office') = (institution_id is not null and day is not null))
);
create index calendar_change_recent on calendar_change (tenant_id, made_at desc);
create index calendar_change_office_day on calendar_change (tenant_id, day, revision)
  where kind = 'office' and revision is not null;
