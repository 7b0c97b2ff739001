-- What was learnt from the closed claims of a year about when an open one will be finished (CLM-14); made anew nightly.

-- row: claims
create table finish_forecast (
  tenant_id int primary key references tenant,
  learnt_at timestamptz not null,
  cases int not null,
  -- { class: { stage: [{ waitedSeconds, medianSeconds, lowSeconds, highSeconds }] } }, in working seconds.
  points jsonb not null,
  -- On the claims closed in the last month, from what was known before; null while there are too few.
  tested_cases int,
  error_seconds int,
  plain_error_seconds int,
  within_bps int
);
