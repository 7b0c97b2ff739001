/** Who acts in the portal: an account, for itself or with a permission lent for one case it may act on (CUS-05). */
import { systemActor, type Actor, type Permission, type Scope } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'

export function accountActor(tenantId: number, accountId: string, source: string): Actor {
  return { ...systemActor(tenantId, source), kind: 'customer', id: accountId, name: '客户' }
}

/** The same transaction with one more permission, only for this scope; events keep naming the account. */
export function lent(tx: Tx, permissions: readonly Permission[], scope: Scope): Tx {
  const grants = new Map([...tx.actor.grants, ...permissions.map((one) => [one, [scope]] as const)])
  return { ...tx, actor: { ...tx.actor, grants } }
}
