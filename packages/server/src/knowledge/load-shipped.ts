/**
 * SRV-06: the articles that come with the program are loaded for a tenant through the steps every article goes: begun,
 * put forward, published. A second run changes nothing. Their owner is the first person who may write, else nothing is
 * loaded yet.
 */
import { USUAL_REVIEW_DAYS, versionLifecycle } from '@anpei/domain/knowledge'
import { addDays, dayOfInstant, transition } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { actorsFor } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { putBeforeReaders } from './before-readers.ts'
import { shippedArticles, type ShippedArticle } from './shipped.ts'
import { insertArticle, insertVersion, lockArticle, moveVersion } from './store.ts'

export async function loadShippedArticles(
  tx: Tx,
  articles: readonly ShippedArticle[] = shippedArticles(),
): Promise<number> {
  const today = dayOfInstant(tx.now)
  const [owner] = await actorsFor(tx.db, tx.actor.tenantId, 'knowledge.edit', today)
  if (!owner) return 0
  let loaded = 0
  for (const { code, content } of articles) {
    const id = newId()
    if (!(await insertArticle(tx, id, { code, ownerId: owner.id, content }))) continue
    await insertVersion(tx, id, content)
    const article = await lockArticle(tx, id)
    if (!article.ok || !article.value.open) throw new Error(`${code} was not there`)
    const { open } = article.value
    const step = transition(versionLifecycle, 'submit', open.state)
    if (!step.ok) throw new Error(`${code}: ${step.code}`)
    await moveVersion(tx, open.id, step.value, { reason: '随系统提供' })
    // Not all on one day: half a year and a little more each.
    const reviewOn = addDays(today, USUAL_REVIEW_DAYS + (loaded % 28))
    const seen = await putBeforeReaders(tx, article.value, { ...open, state: step.value.to }, reviewOn)
    if (!seen.ok) throw new Error(`${code}: ${seen.code}`)
    loaded++
  }
  return loaded
}
