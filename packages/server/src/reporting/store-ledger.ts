/** Writes and reads the promises counted by month (CLK-05). */
import type { Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'
import { countsSql } from './promise-sql.ts'

/**
 * Counts everything anew that was due before now, in one transaction: what was corrected, reopened or dated back since
 * is right again the next morning.
 */
export async function countMonths(db: Db, tenantId: number, now: Instant): Promise<void> {
  await sql`delete from promise_month where tenant_id = ${tenantId}`.execute(db)
  const counts = countsSql({ tenantId, now, clocks: sql`coalesce(k.due_at, k.stopped_at) < ${now}`, cases: sql`true` })
  await sql`insert into promise_month (tenant_id, month, clock_id, institution_id, programme_id, kept, broken, cancelled)
    select ${tenantId}::int, month, clock_id, institution_id, programme_id, kept, broken, cancelled
    from (${counts}) counts`.execute(db)
  await db
    .insertInto('promise_rollup')
    .values({ tenant_id: tenantId, as_of: now, counted_at: now })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ as_of: now, counted_at: now }))
    .execute()
}

export async function countedUntil(db: Db, tenantId: number): Promise<Instant | null> {
  const row = await db.selectFrom('promise_rollup').select('as_of').where('tenant_id', '=', tenantId).executeTakeFirst()
  return row?.as_of ?? null
}

export type CountRow = {
  readonly clock_id: string
  readonly month: string
  readonly kept: number
  readonly broken: number
  readonly running: number
  readonly cancelled: number
}

/** `where` over promise_month `c`. */
export async function countedMonths(db: Db, tenantId: number, where: RawBuilder<unknown>): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`select c.clock_id, c.month, sum(c.kept)::int as kept,
      sum(c.broken)::int as broken, 0 as running, sum(c.cancelled)::int as cancelled
    from promise_month c where c.tenant_id = ${tenantId} and ${where} group by c.clock_id, c.month`.execute(db)
  return rows
}
