/** SRV-06: the draft is kept; where there is none, a new version is begun beside what readers see. */
import type { saveDraft as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideContent } from '@anpei/domain/knowledge'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { contactWords } from './contact-words.ts'
import { standOf } from './stand.ts'
import { insertVersion, lockArticle, saveContent, saveHead } from './store.ts'

export async function saveDraft(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  if (tx.actor.kind !== 'staff') return refuse('request.not_found')
  const found = await lockArticle(tx, params.articleId)
  if (!found.ok) return found
  const article = found.value
  if (article.open?.state === 'waiting') return refuse('knowledge.draft_waiting')
  const fit = decideContent(body.content, contactWords())
  if (!fit.ok) return fit
  if (article.open) await saveContent(tx, article.open.id, body.content)
  else await insertVersion(tx, article.id, body.content)
  await saveHead(tx, article.id, body.content)
  tx.record({ name: 'knowledge.saved', subject: { kind: 'knowledge_article', id: article.id } })
  return ok(standOf(article, article.state))
}
