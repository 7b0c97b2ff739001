/** CLM-16: what is to come back, newest first, by state, number or name; keyset pages. */
import type { listRecoveries as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { countUpTo, toldTotal } from '../../identity/index.ts'
import { beforeCursor } from '../payments/payment-views.ts'
import { recoveryViews } from './recovery-views.ts'
import { claimScope } from '../store-claims.ts'

export async function listRecoveries(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const before = beforeCursor('r', query.cursor)
  if (!before) return refuse('request.malformed')
  const parts = [
    sql<boolean>`exists (select 1 from claim c where c.tenant_id = r.tenant_id and c.id = r.claim_id
      and ${claimScope(tx.actor, 'payment.read')})`,
  ]
  if (query.state) parts.push(sql<boolean>`r.state = ${query.state}`)
  if (query.q)
    parts.push(sql<boolean>`(r.recovery_no = ${query.q} or r.claim_id in (select c.id from claim c
      join person n on n.tenant_id = c.tenant_id and n.id = c.person_id
      where c.tenant_id = ${tx.actor.tenantId} and (c.claim_no = ${query.q} or n.name = ${query.q})))`)
  const where = sql<boolean>`(${sql.join(parts, sql` and `)})`
  const rows = await recoveryViews(tx, sql<boolean>`${where} and ${before}`, query.limit + 1)
  const total =
    query.cursor === undefined
      ? await countUpTo(tx.db, sql`select 1 from recovery r where r.tenant_id = ${tx.actor.tenantId} and ${where}`)
      : null
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return ok({
    items: shown,
    nextCursor: rows.length > query.limit && last ? `${last.madeAt}|${last.id}` : null,
    ...toldTotal(total),
  })
}
