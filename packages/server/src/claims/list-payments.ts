/** CLM-12: payments by state, batch, number or name; newest first, keyset pages. */
import type { listPayments as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { beforeCursor, paymentViews } from './payment-views.ts'
import { claimScope } from './store-claims.ts'

const COUNT_LIMIT = 10_000

export async function listPayments(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const before = beforeCursor('p', query.cursor)
  if (!before) return refuse('request.malformed')
  const where = filterOf(tx, query)
  const [rows, total] = await Promise.all([
    paymentViews(tx, sql<boolean>`${where} and ${before}`, query.limit + 1),
    query.cursor === undefined ? countOf(tx, where) : null,
  ])
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return ok({
    items: shown,
    nextCursor: rows.length > query.limit && last ? `${last.madeAt}|${last.id}` : null,
    total: total === null ? null : Math.min(total, COUNT_LIMIT),
    totalMore: total !== null && total > COUNT_LIMIT,
  })
}

function filterOf(tx: Tx, query: Input<typeof route>['query']): RawBuilder<boolean> {
  const parts = [
    sql<boolean>`exists (select 1 from claim c where c.tenant_id = p.tenant_id and c.id = p.claim_id
    and ${claimScope(tx.actor, 'payment.read')})`,
  ]
  if (query.state) parts.push(sql<boolean>`p.state = ${query.state}`)
  if (query.batchId) parts.push(sql<boolean>`p.batch_id = ${query.batchId}`)
  if (query.q)
    parts.push(sql<boolean>`(p.payment_no = ${query.q} or p.claim_id in (select c.id from claim c
    join person n on n.tenant_id = c.tenant_id and n.id = c.person_id
    where c.tenant_id = ${tx.actor.tenantId} and (c.claim_no = ${query.q} or n.name = ${query.q})))`)
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

async function countOf(tx: Tx, where: RawBuilder<boolean>): Promise<number> {
  const counted = await sql<{ n: number }>`select count(*)::int as n from (select 1 from payment p
    where p.tenant_id = ${tx.actor.tenantId} and ${where} limit ${COUNT_LIMIT + 1}) as counted`.execute(tx.db)
  return counted.rows[0]?.n ?? 0
}
