/**
 * CLM-04, 保险法 22: what is missing is asked for once, timely and completely. The first request names everything that
 * is missing or was rejected and nothing we hold; a second one needs a supervisor and a reason and counts as a defect.
 * Received papers are judged before, or the request could not be complete.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import type { ChecklistItem } from './checklist.ts'

const MOST_SUPPLEMENT_REQUESTS = 9

export type AskedItem = { readonly code: string; readonly why: string }
export type SupplementFacts = {
  readonly items: readonly ChecklistItem[]
  readonly asked: readonly AskedItem[]
  /** What we are asking an office for: the customer is not asked (CLM-03). */
  readonly weAskCodes: readonly string[]
  readonly reason: string
  readonly earlierRequests: number
  readonly openRequest: boolean
  /** May the actor allow a second request? */
  readonly mayAllowSecond: boolean
}
export type SupplementRefusal =
  | 'supplement.still_open'
  | 'supplement.too_many'
  | 'supplement.unknown_item'
  | 'supplement.asked_twice'
  | 'supplement.already_held'
  | 'supplement.we_ask'
  | 'supplement.judge_first'
  | 'supplement.incomplete'
  | 'supplement.second_needs_approval'

export type SupplementDecision = {
  readonly requestNo: number
  readonly items: readonly (AskedItem & { title: string; substitute: string })[]
}

export function decideSupplement(facts: SupplementFacts): Decision<SupplementDecision, SupplementRefusal> {
  if (facts.openRequest) return refuse('supplement.still_open')
  if (facts.earlierRequests >= MOST_SUPPLEMENT_REQUESTS)
    return refuse('supplement.too_many', { most: MOST_SUPPLEMENT_REQUESTS })
  const byCode = new Map(facts.items.map((item) => [item.code, item]))
  const items: (AskedItem & { title: string; substitute: string })[] = []
  for (const { code, why } of facts.asked) {
    const item = byCode.get(code)
    if (!item) return refuse('supplement.unknown_item', { code })
    if (facts.weAskCodes.includes(code)) return refuse('supplement.we_ask', { item: item.title })
    if (items.some((one) => one.code === code)) return refuse('supplement.asked_twice', { item: item.title })
    if (item.state !== 'missing' && item.state !== 'rejected')
      return refuse('supplement.already_held', { item: item.title })
    items.push({ code, why, title: item.title, substitute: item.substitute })
  }
  const unjudged = facts.items.filter((item) => item.state === 'received')
  if (unjudged.length > 0) return refuse('supplement.judge_first', { items: unjudged.map((item) => item.title) })
  const forgotten = facts.items.filter(
    (item) =>
      item.required &&
      (item.state === 'missing' || item.state === 'rejected') &&
      !facts.weAskCodes.includes(item.code) &&
      !items.some((one) => one.code === item.code),
  )
  if (forgotten.length > 0) return refuse('supplement.incomplete', { forgotten: forgotten.map((item) => item.title) })
  const second = facts.earlierRequests > 0
  if (second && (!facts.mayAllowSecond || facts.reason === '')) return refuse('supplement.second_needs_approval')
  return ok({ requestNo: facts.earlierRequests + 1, items })
}

/** Have all papers of a request come? A waived one need not come any more. */
export function hasArrived(asked: readonly { readonly code: string }[], items: readonly ChecklistItem[]): boolean {
  return asked.every(({ code }) => {
    const item = items.find((one) => one.code === code)
    return item === undefined || (item.state !== 'missing' && item.state !== 'rejected')
  })
}
