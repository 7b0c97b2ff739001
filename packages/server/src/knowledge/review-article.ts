/** SRV-06: the owner has read the article again, it still holds, and the next look is on a day. */
import type { reviewArticle as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { articleCan, decideReviewDay } from '@anpei/domain/knowledge'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { readerOf } from './reader.ts'
import { standOf } from './stand.ts'
import { keepArticle, lockArticle } from './store.ts'

export async function reviewArticle(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await lockArticle(tx, params.articleId)
  if (!found.ok) return found
  const article = found.value
  if (!articleCan(article, readerOf(tx.actor)).includes('review')) return refuse('request.not_found')
  const day = decideReviewDay(body.reviewOn, dayOfInstant(tx.now))
  if (!day.ok) return day
  await keepArticle(tx, article.id, { reviewOn: day.value })
  tx.record({
    name: 'knowledge.reviewed',
    subject: { kind: 'knowledge_article', id: article.id },
    facts: { reviewOn: day.value },
  })
  return ok(standOf(article, article.state))
}
