/** What a payments list or export was asked for, as a condition on `payment p` within the reader's scope (CLM-12). */
import type { PaymentFilter } from '@anpei/contract/claims'
import { addDays, startOfDay, type Day } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../http/index.ts'
import { claimScope } from '../store-claims.ts'

export function paymentFilter(tx: Tx, query: z.output<typeof PaymentFilter>): RawBuilder<boolean> {
  const { tenantId } = tx.actor
  const parts = [
    sql<boolean>`exists (select 1 from claim c where c.tenant_id = p.tenant_id and c.id = p.claim_id
      and ${claimScope(tx.actor, 'payment.read')})`,
    ...between('made_at', query.madeFrom, query.madeTo),
    ...between('paid_at', query.paidFrom, query.paidTo),
  ]
  if (query.state) parts.push(sql<boolean>`p.state = ${query.state}`)
  if (query.way) parts.push(sql<boolean>`p.way = ${query.way}`)
  if (query.batchId) parts.push(sql<boolean>`p.batch_id = ${query.batchId}`)
  if (query.batchNo) {
    parts.push(sql<boolean>`p.batch_id = (select b.id from payment_batch b where b.tenant_id = ${tenantId}
      and b.batch_no = ${query.batchNo})`)
  }
  if (query.q) parts.push(textCondition(tenantId, query.q))
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

/** Whole days of Shanghai, both included. */
function between(column: 'made_at' | 'paid_at', from: Day | undefined, to: Day | undefined): RawBuilder<boolean>[] {
  const at = sql.ref(`p.${column}`)
  return [
    ...(from ? [sql<boolean>`${at} >= ${startOfDay(from)}`] : []),
    ...(to ? [sql<boolean>`${at} < ${startOfDay(addDays(to, 1))}`] : []),
  ]
}

const NUMBER = /^[A-Z]\d{3,}$/i

/** A number is found by its beginning (a range of the unique index), a name whole. */
function textCondition(tenantId: number, text: string): RawBuilder<boolean> {
  if (!NUMBER.test(text)) {
    return sql<boolean>`p.person_id in (select n.id from person n where n.tenant_id = ${tenantId}
      and n.name = ${text})`
  }
  const from = text.toUpperCase()
  const before = `${from}~`
  return sql<boolean>`((p.payment_no >= ${from} and p.payment_no < ${before})
    or p.claim_id in (select c.id from claim c where c.tenant_id = ${tenantId} and c.claim_no >= ${from}
      and c.claim_no < ${before}))`
}
