-- After every migration run: the application role, its rights, and the second wall of tenant separation.
-- `anpei.tenant_id` is set on the connection before any statement of a request runs.
do $$
declare t record;
begin
  if not exists (select from pg_roles where rolname = 'anpei_app') then
    create role anpei_app nologin;
    execute format('grant anpei_app to %I', current_user);
  end if;
  grant usage on schema public to anpei_app;
  grant select, insert, update, delete on all tables in schema public to anpei_app;
  grant usage on all sequences in schema public to anpei_app;
  revoke update, delete, truncate on event, audit_block from anpei_app;
  revoke insert, update, delete on tenant, migration from anpei_app;

  for t in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relrowsecurity
  loop
    execute format('alter table %I enable row level security', t.relname);
    execute format(
      'create policy tenant_wall on %I to anpei_app '
      'using (tenant_id = (select current_setting(''anpei.tenant_id'')::int))',
      t.relname);
  end loop;
end $$;

-- Jobs are enqueued inside the request's own transaction by the application role, which may not touch the queue itself.
-- The queue goes by the clock of the database, commands by theirs: what travels is how long to wait.
create or replace function enqueue_jobs(jobs json) returns void language sql security definer
  set search_path = public as $$
  select graphile_worker.add_job(
    identifier := j->>'task', payload := j->'payload', job_key := j->>'key',
    run_at := now() + coalesce((j->>'delaySeconds')::float8, 0) * interval '1 second',
    max_attempts := coalesce((j->>'maxAttempts')::int, 25),
    queue_name := j->>'queue', job_key_mode := coalesce(j->>'keyMode', 'replace'))
  from json_array_elements(jobs) j
$$;
revoke all on function enqueue_jobs(json) from public;
grant execute on function enqueue_jobs(json) to anpei_app;

-- Sessions, API keys and sign-in names are found before the tenant is known: three narrow doors through the wall.
create or replace function session_by_token(wanted bytea) returns setof session language sql stable security definer
  set search_path = public as $$ select * from session where token_hash = wanted $$;
create or replace function api_key_by_hash(wanted bytea) returns setof api_key language sql stable security definer
  set search_path = public as $$ select * from api_key where key_hash = wanted $$;
create or replace function staff_by_login(wanted text) returns setof staff_user language sql stable security definer
  set search_path = public as $$ select * from staff_user where login = wanted $$;
revoke all on function session_by_token(bytea), api_key_by_hash(bytea), staff_by_login(text) from public;
grant execute on function session_by_token(bytea), api_key_by_hash(bytea), staff_by_login(text) to anpei_app;

-- Brokers and agencies choose the insurer of a case among those of this installation: number and name, nothing else.
create or replace function insurers_here() returns table (id int, name text) language sql stable security definer
  set search_path = public as $$ select t.tenant_id, t.name from tenant t where t.kind = 'insurer'
    order by t.tenant_id $$;
revoke all on function insurers_here() from public;
grant execute on function insurers_here() to anpei_app;

-- Background work goes round the tenants: their numbers, nothing else.
create or replace function tenant_numbers() returns setof int language sql stable security definer
  set search_path = public as $$ select tenant_id from tenant order by tenant_id $$;
revoke all on function tenant_numbers() from public;
grant execute on function tenant_numbers() to anpei_app;

-- A first load fills empty tables inside one transaction, where the planner knows nothing of them yet: it then takes
-- the
-- index by village for the key of a person and every foreign key costs a walk through all villages (seen: 130 s, not
-- 12).
create or replace function measure_register() returns void language plpgsql security definer
  set search_path = public as $$
begin
  analyze person, person_name_gram, member_period, cover_period;
end $$;
revoke all on function measure_register() from public;
grant execute on function measure_register() to anpei_app;

-- Re-sealing after the key ring has turned (CUS-08): puts the same values back under another key. It writes columns of
-- sealed bytes only, row by row of the primary key, behind the caller's own tenant wall.
create or replace function replace_sealed(of_table text, of_column text, fresh jsonb) returns int language plpgsql
  set search_path = public as $$
declare same_row text; replaced int;
begin
  if of_column !~ '(^|_)sealed($|_)' or not exists (select from pg_attribute where attrelid = of_table::regclass
      and attname = of_column and atttypid = 'bytea'::regtype) then
    raise exception '%.% holds nothing sealed', of_table, of_column;
  end if;
  select string_agg(format('t.%1$I = r.%1$I', k.attname), ' and ') into same_row from pg_index i
    join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey::int2[])
    where i.indrelid = of_table::regclass and i.indisprimary;
  execute format('update %1$I t set %2$I = r.%2$I from jsonb_populate_recordset(null::%1$I, $1) r where %3$s',
    of_table, of_column, same_row) using fresh;
  get diagnostics replaced = row_count;
  return replaced;
end $$;

-- Destruction (CUS-10): writes the given columns of the given rows, behind the caller's own tenant wall. The log is
-- append-only for everybody.
create or replace function empty_rows(of_table text, fresh jsonb, of_columns text[]) returns int language plpgsql
  set search_path = public as $$
declare same_row text; given text; emptied int;
begin
  select string_agg(format('t.%1$I = r.%1$I', k.attname), ' and ') into same_row from pg_index i
    join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey::int2[])
    where i.indrelid = of_table::regclass and i.indisprimary;
  select string_agg(format('%1$I = r.%1$I', c), ', ') into given from unnest(of_columns) c;
  execute format('update %1$I t set %2$s from jsonb_populate_recordset(null::%1$I, $1) r where %3$s',
    of_table, given, same_row) using fresh;
  get diagnostics emptied = row_count;
  return emptied;
end $$;
