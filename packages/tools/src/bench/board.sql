-- Open claims with four running clocks each, for the board "what breaks next"; each part runs by itself. :n is a
-- number.
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
vacuum analyze claim;
vacuum analyze clock;
-- part: away
set session_replication_role = replica;
delete from clock where tenant_id = 1 and subject_id::text like 'b1000000-%';
delete from claim where tenant_id = 1 and claim_no like 'Q%';
