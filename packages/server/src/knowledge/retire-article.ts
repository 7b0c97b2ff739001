/** SRV-06: an article is taken from the readers and from the search; its versions stay. */
import type { retireArticle as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { articleLifecycle } from '@anpei/domain/knowledge'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { standOf } from './stand.ts'
import { endArticle, lockArticle } from './store.ts'
import { dropTerms } from './store-terms.ts'

export async function retireArticle(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await lockArticle(tx, params.articleId)
  if (!found.ok) return found
  const article = found.value
  const step = transition(articleLifecycle, 'retire', article.state)
  if (!step.ok) return step
  await endArticle(tx, article.id, step.value)
  await dropTerms(tx.db, tx.actor.tenantId, article.id)
  tx.record({
    name: 'knowledge.retired',
    subject: { kind: 'knowledge_article', id: article.id },
    reason: body.reason,
  })
  return ok(standOf(article, step.value.to))
}
