-- Open claims with four running clocks each, and open cases of other kinds with one each, for the board "what breaks
-- next"; each part runs by itself. :n is a number.
-- part: fill
set session_replication_role = replica;
set synchronous_commit = off;
create temp table owners as select row_number() over (order by login) - 1 as n, id from staff_user
  where tenant_id = 1 and login in ('assessor1', 'assessor2', 'head');
create temp table houses as select case code when 'CN-XS' then 0 when 'CN-LY' then 1 else 2 end as n, id
  from institution where tenant_id = 1 and code in ('CN-XS', 'CN-LY', 'CN');
create temp table people as select row_number() over (order by id) - 1 as n, id, village_code from person
  where tenant_id = 1;
create unique index on people (n);
analyze people;
insert into claim (tenant_id, id, claim_no, report_id, programme_id, programme_version_id, person_id, village_code,
    institution_id, state, class, owner_id, accident_on, vehicle, kinds, received_at, requested_at, due_at, due_clock,
    touch_count, touched_at, reserve_fen, revision, salt, sealed)
  select 1, ('b1000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'Q' || lpad(i::text, 9, '0'),
    gen_random_uuid(), v.programme_id, v.id, p.id, p.village_code, h.id,
    (array['collecting', 'collecting', 'reviewing', 'assessing', 'approving', 'settling'])[1 + i % 6],
    (array['simple', 'standard', 'standard', 'complex', 'special'])[1 + i % 5],
    case when i % 50 = 0 then null else o.id end, (now() - interval '30 days')::date, 'none', array['hospital'],
    due - interval '20 days', due - interval '20 days', due,
    (array['T15', 'L02', 'T13', 'L01'])[1 + i / 20 % 4], 3, now(),
    300000, 1, '', ''
  from (select i, now() - interval '3 days' + interval '30 days' * ((i::bigint * 7919) % 100003) / 100003.0 as due
    from generate_series(1, :n) i) s
  join people p on p.n = (i::bigint * 48271) % (select count(*) from people)
  join owners o on o.n = (i / 7) % 3
  join houses h on h.n = least(i % 20, 2),
  (select id, programme_id from programme_version where tenant_id = 1 order by version_no desc limit 1) v;
insert into clock (tenant_id, subject_kind, subject_id, clock_id, state, started_at, due_at, provisional, explanation,
    thresholds, announced_percent, next_at)
  select 1, 'claim', id, (array['T15', 'L02', 'T13', 'L01'])[1 + (number / 20 + k) % 4], 'running',
    received_at, at, false,
    '自收到之日起计算，按日历日计，节假日顺延', '[]',
    case when at < now() then 100 when at < now() + interval '2 days' then 80 when at < now() + interval '10 days' then
      50 else 0 end, null
  from (select *, substr(claim_no, 2)::int as number from claim where claim_no like 'Q%') c,
    generate_series(0, 3) k, lateral (select c.due_at + k * interval '3 days' as at) l;
-- Of the other kinds the busiest, as many as a large company has open at once; handled by people of every house.
create temp table hands as select row_number() over (order by login) - 1 as n, id, institution_id from staff_user
  where tenant_id = 1 and login in ('service1', 'deskhead', 'outlet1', 'handler1', 'handler2');
create temp table others as select k.kind, k.clock_id, i, k.first + i as serial,
    ('b2000000-0000-7000-8000-' || lpad(to_hex(k.first + i), 12, '0'))::uuid as id, p.id as person_id, p.village_code,
    o.id as owner_id, o.institution_id, now() - interval '3 days' + interval '10 days' * ((i * 7919) % 10007) / 10007.0
      as due
  from (values ('report', 'T18', 0, 10000), ('request', 'T04', 100000, 30000), ('complaint', 'L06', 200000, 20000),
      ('visit', 'T06', 300000, 10000), ('callback', 'T26', 400000, 20000), ('enrolment', 'T41', 500000, 5000))
    as k (kind, clock_id, first, many), lateral generate_series(1, k.many) i
  join people p on p.n = (i::bigint * 48271) % (select count(*) from people)
  join hands o on o.n = i % 5;
insert into report (tenant_id, id, report_no, state, channel, reporter_relation, institution_id, received_at,
    recorded_at, person_id, village_code, owner_id, due_at, due_clock, salt, sealed)
  select 1, id, 'Q' || serial, 'draft', 'phone', 'self', institution_id, due - interval '1 day',
    due - interval '1 day', person_id, village_code, owner_id, due, clock_id, '', '' from others where kind = 'report';
insert into desk_request (tenant_id, id, request_no, state, kind, channel, person_id, village_code, institution_id,
    owner_id, received_at, recorded_at, last_message_at, due_at, due_clock, salt, sealed)
  select 1, id, 'Q' || serial, 'taken', 'enquiry', 'phone', person_id, village_code,
    case when i % 2 = 0 then institution_id end, owner_id, due - interval '1 day', due - interval '1 day',
    due - interval '1 day', due, clock_id, '', '' from others where kind = 'request';
insert into complaint (tenant_id, id, complaint_no, state, label, channel, received_at, recorded_at, representation,
    person_id, village_code, institution_id, cover, responsible_id, due_at, due_clock, salt, sealed)
  select 1, id, 'Q' || serial, 'assigned', 'complaint', 'phone', due - interval '15 days', due - interval '15 days',
    'self', person_id, village_code, institution_id, 'group', owner_id, due, clock_id, '', ''
  from others where kind = 'complaint';
insert into visit (tenant_id, id, visit_no, kind, state, person_id, village_code, purpose, channel, eligible_by,
    requested_at, due_at, due_clock, recorded_by, salt, sealed)
  select 1, id, 'Q' || serial, 'home', 'requested', person_id, village_code, 'papers', 'hotline', '{}',
    due - interval '2 days', due, clock_id, owner_id, '', '' from others where kind = 'visit';
insert into callback (tenant_id, id, callback_no, occasion, subject_kind, subject_id, round, about, state, person_id,
    village_code, due_on, owed_at, owner_id, concealed, due_at, due_clock, salt, sealed)
  select 1, id, 'Q' || serial, 'claim_ended', 'claim', id, 1, 'Q' || serial, 'owed', person_id, village_code, due::date,
    due - interval '7 days', owner_id, false, due, clock_id, '', '' from others where kind = 'callback';
insert into enrolment (tenant_id, id, enrolment_no, programme_id, channel, state, id_hash, person_id, village_code,
    received_at, recorded_by, due_at, due_clock, salt, sealed)
  select 1, o.id, 'Q' || serial, v.programme_id, 'phone', 'received', uuid_send(o.id), person_id, village_code,
    due - interval '3 days', owner_id, due, clock_id, '', ''
  from others o, (select programme_id from programme_version where tenant_id = 1 order by version_no desc limit 1) v
  where kind = 'enrolment';
insert into clock (tenant_id, subject_kind, subject_id, clock_id, state, started_at, due_at, provisional, explanation,
    thresholds, announced_percent, next_at)
  select 1, kind, id, clock_id, 'running', due - interval '3 days', due, false, '自收到之日起计算', '[]',
    case when due < now() then 100 when due < now() + interval '12 hours' then 80 else 0 end, null from others;
vacuum analyze claim;
vacuum analyze clock;
analyze report;
analyze desk_request;
analyze complaint;
analyze visit;
analyze callback;
analyze enrolment;
-- part: away
set session_replication_role = replica;
delete from clock where tenant_id = 1 and subject_id::text ~ '^b[12]000000-';
delete from claim where tenant_id = 1 and claim_no like 'Q%';
delete from report where tenant_id = 1 and report_no like 'Q%';
delete from desk_request where tenant_id = 1 and request_no like 'Q%';
delete from complaint where tenant_id = 1 and complaint_no like 'Q%';
delete from visit where tenant_id = 1 and visit_no like 'Q%';
delete from callback where tenant_id = 1 and callback_no like 'Q%';
delete from enrolment where tenant_id = 1 and enrolment_no like 'Q%';
