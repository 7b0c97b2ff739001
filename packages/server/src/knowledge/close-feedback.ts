/** SRV-06: the owner has looked at what readers were missing in an article. */
import type { closeFeedback as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { closeComplaints } from './store-asked.ts'

export async function closeFeedback(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const count = await closeComplaints(tx, params.articleId)
  if (count === 0) return refuse('request.not_found')
  tx.record({
    name: 'knowledge.feedback_closed',
    subject: { kind: 'knowledge_article', id: params.articleId },
    facts: { count },
  })
  return ok({})
}
