/** SRV-06: a draft is given up; what waits may be taken back by those who wrote it. */
import type { discardDraft as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { versionLifecycle } from '@anpei/domain/knowledge'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { standOf } from './stand.ts'
import { lockArticle, moveVersion } from './store.ts'

export async function discardDraft(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const found = await lockArticle(tx, params.articleId)
  if (!found.ok) return found
  const article = found.value
  const { open } = article
  if (!open || (open.state === 'waiting' && !open.writers.includes(tx.actor.id))) return refuse('knowledge.no_draft')
  const step = transition(versionLifecycle, 'discard', open.state)
  if (!step.ok) return step
  await moveVersion(tx, open.id, step.value)
  tx.record({ name: 'knowledge.discarded', subject: { kind: 'knowledge_article', id: article.id } })
  return ok(standOf(article, article.state))
}
