/** CUS-05: the one who acts gives his consents back; those that ended already stay as they are. */
import type { Tx } from '../../http/index.ts'
import { loadProxy, saveProxyEnd } from './store-proxies.ts'

const REASON = '受托人自行解除'

export async function endProxies(tx: Tx, proxyIds: readonly string[]): Promise<void> {
  for (const proxyId of proxyIds) {
    const proxy = await loadProxy(tx.db, tx.actor.tenantId, proxyId)
    if (proxy?.revoked_at !== null) continue
    await saveProxyEnd(tx.db, tx.actor.tenantId, proxy.id, tx.now)
    const subject = { kind: 'proxy', id: proxy.id }
    tx.record({ name: 'proxy.revoked', subject, personId: proxy.person_id, reason: REASON })
  }
}
