/** SRV-06: every article has one owner who may write: he is named here. */
import type { assignArticle as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { actorsFor } from '../identity/index.ts'
import { standOf } from './stand.ts'
import { keepArticle, lockArticle } from './store.ts'

export async function assignArticle(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await lockArticle(tx, params.articleId)
  if (!found.ok) return found
  const writers = await actorsFor(tx.db, tx.actor.tenantId, 'knowledge.edit', dayOfInstant(tx.now))
  if (!writers.some((one) => one.id === body.ownerId)) return refuse('knowledge.unknown_owner')
  await keepArticle(tx, found.value.id, { ownerId: body.ownerId })
  tx.record({
    name: 'knowledge.owner_changed',
    subject: { kind: 'knowledge_article', id: found.value.id },
    facts: { ownerId: body.ownerId },
  })
  return ok(standOf(found.value, found.value.state))
}
