/** SRV-06: the draft waits for a second person, with the reason of the change. */
import type { submitDraft as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideSubmission, versionLifecycle } from '@anpei/domain/knowledge'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { standOf } from './stand.ts'
import { lockArticle, moveVersion } from './store.ts'

export async function submitDraft(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await lockArticle(tx, params.articleId)
  if (!found.ok) return found
  const article = found.value
  const { open } = article
  if (!open) return refuse('knowledge.no_draft')
  const step = transition(versionLifecycle, 'submit', open.state)
  if (!step.ok) return step
  const fit = decideSubmission(open.content, article.published?.content ?? null)
  if (!fit.ok) return fit
  await moveVersion(tx, open.id, step.value, { reason: body.reason, answer: null })
  tx.record({
    name: 'knowledge.submitted',
    subject: { kind: 'knowledge_article', id: article.id },
    facts: { version: open.version },
  })
  return ok(standOf(article, article.state))
}
