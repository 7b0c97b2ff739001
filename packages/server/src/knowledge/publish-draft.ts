/** SRV-06: a second person publishes what waits, and says when the owner looks at it again. */
import type { publishDraft as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decidePublication, decideReviewDay } from '@anpei/domain/knowledge'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { putBeforeReaders } from './before-readers.ts'
import { standOf } from './stand.ts'
import { lockArticle } from './store.ts'

export async function publishDraft(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  if (tx.actor.kind !== 'staff') return refuse('request.not_found')
  const found = await lockArticle(tx, params.articleId)
  if (!found.ok) return found
  const article = found.value
  const { open } = article
  if (!open) return refuse('knowledge.no_draft')
  // What was read on the screen must be what is published.
  if (open.id !== body.versionId) return refuse('request.stale')
  const other = decidePublication(open.writers, tx.actor.id)
  if (!other.ok) return other
  const day = decideReviewDay(body.reviewOn, dayOfInstant(tx.now))
  if (!day.ok) return day
  const state = await putBeforeReaders(tx, article, open, day.value)
  return state.ok ? ok(standOf(article, state.value)) : state
}
