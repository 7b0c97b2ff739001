/**
 * ORG-06: whether it is only a certificate that keeps somebody from work that needs a permission: then it is said. The
 * day is the one the work is done on.
 */
import { dayOfInstant, ok, type Day, type Decision, type Permission } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { grantsOf } from '../grants.ts'
import { loadStaff } from '../store.ts'

export async function certifiedFor(
  tx: Tx,
  userId: string,
  permission: Permission,
  day: Day = dayOfInstant(tx.now),
): Promise<Decision<true>> {
  const staff = await loadStaff(tx.db, tx.actor.tenantId, userId)
  if (!staff?.active) return ok(true)
  return grantsOf(staff, userId, day).sleeping.get(permission) ?? ok(true)
}
