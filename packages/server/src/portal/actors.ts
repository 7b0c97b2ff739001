/** Who acts in the portal: an account, for itself or with a permission lent for one case it may act on (CUS-05). */
import type { ProxyAct } from '@anpei/domain/customers'
import { dayOfInstant, systemActor, type Actor, type Permission, type Scope } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { linkedPersons, type Linked } from './store.ts'

export function accountActor(tenantId: number, accountId: string, source: string): Actor {
  return { ...systemActor(tenantId, source), kind: 'customer', id: accountId, name: '客户' }
}

/**
 * The same transaction with more permissions, over these persons only. Events keep naming the account, and say for whom
 * and on what consent it acted (CUS-05).
 */
function lent(tx: Tx, permissions: readonly Permission[], linked: readonly Linked[]): Tx {
  const scopes = linked.map((person): Scope => ({ kind: 'person', personId: person.id }))
  const grants = new Map([...tx.actor.grants, ...permissions.map((one) => [one, scopes] as const)])
  const onConsent = (personId: string | null | undefined) => {
    const link = linked.find((one) => one.id === personId)
    return link ? { linkId: link.linkId, proxyId: link.proxyId } : {}
  }
  return {
    ...tx,
    actor: { ...tx.actor, grants },
    record: (event) => tx.record({ ...event, facts: { ...event.facts, ...onConsent(event.personId) } }),
    look: (event) => tx.look({ ...event, facts: { ...event.facts, ...onConsent(event.personId) } }),
  }
}

/** For the persons this account may do this for today: nobody = no scope = nothing is found. */
export async function lentForLinked(tx: Tx, act: ProxyAct, permissions: readonly Permission[]): Promise<Tx> {
  return lent(tx, permissions, await linkedPersons(tx.db, tx.actor.tenantId, tx.actor.id, dayOfInstant(tx.now), act))
}
