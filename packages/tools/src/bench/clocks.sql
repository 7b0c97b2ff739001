-- Cases and clocks of the kind `bench`; each part runs by itself. :n and :from are numbers.
-- part: cases
insert into event (tenant_id, id, name, subject_kind, subject_id, actor_kind, source, at, facts)
  select 1, gen_random_uuid(), e.name, 'bench',
    ('b0000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'system', 'bench',
    '2026-12-24T02:00:00Z'::timestamptz + (i % 5) * interval '1 day' + e.after, e.facts::jsonb
  from generate_series(1, :n) i, (values ('claim.registered', interval '0', '{}'),
    ('claim.requested', interval '1 hour', '{}'), ('claim.file_completed', interval '2 hours', '{}'),
    ('claim.approved', interval '3 hours', '{"payableFen": 30000}')) e (name, after, facts);
insert into clock (tenant_id, subject_kind, subject_id, clock_id, state, started_at, due_at, provisional, explanation)
  select 1, 'bench', ('b0000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'T15', 'running', now(), now(),
    false, '' from generate_series(1, :n) i;
analyze event;
analyze clock;
-- part: shift
update clock set due_at = due_at - interval '1 day' where subject_kind = 'bench';
-- part: rest
vacuum analyze clock;
-- part: million
insert into clock (tenant_id, subject_kind, subject_id, clock_id, state, started_at, due_at, provisional, explanation,
    thresholds, next_at)
  select 1, 'bench', ('b0000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'T15', 'running', now(),
    now() + interval '3 days', false, 'bench',
    jsonb_build_array(jsonb_build_object('percent', 50, 'at', now() + interval '1 day')), now() + interval '1 day'
  from generate_series(1, :n) i;
analyze clock;
-- part: due
update clock set next_at = now() - interval '1 minute',
    thresholds = jsonb_build_array(jsonb_build_object('percent', 50, 'at', now() - interval '1 minute'))
  where subject_kind = 'bench' and subject_id in (select
    ('b0000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid from generate_series(:from, :from + :n - 1) i);
-- part: away
-- The log of events refuses deletion; the superuser's replica role is not asked.
begin;
set local session_replication_role = replica;
delete from clock where subject_kind = 'bench';
delete from event where subject_kind = 'bench';
delete from clock_announcement where subject_id::text like 'b0000000-%';
commit;
