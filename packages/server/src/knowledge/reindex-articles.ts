/**
 * SRV-06: after a change of the synonyms every published article is read anew, some at a time. Killed, it starts over:
 * what was read already is only written once more.
 */
import { ArticleContent } from '@anpei/contract/knowledge'
import { articleTerms } from '@anpei/domain/knowledge'
import { NOBODY_ID, systemActor } from '@anpei/domain/kernel'
import { systemWrite, type App } from '../http/index.ts'
import type { JobPayload } from '../jobs/index.ts'
import { replaceTerms } from './store-terms.ts'
import { markSynonymsApplied, publishedAfter } from './store-synonyms.ts'
import { synonymsNow } from './synonyms-now.ts'

const AT_ONCE = 200

export async function reindexArticles(app: App, { tenantId, version }: JobPayload): Promise<void> {
  const actor = systemActor(tenantId, 'job:knowledge')
  let after: string | null = NOBODY_ID
  while (after !== null) {
    const place: string = after
    after = await systemWrite(app, actor, async (tx) => {
      const { dictionary } = await synonymsNow(app, tx.db, tenantId)
      const articles = await publishedAfter(tx.db, tenantId, place, AT_ONCE)
      for (const { id, audience, content } of articles) {
        await replaceTerms(tx.db, tenantId, id, audience, articleTerms(ArticleContent.parse(content), dictionary))
      }
      return articles.length === AT_ONCE ? (articles.at(-1)?.id ?? null) : null
    })
  }
  await systemWrite(app, actor, (tx) => markSynonymsApplied(tx.db, tenantId, Number(version), tx.now))
}
