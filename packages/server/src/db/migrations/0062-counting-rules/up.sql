-- CMP-13: by which rules the months stand counted. What other rules counted is counted anew by the next night.
alter table complaint_rollup add column counting_rules int not null default 1;
alter table complaint_rollup alter column counting_rules drop default;
