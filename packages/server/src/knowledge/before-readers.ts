/** What publishing does, whoever publishes: readers see the version from now on, and the search reads it. */
import { articleLifecycle, articleTerms, versionLifecycle, type ArticleState } from '@anpei/domain/knowledge'
import { ok, transition, type Day, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { moveVersion, publishArticle, type ArticleRecord, type VersionRecord } from './store.ts'
import { replaceTerms } from './store-terms.ts'
import { synonymsNow } from './synonyms-now.ts'

export async function putBeforeReaders(
  tx: Tx,
  article: ArticleRecord,
  version: VersionRecord,
  reviewOn: Day,
): Promise<Decision<ArticleState>> {
  const versionStep = transition(versionLifecycle, 'publish', version.state)
  if (!versionStep.ok) return versionStep
  const articleStep = transition(articleLifecycle, 'publish', article.state)
  if (!articleStep.ok) return articleStep
  const { content } = version
  const { tenantId } = tx.actor
  await moveVersion(tx, version.id, versionStep.value, { decides: true })
  await publishArticle(tx, article.id, articleStep.value, { versionId: version.id, content, reviewOn })
  const { dictionary } = await synonymsNow(tx.app, tx.db, tenantId)
  await replaceTerms(tx.db, tenantId, article.id, content.audience, articleTerms(content, dictionary))
  tx.record({
    name: 'knowledge.published',
    subject: { kind: 'knowledge_article', id: article.id },
    facts: { version: version.version },
  })
  return ok(articleStep.value.to)
}
