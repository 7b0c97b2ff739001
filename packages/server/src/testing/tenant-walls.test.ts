import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from './index.ts'

type Column = { table_name: string; column_name: string; udt_name: string; needed: boolean }

/** Keys that do not begin with the tenant, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  staff_user_login_key: 'the sign-in name is how the tenant is found; distributed, it becomes a reference table',
}

describe('ORG-01 walls between tenants', () => {
  let world: World
  let owner: pg.Client
  let tables: string[] = []
  beforeAll(async () => {
    world = await openWorld()
    owner = new pg.Client({ connectionString: world.url })
    await owner.connect()
    tables = (
      await owner.query<{ name: string }>(`select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        order by 1`)
    ).rows.map((row) => row.name)
  })
  afterAll(async () => {
    await owner.end()
    await world.close()
  })

  it('every tenant-owned table has tenant_id first in its primary key and in every unique one (OPS-03)', async () => {
    const { rows } = await owner.query<{ name: string; first: string; isKey: boolean; table: string }>(
      `
      select i.indexrelid::regclass::text as name, i.indrelid::regclass::text as "table", i.indisprimary
        or i.indisexclusion as "isKey",
        (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) as first
      from pg_index i where (i.indisunique or i.indisexclusion) and i.indrelid::regclass::text = any($1)`,
      [tables],
    )
    const wrong = rows.filter((row) => row.first !== 'tenant_id' && !(row.name in EXCEPTIONS)).map((row) => row.name)
    expect(wrong).toEqual([])
    expect(tables.filter((table) => !rows.some((row) => row.table === table && row.isKey))).toEqual([])
    expect(Object.keys(EXCEPTIONS).filter((name) => !rows.some((row) => row.name === name))).toEqual([])
  })

  it('every reference between tenant-owned tables carries the tenant', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select conname as name from pg_constraint
      where contype = 'f' and conrelid::regclass::text = any($1) and confrelid::regclass::text = any($1)
        and confrelid <> 'tenant'::regclass and not exists (
        select from unnest(conkey, confkey) as k(here, there)
        join pg_attribute a on a.attrelid = conrelid and a.attnum = k.here and a.attname = 'tenant_id'
        join pg_attribute b on b.attrelid = confrelid and b.attnum = k.there and b.attname = 'tenant_id')`,
      [tables],
    )
    expect(rows.map((row) => row.name)).toEqual([])
  })

  it('a connection of another tenant sees, changes and adds no row in any table, even without WHERE', async () => {
    await fillEveryTable()
    const filled = await counts(owner, 'where tenant_id = 1')
    expect([...filled].filter(([, count]) => count === 0).map(([table]) => table)).toEqual([])
    await world.app.pool.withTenant(2, async ({ client }) => {
      const seen = await counts(client, 'where tenant_id <> 2')
      expect([...seen].filter(([, count]) => count > 0)).toEqual([])
      const doors: string[] = []
      for (const table of tables) {
        for (const statement of [
          `update ${table} set tenant_id = tenant_id where tenant_id = 1`,
          `delete from ${table} where tenant_id = 1`,
        ]) {
          const touched = await client.query(statement).then(
            (result) => result.rowCount ?? 0,
            () => 0,
          )
          if (touched > 0) doors.push(statement)
        }
        const copied = await client.query(`insert into ${table} (tenant_id) values (1)`).then(
          () => 'done',
          (error: Error) => error.message,
        )
        if (!/row-level security|permission denied/.test(copied)) doors.push(`insert ${table}: ${copied}`)
      }
      expect(doors).toEqual([])
    })
    expect(await counts(owner, 'where tenant_id = 1')).toEqual(filled)
  })

  it('a connection that was set to no tenant sees nothing at all', async () => {
    const client = new pg.Client({ connectionString: world.url, options: '-c role=anpei_app' })
    await client.connect()
    for (const table of tables)
      await expect(
        client.query(`select 1 from ${table}
      limit 1`),
      ).rejects.toThrow('anpei.tenant_id')
    await client.end()
  })

  async function counts(client: pg.Client | pg.PoolClient, where: string): Promise<Map<string, number>> {
    const found = new Map<string, number>()
    for (const table of tables) {
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table} ${where}`)
      found.set(table, rows[0]?.count ?? 0)
    }
    return found
  }

  /** One row of tenant 1 in every table; checks and references are dropped first, this database is thrown away. */
  async function fillEveryTable(): Promise<void> {
    const { rows: rules } = await owner.query<{ table: string; name: string }>(`select conrelid::regclass::text
      as "table", conname as name
      from pg_constraint where contype in ('c', 'f') and connamespace = 'public'::regnamespace order by contype desc`)
    for (const rule of rules) await owner.query(`alter table ${rule.table} drop constraint if exists "${rule.name}"`)
    for (const table of tables) await owner.query(`alter table ${table} disable trigger user`)
    const { rows: columns } = await owner.query<Column>(`select table_name, column_name, udt_name,
      is_nullable = 'NO' and column_default is null and is_generated = 'NEVER' and is_identity = 'NO' as needed
      from information_schema.columns where table_schema = 'public'`)
    for (const table of tables) {
      const needed = columns.filter(
        (column) => column.table_name === table && column.needed && column.column_name !== 'tenant_id',
      )
      const names = ['tenant_id', ...needed.map((column) => `"${column.column_name}"`)]
      await owner.query(`insert into ${table} (${names.join(', ')})
        values (${['1', ...needed.map(anyValue)].join(', ')}) on conflict do nothing`)
    }
  }
})

function anyValue({ udt_name: type }: Column): string {
  if (type.startsWith('_')) return "'{}'"
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'timestamptz') return 'now()'
  if (type === 'date') return 'current_date'
  if (type === 'daterange') return "'[2026-01-01,2026-02-01)'"
  if (type === 'jsonb' || type === 'json') return "'{}'"
  if (type === 'bool') return 'true'
  return type === 'bytea' || type === 'text' ? "'x'" : '1'
}
