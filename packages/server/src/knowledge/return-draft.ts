/** SRV-06: the second person gives a version back, saying why. */
import type { returnDraft as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decidePublication, versionLifecycle } from '@anpei/domain/knowledge'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { standOf } from './stand.ts'
import { lockArticle, moveVersion } from './store.ts'

export async function returnDraft(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await lockArticle(tx, params.articleId)
  if (!found.ok) return found
  const article = found.value
  const { open } = article
  if (!open) return refuse('knowledge.no_draft')
  if (open.id !== body.versionId) return refuse('request.stale')
  const other = decidePublication(open.writers, tx.actor.id)
  if (!other.ok) return other
  const step = transition(versionLifecycle, 'return', open.state)
  if (!step.ok) return step
  await moveVersion(tx, open.id, step.value, { answer: body.answer, decides: true })
  tx.record({
    name: 'knowledge.returned',
    subject: { kind: 'knowledge_article', id: article.id },
    facts: { version: open.version },
    reason: body.answer,
  })
  return ok(standOf(article, article.state))
}
