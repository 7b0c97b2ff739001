/**
 * CUS-05: a consent is registered together with its proof: the signed paper as photos or PDF, or the recording in which
 * the insured says it.
 */
import type { ProxyView, recordProxy as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { PROOF_KINDS } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { enterProxy } from './proxy-entry.ts'

export async function recordProxy(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ProxyView>> {
  if (files.length === 0) return refuse('customers.proxy_proof_missing')
  return enterProxy(tx, { params, body }, async (proxyId, personId) => {
    const stored = await storePapers(tx, {
      subject: { kind: 'proxy', id: proxyId },
      personId,
      channel: 'counter',
      receivedAt: tx.now,
      papers: [{ code: 'mandate', title: `${PROOF_KINDS[body.proofKind]}委托`, files }],
      sort: body.proofKind,
    })
    if (!stored.ok) return stored
    const [paper] = stored.value
    return paper ? ok(paper.id) : refuse('customers.proxy_proof_missing')
  })
}
