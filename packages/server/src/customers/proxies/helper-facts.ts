/**
 * CUS-05: who came in place of the insured: a recorded proxy, whose consent must be for this act and this day, or
 * somebody else, who is written down with name and relation. The log keeps ids only; `proxyWords` says them again.
 */
import type { BroughtBy } from '@anpei/contract/customers'
import { normaliseName, type ProxyAct } from '@anpei/domain/customers'
import { ok, refuse, type Day, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertErrand } from '../privacy/store-errands.ts'
import { mandateName } from './store-proxies.ts'

type Asked = { readonly personId: string | null; readonly act: ProxyAct; readonly day: Day }
type HelperFacts = { readonly proxyId?: string; readonly errandId?: string }

export async function helperFacts(tx: Tx, asked: Asked, by: BroughtBy): Promise<Decision<HelperFacts>> {
  const { tenantId } = tx.actor
  if (by.who === 'self') return ok({})
  const name = normaliseName(by.name)
  if (by.who === 'proxy') {
    const { personId } = asked
    const mandate = personId && (await mandateName(tx.db, tenantId, { ...asked, personId, proxyId: by.proxyId }))
    return mandate === name ? ok({ proxyId: by.proxyId }) : refuse('customers.proxy_not_valid')
  }
  const errandId = newId()
  tx.later(insertErrand(tx.db, tenantId, { id: errandId, name, relation: by.relation, at: tx.now }))
  return ok({ errandId })
}
