/**
 * CMP-13: the review meeting is one of claims, service and law together; its minutes name who was there and who does
 * what by when.
 */
import { ok, refuse, type Day, type Decision } from '../../kernel/index.ts'

export const REVIEW_FUNCTIONS = { claims: '理赔', service: '客服', legal: '法务' } as const
export type ReviewFunction = keyof typeof REVIEW_FUNCTIONS

type Participant = { readonly userId: string; readonly function: ReviewFunction }
const MOST_DAYS = 400

export function decidePeriod(from: Day, to: Day, today: Day): Decision<null> {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return from > to || to > today || days > MOST_DAYS ? refuse('review.period_wrong') : ok(null)
}

/** Nobody stands for two functions: three heads, not one with three hats. */
export function decideHolding(participants: readonly Participant[], heldOn: Day, today: Day): Decision<null> {
  if (heldOn > today) return refuse('review.not_yet_held')
  const present = new Set(participants.map((one) => one.function))
  const missing = Object.entries(REVIEW_FUNCTIONS).flatMap(([key, word]) =>
    [...present].some((one) => one === key) ? [] : [word],
  )
  if (missing.length > 0) return refuse('review.function_missing', { missing: missing.join('、') })
  return new Set(participants.map((one) => one.userId)).size === participants.length
    ? ok(null)
    : refuse('review.person_twice')
}
