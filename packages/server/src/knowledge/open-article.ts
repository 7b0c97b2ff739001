/** SRV-06: somebody begins to write; he owns it until another is named. A question nobody answered may be its cause. */
import type { openArticle as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { articleLifecycle, decideContent } from '@anpei/domain/knowledge'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { contactWords } from './contact-words.ts'
import { standOf } from './stand.ts'
import { closeMiss } from './store-asked.ts'
import { insertArticle, insertVersion } from './store.ts'

export async function openArticle(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  if (tx.actor.kind !== 'staff') return refuse('request.not_found')
  const fit = decideContent(body.content, contactWords())
  if (!fit.ok) return fit
  const id = newId()
  const code = `a-${id.slice(-12)}`
  await insertArticle(tx, id, { code, ownerId: tx.actor.id, content: body.content })
  await insertVersion(tx, id, body.content)
  if (body.missId && !(await closeMiss(tx, body.missId, id))) return refuse('request.not_found')
  tx.record({ name: 'knowledge.opened', subject: { kind: 'knowledge_article', id }, facts: { code } })
  return ok(standOf({ id, code }, articleLifecycle.initial))
}
