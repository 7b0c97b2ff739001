/**
 * NTF-03: what is to be done with a notice whose time has come. A notice counts when it has reached; until then the
 * next channel is tried, at last a visit. What is no longer true is stopped, whatever channel it stands at.
 */
import type { Instant } from '../kernel/index.ts'
import { channelRule, type NoticePlan } from './notice-plan.ts'
import type { AttemptState, NoticeState } from './lifecycles.ts'
import { isByHand } from './channels.ts'
import type { ReachStep } from './reach.ts'
import { endOfQuiet } from './quiet-hours.ts'

export type DueNotice = {
  readonly state: NoticeState
  readonly urgent: boolean
  readonly steps: readonly ReachStep[]
  readonly stepNo: number
  /** The attempt of the present step, if one was begun. */
  readonly attempt: { readonly state: AttemptState; readonly tries: number } | null
  /** Why it is no longer to be said; null = still true. */
  readonly stale: string | null
}

export type NextAct =
  | { readonly act: 'stop'; readonly reason: string }
  | { readonly act: 'wait'; readonly until: Instant }
  | { readonly act: 'send'; readonly step: ReachStep }
  | { readonly act: 'hand'; readonly step: ReachStep; readonly until: Instant | null }
  | { readonly act: 'pass_on'; readonly step: ReachStep; readonly stepNo: number }
  | { readonly act: 'give_up' }

export function nextAct(notice: DueNotice, plan: NoticePlan, now: Instant): NextAct {
  if (notice.stale !== null) return { act: 'stop', reason: notice.stale }
  const step = notice.steps[notice.stepNo]
  if (!step) return { act: 'give_up' }
  const rule = channelRule(plan, step.channel)
  const { attempt } = notice
  const isOver =
    notice.state !== 'waiting' ||
    (attempt !== null && (attempt.state !== 'sending' || isByHand(step.channel) || attempt.tries >= rule.tries))
  if (isOver) {
    const stepNo = notice.stepNo + 1
    const next = notice.steps[stepNo]
    return next ? { act: 'pass_on', step: next, stepNo } : { act: 'give_up' }
  }
  if (isByHand(step.channel)) {
    return { act: 'hand', step, until: rule.waitMinutes === null ? null : later(now, rule.waitMinutes) }
  }
  const from = notice.urgent ? now : endOfQuiet(plan.quiet, now)
  return from > now ? { act: 'wait', until: from } : { act: 'send', step }
}

export function later(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString()
}

/** Minutes until a gateway that failed is asked again: 1, 2, 4, 8 …, at most an hour. */
export function retryMinutes(tries: number): number {
  return Math.min(60, 2 ** Math.max(0, tries - 1))
}
