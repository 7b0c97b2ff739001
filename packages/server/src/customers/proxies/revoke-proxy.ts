/** CUS-05: a consent is taken back; what was done under it stays. */
import type { ProxyView, revokeProxy as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { loadPersonData } from '../store-persons.ts'
import { loadProxy, saveProxyEnd } from './store-proxies.ts'
import { proxyView } from '../payees/views-payees.ts'

export async function revokeProxy(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ProxyView>> {
  const { db, actor } = tx
  const proxy = await loadProxy(db, actor.tenantId, params.proxyId)
  if (!proxy || !(await loadPersonData(db, actor, 'proxy.record', proxy.person_id))) return refuse('request.not_found')
  if (proxy.revoked_at !== null) return refuse('customers.proxy_ended')
  await saveProxyEnd(db, actor.tenantId, proxy.id, tx.now)
  tx.record({
    name: 'proxy.revoked',
    subject: { kind: 'proxy', id: proxy.id },
    personId: proxy.person_id,
    reason: body.reason,
  })
  const after = await loadProxy(db, actor.tenantId, proxy.id)
  return after ? ok(proxyView(tx, after)) : refuse('request.not_found')
}
