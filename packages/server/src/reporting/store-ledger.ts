/** Writes and reads the promises counted by month (CLK-05). */
import { startOfDay, type Day, type Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'
import { countsSql } from './promise-sql.ts'

/**
 * Counts anew what was due before now, in one transaction: from a day on, or everything. What was corrected or dated
 * back since is right again the next morning, in the months that are left alone after the next count of everything.
 */
export async function countMonths(db: Db, tenantId: number, now: Instant, from: Day | null): Promise<void> {
  const month = from === null ? '' : from.slice(0, 7)
  await sql`delete from promise_month where tenant_id = ${tenantId} and month >= ${month}`.execute(db)
  const since = month === '' ? '-infinity' : startOfDay(`${month}-01`)
  const clocks = sql`(k.due_at > ${since} and k.due_at < ${now}
    or k.due_at is null and k.stopped_at >= ${since} and k.stopped_at < ${now})`
  const counts = countsSql({ tenantId, now, clocks, cases: sql`true` }, 'at_once')
  await sql`insert into promise_month (tenant_id, month, clock_id, institution_id, programme_id, kept,
      kept_by_agreement, broken, cancelled)
    select ${tenantId}::int, month, clock_id, institution_id, programme_id, kept, kept_by_agreement, broken, cancelled
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
  readonly kept_by_agreement: number
  readonly broken: number
  readonly running: number
  readonly cancelled: number
}

/** `where` over promise_month `c`. */
export async function countedMonths(db: Db, tenantId: number, where: RawBuilder<unknown>): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`select c.clock_id, c.month, sum(c.kept)::int as kept,
      sum(c.kept_by_agreement)::int as kept_by_agreement, sum(c.broken)::int as broken, 0 as running,
      sum(c.cancelled)::int as cancelled
    from promise_month c where c.tenant_id = ${tenantId} and ${where} group by c.clock_id, c.month`.execute(db)
  return rows
}
