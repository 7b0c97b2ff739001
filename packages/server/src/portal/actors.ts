/** Who acts in the portal: an account, for itself or with a permission lent for one case it may act on (CUS-05). */
import { dayOfInstant, systemActor, type Actor, type Permission, type Scope } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { linkedPersons } from './store.ts'

export function accountActor(tenantId: number, accountId: string, source: string): Actor {
  return { ...systemActor(tenantId, source), kind: 'customer', id: accountId, name: '客户' }
}

/** The same transaction with more permissions, over these rows only; events keep naming the account. */
function lent(tx: Tx, permissions: readonly Permission[], scopes: readonly Scope[]): Tx {
  const grants = new Map([...tx.actor.grants, ...permissions.map((one) => [one, scopes] as const)])
  return { ...tx, actor: { ...tx.actor, grants } }
}

/** For the persons this account acts for today: nobody = no scope = nothing is found. */
export async function lentForLinked(tx: Tx, permissions: readonly Permission[]): Promise<Tx> {
  const linked = await linkedPersons(tx.db, tx.actor.tenantId, tx.actor.id, dayOfInstant(tx.now))
  return lent(
    tx,
    permissions,
    linked.map((person) => ({ kind: 'person', personId: person.id })),
  )
}
