/** A recovery with its claim locked: entries, letters and new decisions take turns (CLM-16). */
import { ok, refuse, type Decision, type Permission } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { isActorsOwnCase } from '../assessment/judge-locked.ts'
import { lockClaim, type ClaimRecord } from '../store-claims.ts'
import { recoveryById, type RecoveryRecord } from './store-recoveries.ts'

export type LockedRecovery = { readonly claim: ClaimRecord; readonly recovery: RecoveryRecord }

export async function lockRecovery(
  tx: Tx,
  recoveryId: string,
  permission: Permission,
): Promise<Decision<LockedRecovery>> {
  const { tenantId } = tx.actor
  const found = await recoveryById(tx.db, tenantId, recoveryId)
  if (!found) return refuse('request.not_found')
  const locked = await lockClaim(tx, found.claimId, permission)
  if (!locked.ok) return locked
  if (isActorsOwnCase(tx, locked.value)) return refuse('claim.own_case')
  // Read once more: another entry may have been confirmed while this one waited for the lock.
  const recovery = await recoveryById(tx.db, tenantId, recoveryId)
  return recovery ? ok({ claim: locked.value, recovery }) : refuse('request.not_found')
}
