-- SRV-09: the list of visits begins with what breaks first: the promise, or without one the hour agreed.
create index visit_by_due on visit
  (tenant_id, (coalesce(due_at, case when ended_at is null then slot_from end, 'infinity'::timestamptz)), id desc);
