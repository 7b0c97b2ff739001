/** CMP-13: claims, service and law met: who was there, what was said, who does what by when. */
import type { holdReview as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideHolding, reviewLifecycle } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { improvementScope, improvementsWhere } from './store-improvements.ts'
import { countActive, reviewsWhere, saveMinutes } from './store-reviews.ts'

export async function holdReview(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const [review] = await reviewsWhere(tx, sql`m.id = ${params.reviewId} for update`)
  if (!review) return refuse('request.not_found')
  const step = transition(reviewLifecycle, 'hold', review.state)
  if (!step.ok) return step
  const { participants, decisions, heldOn } = body
  const fine = decideHolding(participants, heldOn, dayOfInstant(tx.now))
  if (!fine.ok) return fine
  const people = [...new Set([...participants.map((one) => one.userId), ...decisions.map((one) => one.ownerId)])]
  const named = [...new Set(decisions.flatMap((one) => one.improvementId ?? []))]
  const [active, seen] = await Promise.all([
    countActive(tx, people),
    improvementsWhere(tx, sql`i.id = any(${named}::uuid[]) and ${improvementScope(tx, 'complaint.improve')}`),
  ])
  if (active !== people.length || seen.length !== named.length) return refuse('request.not_found')
  await saveMinutes(tx, review.id, step.value, body)
  const { id, reviewNo } = review
  tx.record({
    name: 'review.held',
    subject: { kind: 'review_meeting', id },
    facts: { reviewNo, decisions: decisions.length },
  })
  return ok({ id, reviewNo, state: step.value.to, stateWord: reviewLifecycle.states[step.value.to].zh })
}
