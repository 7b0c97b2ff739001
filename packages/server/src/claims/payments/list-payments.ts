/** CLM-12: payments by state, day, batch, number or name; newest first, keyset pages. */
import type { listPayments as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { countUpTo, toldTotal } from '../../identity/index.ts'
import { beforeCursor, paymentViews } from './payment-views.ts'
import { paymentFilter } from './payment-filter.ts'

export async function listPayments(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const before = beforeCursor('p', query.cursor)
  if (!before) return refuse('request.malformed')
  const where = paymentFilter(tx, query)
  const [rows, total] = await Promise.all([
    paymentViews(tx, sql<boolean>`${where} and ${before}`, query.limit + 1),
    query.cursor === undefined ? countOf(tx, where) : null,
  ])
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return ok({
    items: shown,
    nextCursor: rows.length > query.limit && last ? `${last.madeAt}|${last.id}` : null,
    ...toldTotal(total),
  })
}

function countOf(tx: Tx, where: RawBuilder<boolean>): Promise<number> {
  return countUpTo(tx.db, sql`select 1 from payment p where p.tenant_id = ${tx.actor.tenantId} and ${where}`)
}
