-- One batch of settled claims, serials {from} to {to} of {all}, four years of them and one in a hundred open. Run by
-- fill-store.ts as the superuser, without triggers; people, officers, sealed and pg_temp.id_of stand ready. The last
-- statement closes the audit chain behind them: sealing millions of made-up events is not what is measured.
drop table if exists made;

create temp table made as select i, p.id as person_id, p.village_code, o.id as owner_id, at as received_at, (at -
  interval '3 days')::date as accident_on, pg_temp.id_of(at, 'report', i) as report_id, pg_temp.id_of(at, 'claim',
  i) as claim_id, pg_temp.id_of(at, 'line', i) as line_id, pg_temp.id_of(at, 'assessment', i) as assessment_id,
  pg_temp.id_of(at, 'proposal', i) as proposal_id, case when i % 100 = 7 then
  (array['collecting','collecting','reviewing','assessing','approving','settling'])[1 + i / 100 % 6] when i % 33 = 5
  then 'withdrawn' else 'closed' end as state,
  (array['hospital','hospital','hospital','hospital','hospital','hospital','hospital','hospital','disability',
  'death'])[1 + i % 10] as kind,
  (array['simple','simple','standard','standard','standard','standard','complex','special','standard','mass'])[1 + i
  / 10 % 10] as class, 30000 + i % 50 * 3000 as fen from (select i, case when i % 100 = 7 then now() - interval
  '40 days' * ((i / 100 * 7919) % 10000) / 10000.0 else now() - interval '30 days' - interval '4 years' * (1 -
  i::float8 / {all}) end as at from generate_series({from}, {to} - 1) i) s join people p on p.n = (i::bigint * 48271
  % (select count(*) from people))::int join officers o on o.n = (i / 7) % 3;

analyze made;

insert into report (tenant_id, id, report_no, state, person_id, village_code, institution_id, channel,
  reporter_relation, accident_on, known_on, received_at, recorded_at, salt, sealed) select 1, report_id, 'B'
  || to_char(received_at, 'YYMM') ||
  lpad(i::text, 7, '0') || 'X', 'registered', person_id, village_code, n.id, 'hotline', 'child', accident_on,
  accident_on, received_at, received_at, salt, report from made m, sealed, (select id from institution where tenant_id
  = 1 and kind = 'sub_branch' limit 1) n;

insert into claim (tenant_id, id, claim_no, report_id, programme_id, programme_version_id, person_id, village_code,
  institution_id, state, class, owner_id, accident_on, vehicle, kinds, received_at, requested_at,
  papers_completed_at, decided_at, closed_at, due_at, due_clock, touch_count, touched_at, payable_fen, paid_fen,
  reserve_fen, revision, salt, sealed) select 1, claim_id, 'P' || to_char(received_at, 'YYMM') || lpad(i::text, 7,
  '0') || 'X', report_id, v.programme_id, v.id, person_id, village_code, n.id, m.state, class, case when i % 900 = 7
  then null else owner_id end, accident_on, 'none', array[kind], received_at, received_at + interval '2 days', case
  when m.state not in ('collecting', 'withdrawn') then received_at + interval '4 days' end, case when m.state in
  ('closed', 'settling') then received_at + interval '8 days' end, case when m.state in ('closed', 'withdrawn') then
  received_at + interval '10 days' end, case when m.state not in ('closed', 'withdrawn') then received_at + interval
  '30 days' end, case when m.state not in ('closed', 'withdrawn') then 'L01' end, 8, received_at + interval
  '10 days', case when m.state in ('closed', 'settling') then fen else 0 end, case when m.state = 'closed' then fen
  else 0 end, case when m.state = 'closed' then 0 else fen end, 9, salt, report from made m, sealed, (select id,
  programme_id from programme_version where tenant_id = 1 order by version_no desc limit 1) v, (select id from
  institution where tenant_id = 1 and kind = 'sub_branch' limit 1) n;

insert into claim_line (tenant_id, id, claim_id, benefit, state, payable_fen, paid_fen, reserve_fen, decided_at,
  decided_revision) select 1, line_id, claim_id, case m.kind when 'hospital' then 'hospital_allowance' else m.kind
  end, case m.state when 'closed' then 'paid' when 'settling' then 'approved' when 'approving' then 'proposed' when
  'withdrawn' then 'withdrawn' else 'open' end, case when m.state in ('closed', 'settling') then fen else 0 end,
  case when m.state = 'closed' then fen else 0 end, case when m.state = 'closed' then 0 else fen end, case when
  m.state in ('closed', 'settling') then received_at + interval '8 days' end, case when m.state in ('closed',
  'settling') then 1 end from made m;

insert into assessment (tenant_id, id, claim_id, revision, programme_version_id, salt, sealed, outcome, payable_fen,
  made_by, made_at) select 1, assessment_id, claim_id, 1, v.id, salt, assessment, 'pay', fen, owner_id, received_at
  + interval '6 days' from made m, sealed, (select id from programme_version where tenant_id = 1 order by version_no
  desc limit 1) v where m.state in ('closed', 'settling', 'approving');

insert into proposal (tenant_id, id, claim_id, assessment_id, state, lines, total_fen, steps_needed, steps_done,
  made_by, made_at, ended_at) select 1, proposal_id, claim_id, assessment_id, case when m.state in ('closed',
  'settling') then 'approved' else 'waiting' end, jsonb_build_array(jsonb_build_object('lineId', line_id, 'benefit',
  case m.kind when 'hospital' then 'hospital_allowance' else m.kind end, 'outcome', 'pay', 'payableFen', fen,
  'reasons', '[]'::jsonb, 'comment', '')), fen, 1, case when m.state in ('closed', 'settling') then 1 else 0 end,
  owner_id, received_at + interval '7 days', case when m.state in ('closed', 'settling') then received_at + interval
  '8 days' end from made m where m.state in ('closed', 'settling', 'approving');

insert into approval (tenant_id, proposal_id, step_no, outcome, decided_by, within_authority, at) select 1,
  proposal_id, 1, 'approved', (select id from staff_user where login = 'underwriter1'), true, received_at + interval
  '8 days' from made m where m.state in ('closed', 'settling');

insert into payment (tenant_id, id, payment_no, claim_id, claim_line_id, person_id, decided_revision, share_no, way,
  amount_fen, state, due_at, made_at, paid_at) select 1, pg_temp.id_of(received_at + interval '8 days', 'payment',
  i), 'F' || to_char(received_at, 'YYMM') || lpad(i::text, 7, '0') || 'X', claim_id, line_id, person_id, 1, 1,
  'transfer', fen, case when m.state = 'closed' then 'paid' else 'due' end, received_at + interval '18 days',
  received_at + interval '8 days', case when m.state = 'closed' then received_at + interval '9 days' end from made m
  where m.state in ('closed', 'settling');

insert into clock (tenant_id, subject_kind, subject_id, clock_id, state, started_at, due_at, stopped_at,
  provisional, explanation) select 1, 'claim', claim_id, k.id, case when m.state in ('closed', 'withdrawn') then
  'met' else 'running' end, received_at, received_at + k.span, case when m.state in ('closed', 'withdrawn') then
  received_at + interval '5 days' end, false, '自收到之日起计算，按日历日计，节假日顺延' from made m, (values ('L01', interval
  '30 days'), ('L02', interval '10 days')) k (id, span);

insert into event (tenant_id, id, name, subject_kind, subject_id, person_id, actor_kind, actor_id, source, at,
  facts) select 1, pg_temp.id_of(received_at + e.after, e.name, i), e.name, split_part(e.name, '.', 1), case when
  e.name like 'report.%' then report_id else claim_id end, person_id, 'staff', owner_id, '127.0.0.1', received_at +
  e.after, jsonb_build_object('payableFen', fen) from made m, (values ('report.received', interval '0', false),
  ('claim.registered', interval '1 second', false), ('claim.papers_received', interval '2 days', true),
  ('claim.decided', interval '8 days', true), ('claim.closed', interval '10 days', true)) e (name, after, late)
  where not e.late or m.state = 'closed';

insert into audit_block (tenant_id, block_no, txid_from, txid_before, event_ids, event_names, row_hashes, previous_hash,
    hash, sealed_at)
  select 1, coalesce(max(block_no), 0) + 1, coalesce(max(txid_before), 0),
    pg_current_xact_id()::text::bigint, '{}', '{}',
    '', sha256(''), sha256(''), now() from audit_block where tenant_id = 1;
