/**
 * Migrations are folders `NNNN-name/up.sql`, forward only, each in its own transaction, then `walls.sql` is applied.
 * Run by the owner of the database; a second runner waits at an advisory lock.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

const FOLDER = new URL('./migrations/', import.meta.url)
const LOCK = 72_616_801

/** The database was brought to another shape than this program knows, under the same name. */
export class ChangedMigration extends Error {
  readonly migration: string
  constructor(migration: string) {
    super(`migration ${migration} was changed after it was applied`)
    this.migration = migration
  }
}

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string }

export function readMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}-/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(`${name}/up.sql`, FOLDER), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Brings the database to the newest shape; returns the names of the migrations it applied. */
export async function migrate(ownerUrl: string, onStep: (name: string) => void = () => undefined): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`create table if not exists migration (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`)
    const done = await client.query<{ name: string; hash: string }>('select name, hash from migration')
    const applied = new Map(done.rows.map((row) => [row.name, row.hash]))
    const fresh: string[] = []
    for (const migration of readMigrations()) {
      const hash = applied.get(migration.name)
      if (hash === migration.hash) continue
      if (hash) throw new ChangedMigration(migration.name)
      onStep(migration.name)
      await applyOne(client, migration)
      fresh.push(migration.name)
    }
    await runMigrations({ connectionString: ownerUrl })
    await client.query(readFileSync(new URL('./walls.sql', import.meta.url), 'utf8'))
    return fresh
  } finally {
    await client.end()
  }
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name}: ${String(error)}`, { cause: error })
  }
}
