/** Writes and reads the figures counted every night (CMP-13). */
import { dayOfInstant, firstOfNextMonth, startOfDay, type Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'
import { COUNTING_RULES, rollupSql } from './count-sql.ts'
import { durationsSql } from './duration-sql.ts'

/** Before every complaint. */
const NEVER = '1900-01-01T00:00:00.000Z'
/** Nobody counts further back. */
const MOST_MONTHS = 600

/**
 * Counts what was received before `last`: of the months counted before only those in which something can have changed
 * since, month by month, so that no statement is long; the history where a file of it was read since; all of it where
 * other rules counted before.
 */
export async function countAll(db: Db, tenantId: number, last: Instant | null, now: Instant): Promise<void> {
  const standing = await lastCount(db, tenantId, true)
  const before = standing?.rules === COUNTING_RULES ? standing : null
  const reached = standing?.until ?? NEVER
  const until = last !== null && last > reached ? last : reached
  const { rows } = await sql<{
    txid: bigint
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as txid`.execute(db)
  const txid = rows[0]?.txid ?? null
  const counted = { counted_until: until, counted_at: now, counted_txid: txid, counting_rules: COUNTING_RULES }
  await aloneWith(db, tenantId, { ...counted, history_counted_at: now }, counted)
  for (const month of await movedMonths(db, tenantId, { before, until, txid }))
    await countLived(db, { tenantId, until, now, ...monthOf(month) })
  if (before === null || before.historyMoved) await countHistoryOf(db, tenantId, now)
}

/** Counts the history alone; what was counted of complaints received here stays as it is. */
export async function countHistoryOf(db: Db, tenantId: number, now: Instant): Promise<void> {
  const counted = { history_counted_at: now }
  const first = { counted_until: NEVER, counted_at: now, counting_rules: COUNTING_RULES }
  await aloneWith(db, tenantId, { ...first, ...counted }, counted)
  await sql`delete from complaint_month where tenant_id = ${tenantId} and series = 'imported'`.execute(db)
  await sql`delete from complaint_duration where tenant_id = ${tenantId} and origin = 'imported'`.execute(db)
  const { rows } = await sql<{ first: Instant | null }>`select min(received_at) as first from complaint_history
    where tenant_id = ${tenantId}`.execute(db)
  for (const month of monthsSince(rows[0]?.first ?? null, now))
    await countImported(db, { tenantId, until: NEVER, now, ...monthOf(month) })
}

type Counting = {
  counted_until: Instant
  counted_at: Instant
  counted_txid?: bigint | null
  counting_rules: number
  history_counted_at: Instant
}

/** Two counts of the same house follow one another. */
async function aloneWith(db: Db, tenantId: number, first: Counting, anew: Partial<Counting>): Promise<void> {
  await db
    .insertInto('complaint_rollup')
    .values({ tenant_id: tenantId, ...first })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(anew))
    .execute()
}

type Since = { readonly before: Counted | null; readonly until: Instant; readonly txid: bigint | null }

/**
 * Months in which a count may differ from the one before: what came into it since, what is open, since its clocks run
 * out by themselves, and whatever something was written of since.
 */
async function movedMonths(db: Db, tenantId: number, { before, until, txid }: Since): Promise<readonly string[]> {
  // Of a database that was brought back from a copy, transactions are numbered anew.
  if (before === null || before.txid === null || before.txid > (txid ?? 0n)) {
    const { rows } = await sql<{ first: Instant | null }>`select min(received_at) as first from complaint
      where tenant_id = ${tenantId}`.execute(db)
    return monthsSince(rows[0]?.first ?? null, until)
  }
  const { rows } = await sql<{
    month: string
  }>`select distinct to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') as month
    from (select received_at from complaint where tenant_id = ${tenantId} and received_at >= ${before.until}
      union all select received_at from complaint where tenant_id = ${tenantId} and ended_at is null
      union all select c.received_at from complaint_recheck r join complaint c on c.tenant_id = r.tenant_id
        and c.id = r.complaint_id where r.tenant_id = ${tenantId} and r.state in ('asked', 'assigned', 'decided')
      union all select c.received_at from event e join complaint c on c.tenant_id = e.tenant_id and c.id = e.subject_id
        where e.tenant_id = ${tenantId} and e.txid >= ${before.txid}) moved (at)
    where at < ${until} order by 1`.execute(db)
  return rows.map(({ month }) => month)
}

function monthsSince(first: Instant | null, until: Instant): string[] {
  const months: string[] = []
  let begins = first === null ? null : `${dayOfInstant(first).slice(0, 7)}-01`
  while (begins !== null && startOfDay(begins) < until && months.length < MOST_MONTHS) {
    months.push(begins.slice(0, 7))
    begins = firstOfNextMonth(begins)
  }
  return months
}

function monthOf(month: string) {
  const first = `${month}-01`
  return { month, begins: startOfDay(first), ends: startOfDay(firstOfNextMonth(first)) }
}

type Month = {
  readonly tenantId: number
  readonly month: string
  readonly begins: Instant
  readonly ends: Instant
  readonly until: Instant
  readonly now: Instant
}

async function countLived(db: Db, one: Month): Promise<void> {
  const { tenantId, month, begins, ends, until } = one
  await sql`delete from complaint_month where tenant_id = ${tenantId} and month = ${month}
    and series <> 'imported'`.execute(db)
  await sql`delete from complaint_duration where tenant_id = ${tenantId} and month = ${month}
    and origin = 'lived'`.execute(db)
  const within = sql`c.received_at >= ${begins} and c.received_at < ${ends} and c.received_at < ${until}`
  await insertCounts(db, one, { lived: [within], history: sql`false`, matters: sql`c.origin = 'lived' and ${within}` })
}

async function countImported(db: Db, one: Month): Promise<void> {
  const history = sql`h.received_at >= ${one.begins} and h.received_at < ${one.ends}`
  const matters = sql`c.origin = 'imported' and c.received_at >= ${one.begins} and c.received_at < ${one.ends}`
  await insertCounts(db, one, { lived: [sql`false`], history, matters })
}

type Of = Pick<Parameters<typeof rollupSql>[0], 'lived' | 'history'> & { readonly matters: RawBuilder<unknown> }

async function insertCounts(db: Db, { tenantId, now }: Month, { lived, history, matters }: Of): Promise<void> {
  await sql`insert into complaint_month (tenant_id, month, series, institution_id, product, concerning, dimension,
      value, received, open, repeated, withdrawn, redirected, upheld, reopened, overdue, unsatisfied)
    select ${tenantId}::int, month, series, institution_id, product, concerning, dimension, value, received, open,
      repeated, withdrawn, redirected, upheld, reopened, overdue, unsatisfied
    from (${rollupSql({ tenantId, now, lived, history })}) counts`.execute(db)
  await sql`insert into complaint_duration (tenant_id, month, origin, concerning, causes, company, days, count)
    select ${tenantId}::int, month, origin, concerning, causes, company, days, count
    from (${durationsSql(sql`c.tenant_id = ${tenantId} and ${matters}`)}) durations`.execute(db)
}

export type Counted = {
  readonly until: Instant
  /** The same for the reader; null where no night has counted yet, but the history was. */
  readonly countedUntil: Instant | null
  /** By which rules (COUNTING_RULES). */
  readonly rules: number
  /** Every transaction before it stands in the count; null: not known. */
  readonly txid: bigint | null
  /** Whether history was brought in since: it is counted at the moment of asking then. */
  readonly historyMoved: boolean
}

/** `lock`: until the transaction ends. */
export async function lastCount(db: Db, tenantId: number, lock = false): Promise<Counted | null> {
  const { rows } = await sql<Counted>`select r.counted_until as until,
      nullif(r.counted_until, ${NEVER}) as "countedUntil", r.counted_txid as txid,
      r.counting_rules as rules,
      exists (select from complaint_import i where i.tenant_id = r.tenant_id
        and (i.state = 'reading' or i.ended_at >= r.history_counted_at)) as "historyMoved"
    from complaint_rollup r where r.tenant_id = ${tenantId} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? null
}

/** When the complaint came that as many came after; null where there are no more than these. */
export async function receivedBefore(db: Db, tenantId: number, latest: number): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant }>`select received_at as at from complaint where tenant_id = ${tenantId}
    order by received_at desc limit ${latest + 1}`.execute(db)
  return rows[latest]?.at ?? null
}
