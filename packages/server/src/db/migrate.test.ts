import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openPool } from './pool.ts'

describe('OPS-03 the database is brought to its shape', () => {
  const name = `m_${newId().replaceAll('-', '')}`
  const url = inject('ownerUrl').replace(/\/anpei$/, `/${name}`)
  const admin = inject('ownerUrl').replace(/\/anpei$/, '/postgres')
  beforeAll(() => ask(admin, `create database ${name}`))
  afterAll(() => ask(admin, `drop database if exists ${name} with (force)`).catch(() => undefined))

  async function ask(at: string, text: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: at })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(text)).rows
    } finally {
      await client.end()
    }
  }

  it('by every migration in its order, once, even when two runners come at the same time', async () => {
    const all = readMigrations().map((migration) => migration.name)
    expect(all).toEqual([...all].sort())
    const steps: string[] = []
    const [first, second] = await Promise.all([migrate(url, (step) => steps.push(step)), migrate(url)])
    expect([...first, ...second]).toEqual(all)
    expect(first.length * second.length).toBe(0)
    expect(await migrate(url)).toEqual([])
    expect((await ask(url, 'select name from migration order by name')).map((row) => row.name)).toEqual(all)
  })

  it('ORG-01 with a wall of tenants on every table that has one', async () => {
    const open = await ask(
      url,
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relrowsecurity`,
    )
    expect(open).toEqual([])
  })

  it('and not when an applied migration was changed afterwards', async () => {
    await ask(url, `update migration set hash = 'x' where name like '0003-%'`)
    await expect(migrate(url)).rejects.toThrow('0003-customers was changed after it was applied')
  })

  it('prepares a statement that comes again, and the answers stay the same', async () => {
    const pool = openPool(url, 1)
    try {
      await pool.withTenant(1, async ({ db, client }) => {
        const ask = (id: number) => db.selectFrom('tenant').select('name').where('tenant_id', '=', id).execute()
        for (let round = 0; round < 8; round++) expect(await ask(round)).toEqual([])
        const { rows } = await client.query<{ n: number }>(
          `select count(*)::int as n from pg_prepared_statements where statement like '%from "tenant"%'`,
        )
        expect(rows).toEqual([{ n: 1 }])
      })
    } finally {
      await pool.close()
    }
  })
})
