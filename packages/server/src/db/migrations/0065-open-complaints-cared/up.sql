-- Complaints that were open before 0063 are cases, too (CUS-04); who has no adviser for one gets one at night.
-- row: customers
insert into care_case (tenant_id, subject_kind, subject_id, person_id, opened_at)
select c.tenant_id, 'complaint', c.id, coalesce(p.merged_into, p.id), c.recorded_at
from complaint c join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
where c.state not in ('closed', 'withdrawn', 'redirected', 'merged')
on conflict do nothing;
