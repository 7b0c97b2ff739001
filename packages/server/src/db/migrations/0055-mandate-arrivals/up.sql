-- A mandate, or what shows an heir, waits for somebody to look at it (CMP-01): of the few where one does.
alter table complaint add column mandate_arrived_at timestamptz;
create index complaint_mandate_arrived on complaint (tenant_id, (coalesce(responsible_id, coordinator_id)))
  where mandate_arrived_at is not null;
