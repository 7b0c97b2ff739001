/**
 * What earlier decisions asked back meets a new one (CLM-16): entries that wait must be checked first, what was let go
 * is not asked for again, and what is still open gives way to what the new decision comes to.
 */
import { recoveryLifecycle } from '@anpei/domain/claims'
import { ok, refuse, transition, type Decision, type Fen } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import type { ClaimRecord } from '../store-claims.ts'
import { recoveriesOfClaim, saveRecovery } from './store-recoveries.ts'

export type EarlierRecoveries = { readonly waivedFen: (lineId: string) => Fen; readonly supersede: () => Promise<void> }

const NONE: EarlierRecoveries = { waivedFen: () => 0n, supersede: async () => undefined }

export async function earlierRecoveries(
  tx: Tx,
  claim: ClaimRecord,
  lineIds: readonly string[],
): Promise<Decision<EarlierRecoveries>> {
  // Nothing is asked back before a decision was made again.
  if (claim.reopenedCount === 0) return ok(NONE)
  const { tenantId } = tx.actor
  const found = (await recoveriesOfClaim(tx.db, tenantId, claim.id)).filter((one) => lineIds.includes(one.lineId))
  if (found.some((one) => one.waitingFen > 0n)) return refuse('claim.repayment_unchecked')
  return ok({
    waivedFen: (lineId) => found.filter((one) => one.lineId === lineId).reduce((sum, one) => sum + one.waivedFen, 0n),
    async supersede() {
      for (const one of found) {
        const moved = transition(recoveryLifecycle, 'supersede', one.state)
        if (moved.ok) await saveRecovery(tx.db, tenantId, one.id, { transition: moved.value, endedAt: tx.now })
      }
    },
  })
}
