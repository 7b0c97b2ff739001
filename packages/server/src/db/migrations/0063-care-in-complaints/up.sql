-- An elder or seriously ill person with an open complaint has an adviser, too (CUS-04).
-- row: customers
alter table care_case drop constraint care_case_subject_kind_check;
alter table care_case add check (subject_kind in ('report', 'claim', 'complaint'));
