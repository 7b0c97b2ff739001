/** SRV-06: a question that found nothing was dealt with without a new article. */
import type { closeAsked as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { closeMiss } from './store-asked.ts'

export async function closeAsked(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  if (!(await closeMiss(tx, params.missId, null))) return refuse('request.not_found')
  tx.record({ name: 'knowledge.asked_closed', subject: { kind: 'knowledge_miss', id: params.missId } })
  return ok({})
}
