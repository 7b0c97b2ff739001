/** CMP-13: a review meeting is prepared for a period: how each complaint stands is noted now and stays so. */
import type { openReview as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decidePeriod, reviewLifecycle } from '@anpei/domain/complaints'
import { dayOfInstant, ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { standingsOf } from './review-figures.ts'
import { insertReview } from './store-reviews.ts'

export async function openReview(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { title, from, to, meetOn, place } = body
  const fine = decidePeriod(from, to, dayOfInstant(tx.now))
  if (!fine.ok) return fine
  const [reviewNo, standings] = await Promise.all([
    tx.app.numbers.draw(tx.db, 'review', tx.now),
    standingsOf(tx, { from, to }),
  ])
  const id = newId()
  await insertReview(tx, { id, reviewNo, title, from, to, meetOn, place, standings })
  tx.record({ name: 'review.prepared', subject: { kind: 'review_meeting', id }, facts: { reviewNo, from, to } })
  const state = reviewLifecycle.initial
  return ok({ id, reviewNo, state, stateWord: reviewLifecycle.states[state].zh })
}
