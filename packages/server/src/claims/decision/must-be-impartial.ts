/** 理赔复议 (CLM-16): while a dispute is open, whoever took part in the disputed decision neither proposes nor approves. */
import { decideImpartial } from '@anpei/domain/claims'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import type { ClaimRecord } from '../store-claims.ts'
import { openReconsideration } from '../afterwards/store-reconsiderations.ts'

export async function mustBeImpartial(tx: Tx, claim: ClaimRecord): Promise<Decision<null>> {
  // A claim that was never reopened is not disputed: nothing is asked of the database.
  if (claim.reopenedCount === 0) return ok(null)
  const dispute = await openReconsideration(tx.db, tx.actor.tenantId, claim.id)
  return dispute ? decideImpartial(dispute.barred, tx.actor.id) : ok(null)
}
