/**
 * CMP-13 under the seals of CUS-11, for days as for figures: whole months come from the nightly count as far as the
 * reader may be told of it, the days at both ends of a period and what came since are counted at the moment of asking.
 */
import { wholeMonths, type Cause } from '@anpei/domain/complaints'
import { addDays, startOfDay, type Day, type Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { complaintScope } from '../store.ts'
import { isConcerned, seesAll } from './figure-scope.ts'
import { durationsSql } from './duration-sql.ts'
import { lastCount } from './store-figures.ts'

export type DurationQuery = {
  readonly from: Day
  readonly to: Day
  readonly origin: 'imported' | 'lived' | 'all'
  readonly cause?: Cause | undefined
}
type Part = RawBuilder<unknown>

/** Rows of complaint_duration for the question. */
export async function durationRows(
  tx: Tx,
  query: DurationQuery,
): Promise<{ rows: Part; countedUntil: Instant | null }> {
  const counted = seesAll(tx, 'complaint.read') ? await lastCount(tx.db, tx.actor.tenantId) : null
  const months = wholeMonths(query.from, query.to)
  const [begins, ends] = [startOfDay(query.from), startOfDay(addDays(query.to, 1))]
  if (counted === null || months === null)
    return { rows: liveSql(tx, query, [received(begins, ends)]), countedUntil: null }
  const { until, countedUntil, historyMoved } = counted
  const concerned = await isConcerned(tx)
  const first = startOfDay(months.begins)
  const after = startOfDay(months.ends)
  const last = until < first ? first : until < after ? until : after
  const live = [
    sql`c.origin = 'lived' and ${received(begins, first)}`,
    sql`c.origin = 'lived' and ${received(last, ends)}`,
    // In the months that are read from the count without those the reader is concerned in, or others are.
    ...(concerned ? [sql`c.origin = 'lived' and c.concerned_ids <> '{}' and ${received(first, last)}`] : []),
    ...(historyMoved
      ? [sql`c.origin = 'imported' and ${received(begins, ends)}`]
      : [
          sql`c.origin = 'imported' and ${received(begins, first)}`,
          sql`c.origin = 'imported' and ${received(after, ends)}`,
        ]),
  ]
  const kept = [
    sql`r.tenant_id = ${tx.actor.tenantId}`,
    sql`r.month >= ${months.begins.slice(0, 7)} and r.month < ${months.ends.slice(0, 7)}`,
    ...(query.origin === 'all' ? [] : [sql`r.origin = ${query.origin}`]),
    ...(historyMoved ? [sql`r.origin <> 'imported'`] : []),
    ...(concerned ? [sql`not r.concerning`] : []),
    ...(query.cause ? [sql`${query.cause} = any(r.causes)`] : []),
  ]
  const rows = sql`select month, causes, company, days, count from complaint_duration r
    where ${sql.join(kept, sql` and `)}
    union all ${liveSql(tx, query, live)}`
  return { rows, countedUntil }
}

function received(from: Instant, before: Instant): Part {
  return sql`(c.received_at >= ${from} and c.received_at < ${before})`
}

/** Each range in a part of its own, each read by the index of its days. */
function liveSql({ actor }: Tx, { origin, cause }: DurationQuery, ranges: readonly Part[]): Part {
  const rest = [
    sql`c.tenant_id = ${actor.tenantId}`,
    ...(origin === 'all' ? [] : [sql`c.origin = ${origin}`]),
    ...(cause ? [sql`${cause} = any(c.causes)`] : []),
    complaintScope(actor, 'complaint.read'),
  ]
  const parts = ranges.map((range) => durationsSql(sql.join([range, ...rest], sql` and `)))
  return sql`select month, causes, company, days, count from (${sql.join(parts, sql` union all `)}) live`
}
