-- CLK-04: what breaks next is one board of every kind of case, each cut in the order in which its cases fall due.
-- row: service-desk
create index desk_request_board on desk_request (tenant_id, due_at, id) where due_at is not null;
create index desk_call_board on desk_call (tenant_id, due_at, id) where due_at is not null;
-- row: visits
create index visit_board on visit (tenant_id, due_at, id) where due_at is not null;
-- row: callbacks
create index callback_board on callback
  (tenant_id, (coalesce(due_at, (due_on + 1)::timestamp at time zone 'Asia/Shanghai')), id)
  where state in ('owed', 'contacting');
-- row: programme
create index enrolment_board on enrolment (tenant_id, due_at, id) where due_at is not null;
-- row: assist
create index assisted_claim_board on assisted_claim (tenant_id, due_at, id) where due_at is not null;
-- row: customers
create index data_request_board on data_request (tenant_id, due_at, id) where due_at is not null;
create index data_incident_board on data_incident (tenant_id, due_at, id) where due_at is not null;
-- row: complaints
create index improvement_board on improvement (tenant_id, due_at, id) where due_at is not null;
