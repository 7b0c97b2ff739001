/** Writes and reads the figures counted every night (CMP-13). */
import { dayOfInstant, firstOfNextMonth, startOfDay, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { rollupSql } from './count-sql.ts'
import { durationsSql } from './duration-sql.ts'

/** Before every complaint. */
const NEVER = '1900-01-01T00:00:00.000Z'
/** Nobody counts further back. */
const MOST_MONTHS = 600

/**
 * Counts everything received before `last` anew, and all of the history, month by month, so that no statement is long.
 */
export async function countAll(db: Db, tenantId: number, last: Instant | null, now: Instant): Promise<void> {
  const until = last ?? NEVER
  const counted = { counted_until: until, counted_at: now, history_counted_at: now }
  await aloneWith(db, tenantId, counted, counted)
  await sql`delete from complaint_month where tenant_id = ${tenantId}`.execute(db)
  await sql`delete from complaint_duration where tenant_id = ${tenantId}`.execute(db)
  const { rows } = await sql<{ first: Instant | null }>`select least(
      (select min(received_at) from complaint where tenant_id = ${tenantId}),
      (select min(received_at) from complaint_history where tenant_id = ${tenantId})) as first`.execute(db)
  await countMonths(db, rows[0]?.first ?? null, { tenantId, until, now })
}

/** Counts the history alone; what was counted of complaints received here stays as it is. */
export async function countHistoryOf(db: Db, tenantId: number, now: Instant): Promise<void> {
  const counted = { history_counted_at: now }
  await aloneWith(db, tenantId, { counted_until: NEVER, counted_at: now, ...counted }, counted)
  await sql`delete from complaint_month where tenant_id = ${tenantId} and series = 'imported'`.execute(db)
  await sql`delete from complaint_duration where tenant_id = ${tenantId} and origin = 'imported'`.execute(db)
  const { rows } = await sql<{ first: Instant | null }>`select min(received_at) as first from complaint_history
    where tenant_id = ${tenantId}`.execute(db)
  await countMonths(db, rows[0]?.first ?? null, { tenantId, until: NEVER, now })
}

type Counting = { counted_until: Instant; counted_at: Instant; history_counted_at: Instant }

/** Two counts of the same house follow one another. */
async function aloneWith(db: Db, tenantId: number, first: Counting, anew: Partial<Counting>): Promise<void> {
  await db
    .insertInto('complaint_rollup')
    .values({ tenant_id: tenantId, ...first })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(anew))
    .execute()
}

async function countMonths(db: Db, first: Instant | null, counting: Omit<Month, 'begins' | 'ends'>): Promise<void> {
  const last = dayOfInstant(counting.now).slice(0, 7)
  let begins = first ? startOfDay(`${dayOfInstant(first).slice(0, 7)}-01`) : null
  for (let at = 0; begins !== null && dayOfInstant(begins).slice(0, 7) <= last && at < MOST_MONTHS; at++) {
    const ends: Instant = startOfDay(firstOfNextMonth(dayOfInstant(begins)))
    await countMonth(db, { ...counting, begins, ends })
    begins = ends
  }
}

type Month = {
  readonly tenantId: number
  readonly begins: Instant
  readonly ends: Instant
  readonly until: Instant
  readonly now: Instant
}

async function countMonth(db: Db, { tenantId, begins, ends, until, now }: Month): Promise<void> {
  const lived = [sql`c.received_at >= ${begins} and c.received_at < ${ends} and c.received_at < ${until}`]
  const history = sql`h.received_at >= ${begins} and h.received_at < ${ends}`
  await sql`insert into complaint_month (tenant_id, month, series, institution_id, product, concerning, dimension,
      value, received, open, repeated, withdrawn, redirected, upheld, reopened, overdue, unsatisfied)
    select ${tenantId}::int, month, series, institution_id, product, concerning, dimension, value, received, open,
      repeated, withdrawn, redirected, upheld, reopened, overdue, unsatisfied
    from (${rollupSql({ tenantId, now, lived, history })}) counts`.execute(db)
  const matters = sql`c.tenant_id = ${tenantId} and c.received_at >= ${begins} and c.received_at < ${ends}
    and (c.origin = 'imported' or c.received_at < ${until})`
  await sql`insert into complaint_duration (tenant_id, month, origin, concerning, causes, company, days, count)
    select ${tenantId}::int, month, origin, concerning, causes, company, days, count
    from (${durationsSql(matters)}) durations`.execute(db)
}

export type Counted = {
  readonly until: Instant
  /** The same for the reader; null where no night has counted yet, but the history was. */
  readonly countedUntil: Instant | null
  /** Whether history was brought in since: it is counted at the moment of asking then. */
  readonly historyMoved: boolean
}

export async function lastCount(db: Db, tenantId: number): Promise<Counted | null> {
  const { rows } = await sql<Counted>`select r.counted_until as until,
      nullif(r.counted_until, ${NEVER}) as "countedUntil", exists (select from complaint_import i
      where i.tenant_id = r.tenant_id and (i.state = 'reading' or i.ended_at >= r.history_counted_at))
      as "historyMoved"
    from complaint_rollup r where r.tenant_id = ${tenantId}`.execute(db)
  return rows[0] ?? null
}

/** When the complaint came that as many came after; null where there are no more than these. */
export async function receivedBefore(db: Db, tenantId: number, latest: number): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant }>`select received_at as at from complaint where tenant_id = ${tenantId}
    order by received_at desc limit ${latest + 1}`.execute(db)
  return rows[latest]?.at ?? null
}
