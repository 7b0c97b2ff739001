/** SRV-06: "有没有帮到您" of whoever read an article; who may not read it cannot speak of it. */
import type { giveFeedback as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { withoutNumbers } from '@anpei/domain/knowledge'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { countFeedback, insertFeedback } from './store-asked.ts'
import { findArticle } from './store.ts'

/** Of everybody outside together, for one article: more is a machine's doing. */
const MOST_ANSWERS = 50
const MINUTES = 15

export async function giveFeedback(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const staff = tx.actor.kind === 'staff'
  if (!staff) {
    const given = await countFeedback(tx, params.articleId, MINUTES, MOST_ANSWERS)
    if (given >= MOST_ANSWERS) return refuse('request.too_many', { minutes: MINUTES })
  }
  const found = await findArticle(tx, params.articleId)
  if (!found.ok) return found
  const { published, state, id } = found.value
  const readable = published && state === 'published' && (staff || published.content.audience === 'public')
  if (!readable) return refuse('request.not_found')
  const where = staff ? 'staff' : body.where === 'staff' ? 'portal' : body.where
  const word = withoutNumbers(body.word)
  await insertFeedback(tx, { articleId: id, versionId: published.id, helped: body.helped, word, where })
  return ok({ thanks: body.helped ? '谢谢您。' : '谢谢您告诉我们，负责人会看到。' })
}
