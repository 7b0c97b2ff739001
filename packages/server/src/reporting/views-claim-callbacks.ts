/** The callbacks of a claim, for whoever may read the claim (CBK-01, CBK-02). */
import type { listClaimCallbacks as route } from '@anpei/contract/reporting'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { callbacksOfCase } from '../callbacks/index.ts'
import { claimScope } from '../claims/index.ts'
import type { Tx } from '../http/index.ts'

export async function listClaimCallbacks(
  tx: Tx,
  { params: { claimId } }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { rows } = await sql`select 1 from claim c where c.tenant_id = ${tx.actor.tenantId} and c.id = ${claimId}
    and ${claimScope(tx.actor, 'claim.read')}`.execute(tx.db)
  if (rows.length === 0) return refuse('request.not_found')
  return ok({ items: await callbacksOfCase(tx, { kind: 'claim', id: claimId }) })
}
