/** Writes and reads the figures counted every night (CMP-13). */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { countsSql } from './count-sql.ts'

/** Counts everything received before `until` anew, in one transaction; what concerns somebody of ours is left out. */
export async function countAll(db: Db, tenantId: number, until: Instant, now: Instant): Promise<void> {
  await sql`delete from complaint_month where tenant_id = ${tenantId}`.execute(db)
  const lived = sql`c.received_at < ${until} and c.concerned_ids = '{}'`
  const counts = countsSql({ tenantId, now, lived, history: sql`true` })
  await sql`insert into complaint_month (tenant_id, month, series, institution_id, product, dimension, value, received,
      open, repeated, withdrawn, redirected, upheld, reopened, overdue, unsatisfied)
    select ${tenantId}::int, month, series, institution_id, product, dimension, value, received, open, repeated,
      withdrawn, redirected, upheld, reopened, overdue, unsatisfied
    from (${counts}) counts`.execute(db)
  await db
    .insertInto('complaint_rollup')
    .values({ tenant_id: tenantId, counted_until: until, counted_at: now })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ counted_until: until, counted_at: now }))
    .execute()
}

export type Counted = {
  readonly until: Instant
  /** Whether history was brought in since: it is counted at the moment of asking then. */
  readonly historyMoved: boolean
}

export async function lastCount(db: Db, tenantId: number): Promise<Counted | null> {
  const { rows } = await sql<Counted>`select r.counted_until as until, exists (select from complaint_import i
      where i.tenant_id = r.tenant_id and (i.state = 'reading' or i.ended_at >= r.counted_at)) as "historyMoved"
    from complaint_rollup r where r.tenant_id = ${tenantId}`.execute(db)
  return rows[0] ?? null
}
