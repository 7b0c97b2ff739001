/**
 * A demo that is being loaded says so on the database itself, until it is whole. What was cut short on the way holds
 * half a history; it is emptied, structure and all, and loaded anew. Only what carries the mark is ever emptied.
 */
import { asOwner, migrate } from '@anpei/server/db'
import { companyNames, readOrganisation } from '@anpei/server/identity'
import { sql } from 'kysely'

const MARK = 'anpei: demo is being loaded'

export async function markLoading(url: string): Promise<void> {
  await asOwner(url, (db) => sql`comment on table tenant is ${sql.lit(MARK)}`.execute(db))
}

export async function markLoaded(url: string): Promise<void> {
  await asOwner(url, (db) => sql`comment on table tenant is null`.execute(db))
}

export async function wasCutShort(url: string): Promise<boolean> {
  return asOwner(url, async (db) => {
    const { rows } = await sql<{ said: string | null }>`select obj_description('tenant'::regclass) as said`.execute(db)
    return rows[0]?.said === MARK
  })
}

/** Whether a company that is not of the demo is at work here: then none of the demo may be laid in beside it. */
export async function isRealHouse(url: string): Promise<boolean> {
  const demo = new Set(readOrganisation().tenants.map(({ name }) => name))
  return (await asOwner(url, companyNames)).some((name) => !demo.has(name))
}

export async function emptyAnew(url: string): Promise<void> {
  await asOwner(url, async (db) => {
    await sql`drop schema if exists graphile_worker cascade`.execute(db)
    await sql`drop schema public cascade`.execute(db)
    await sql`create schema public`.execute(db)
    await sql`create extension pg_trgm`.execute(db)
    await sql`create extension btree_gist`.execute(db)
  })
  await migrate(url)
}
