-- One batch of complaints, serials {from} to {to} of {all}, four years of them and one in a hundred open, one in two
-- thousand concerning a colleague. Run by fill-store.ts as the superuser, without triggers; people, officers,
-- sealed, complainants and pg_temp.id_of stand ready. The last statement closes the audit chain behind them.
drop table if exists made;

create temp table made as select i, p.id as person_id, p.name, p.village_code, o.id as handler_id, at as received_at,
  pg_temp.id_of(at, 'complaint', i) as complaint_id, pg_temp.id_of(at, 'proposal', i) as proposal_id,
  pg_temp.id_of(at, 'callback', i) as callback_id, pg_temp.id_of(at, 'letter', i) as letter_id,
  case when i % 100 = 7 then
    (array['received','accepted','assigned','investigating','proposed','approved','decided','told'])[1 + i / 100 % 8]
    when i % 41 = 5 then 'withdrawn' else 'closed' end as state,
  (array['claim_time','claim_review','claim_sum','paper_review','attitude','no_answer','mis_selling',
    'surrender_dispute','medical_payment','data_change'])[1 + i % 10] as cause,
  (array['claims','claims','claims','claims','service','service','sales','surrender','claims',
    'policy_service'])[1 + i % 10] as cause_group,
  (array['phone','phone','elder_line','wechat','counter','letter','chat','app'])[1 + i / 10 % 8] as channel,
  (array['upheld','partly_upheld','not_upheld','settled'])[1 + i / 7 % 4] as outcome
  from (select i, case when i % 100 = 7 then now() - interval '40 days' * ((i / 100 * 7919) % 10000) / 10000.0
    else now() - interval '41 days' - interval '4 years' * (1 - i::float8 / {all}) end as at
    from generate_series({from}, {to} - 1) i) s
  join people p on p.n = (i::bigint * 48271 % (select count(*) from people))::int
  join officers o on o.n = (i / 7) % (select count(*) from officers);

analyze made;

insert into complaint (tenant_id, id, complaint_no, state, label, channel, received_at, recorded_at, recorded_by,
  representation, person_id, village_code, institution_id, cover, cause_group, cause, business_line, priority,
  concerned_ids, coordinator_id, responsible_id, first_contact_at, outcome, decided_at, decided_by, told_at, closed_at,
  closed_by, ended_at, due_at, due_clock, salt, sealed)
  select 1, complaint_id, 'S' || to_char(received_at, 'YYMM') || lpad(i::text, 7, '0') || 'X', state,
  case when i % 9 = 0 then 'appeal' else 'complaint' end, channel, received_at, received_at, h.id, 'self', person_id,
  village_code, n.id, 'group', case when state <> 'received' then cause_group end,
  case when state <> 'received' then cause end, case when state <> 'received' then 'accident' end, 1 + i % 3,
  case when i % 2000 = 3 then array[h.id] else '{}'::uuid[] end, h.id,
  case when state not in ('received', 'accepted') then handler_id end,
  case when state not in ('received', 'accepted') then received_at + interval '6 hours' end,
  case when state in ('decided', 'told', 'closed') then outcome end,
  case when state in ('decided', 'told', 'closed') then received_at + interval '1 day' * (3 + i % 19) end,
  case when state in ('decided', 'told', 'closed') then handler_id end,
  case when state in ('told', 'closed') then received_at + interval '1 day' * (4 + i % 19) end,
  case when state = 'closed' then received_at + interval '1 day' * (7 + i % 19) end,
  case when state = 'closed' then h.id end,
  case when state in ('closed', 'withdrawn') then received_at + interval '1 day' * (7 + i % 19) end,
  case when state not in ('closed', 'withdrawn') then received_at + interval '15 days' end,
  case when state not in ('closed', 'withdrawn') then 'L06' end, k.salt, k.told
  from made m join complainants k on k.name = m.name,
  (select id from institution where tenant_id = 1 and kind = 'sub_branch' limit 1) n,
  (select id from staff_user where tenant_id = 1 and login = 'complainthead') h;

insert into complaint_name_gram (tenant_id, complaint_id, nth, gram_hash) select 1, complaint_id, g.nth - 1, g.hash
  from made m join complainants k on k.name = m.name cross join lateral unnest(k.hashes) with ordinality g (hash, nth);

insert into complaint_cause (tenant_id, complaint_id, cause) select 1, complaint_id, cause from made
  where state <> 'received';

insert into complaint_entry (tenant_id, id, complaint_id, kind, round, happened_at, recorded_at, by_id, sealed)
  select 1, pg_temp.id_of(received_at + interval '2 days', 'entry', i), complaint_id, 'finding', 1,
  received_at + interval '2 days', received_at + interval '2 days', handler_id, entry from made, sealed
  where state in ('proposed', 'approved', 'decided', 'told', 'closed');

insert into complaint_proposal (tenant_id, id, complaint_id, round, no, state, outcome, drafted_by, drafted_at,
  judged_by, judged_at, replied_at, sealed)
  select 1, proposal_id, complaint_id, 1, 1, case m.state when 'proposed' then 'waiting' when 'approved' then 'approved'
  else 'accepted' end, outcome, handler_id, received_at + interval '2 days',
  case when m.state <> 'proposed' then h.id end,
  case when m.state <> 'proposed' then received_at + interval '2 days' end,
  case when m.state not in ('proposed', 'approved') then received_at + interval '3 days' end, proposal
  from made m, sealed, (select id from staff_user where tenant_id = 1 and login = 'complainthead') h
  where m.state in ('proposed', 'approved', 'decided', 'told', 'closed');

insert into complaint_decision (tenant_id, id, complaint_id, round, proposal_id, letter_id, letter_no, outcome,
  decided_by, decided_at, way, sent_at, sent_by, reached_at, reached_noted_by, proved, sealed)
  select 1, pg_temp.id_of(received_at + interval '3 days', 'decision', i), complaint_id, 1, proposal_id, letter_id,
  'X' || i, outcome, handler_id, received_at + interval '3 days',
  case when m.state <> 'decided' then 'in_person' end,
  case when m.state <> 'decided' then received_at + interval '4 days' end,
  case when m.state <> 'decided' then handler_id end,
  case when m.state <> 'decided' then received_at + interval '4 days' end,
  case when m.state <> 'decided' then handler_id end, m.state <> 'decided', proposal
  from made m, sealed where m.state in ('decided', 'told', 'closed');

insert into callback (tenant_id, id, callback_no, occasion, subject_kind, subject_id, round, about, state, person_id,
  village_code, due_on, owed_at, owner_id, excluded, concealed, ended_at, ended_on, satisfied, script_code,
  script_version, tries, salt, sealed)
  select 1, callback_id, 'H' || to_char(received_at, 'YYMM') || lpad(i::text, 7, '0') || 'X', 'complaint_closed',
  'complaint', complaint_id, 1, 'S' || to_char(received_at, 'YYMM') || lpad(i::text, 7, '0') || 'X',
  case when m.state = 'closed' then 'reached' else 'owed' end, person_id, village_code,
  (received_at + interval '7 days')::date, received_at + interval '4 days', c.id, array[handler_id], false,
  case when m.state = 'closed' then received_at + interval '6 days' end,
  case when m.state = 'closed' then (received_at + interval '6 days')::date end,
  case when m.state = 'closed' then 'yes' end, 'complaint', 1, case when m.state = 'closed' then 1 else 0 end,
  salt, callback
  from made m, sealed, (select id from staff_user where tenant_id = 1 and login = 'service1') c
  where m.state in ('told', 'closed');

insert into callback_attempt (tenant_id, id, callback_id, at, day_part, way, outcome, evidence, made_by, recorded_at,
  salt, sealed)
  select 1, pg_temp.id_of(received_at + interval '6 days', 'attempt', i), callback_id, received_at + interval '6 days',
  'morning', 'phone', 'reached', 'call_log', c.id, received_at + interval '6 days', salt, attempt
  from made m, sealed, (select id from staff_user where tenant_id = 1 and login = 'service1') c
  where m.state = 'closed';

insert into clock (tenant_id, subject_kind, subject_id, clock_id, state, started_at, due_at, stopped_at, provisional,
  explanation) select 1, 'complaint', complaint_id, k.id,
  case when m.state in ('closed', 'withdrawn') then 'met' else 'running' end, received_at, received_at + k.span,
  case when m.state in ('closed', 'withdrawn') then received_at + interval '4 days' end, false,
  '自收到之日起计算，按日历日计' from made m, (values ('L06', interval '15 days'), ('T22', interval '1 day')) k (id, span);

insert into event (tenant_id, id, name, subject_kind, subject_id, person_id, actor_kind, actor_id, source, at, facts)
  select 1, pg_temp.id_of(received_at + e.after, e.name, i), e.name, 'complaint', complaint_id, person_id, 'staff',
  handler_id, '127.0.0.1', received_at + e.after, '{}'::jsonb from made m, (values
  ('complaint.received', interval '0', false), ('complaint.accepted', interval '1 hour', true),
  ('complaint.classified', interval '2 hours', true), ('complaint.assigned', interval '3 hours', true),
  ('complaint.contacted', interval '6 hours', true), ('complaint.proposed', interval '2 days', true),
  ('complaint.decided', interval '3 days', true), ('complaint.decision_told', interval '4 days', true),
  ('complaint.closed', interval '7 days', true)) e (name, after, late) where not e.late or m.state = 'closed';

insert into audit_block (tenant_id, block_no, txid_from, txid_before, event_ids, event_names, row_hashes, previous_hash,
    hash, sealed_at)
  select 1, coalesce(max(block_no), 0) + 1, coalesce(max(txid_before), 0),
    pg_current_xact_id()::text::bigint, '{}', '{}',
    '', sha256(''), sha256(''), now() from audit_block where tenant_id = 1;
