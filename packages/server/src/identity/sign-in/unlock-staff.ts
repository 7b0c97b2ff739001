/** ORG-04: opens an account again that was locked after failures. */
import type { unlockStaff as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findCredentials } from './store-account.ts'
import { setLockState } from '../store.ts'

export async function unlockStaff(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Record<string, never>>> {
  const staff = await findCredentials(tx.db, tx.actor.tenantId, params.id)
  if (!staff) return refuse('request.not_found')
  await setLockState(tx.db, tx.actor.tenantId, staff.id, { failedCount: 0, lockedUntil: null })
  tx.record({ name: 'staff.unlocked', subject: { kind: 'staff_user', id: staff.id } })
  return ok({})
}
