/**
 * NTF-03: what a gateway reports back about one attempt. A short message on the handset has reached where the plan
 * says so; a call has reached when it was answered, a WeChat message or mail when it was read. A receipt that comes
 * late or twice changes nothing that is settled.
 */
import { transition, type Transition } from '../kernel/index.ts'
import { attemptLifecycle, noticeLifecycle, type AttemptState, type NoticeState } from './lifecycles.ts'
import type { ChannelRule } from './notice-plan.ts'

export const RECEIPT_STATUSES = {
  delivered: '已到对方',
  read: '已读',
  answered: '已接听或回复',
  failed: '未送达',
} as const
export type ReceiptStatus = keyof typeof RECEIPT_STATUSES

export function isReceiptStatus(text: string): text is ReceiptStatus {
  return Object.hasOwn(RECEIPT_STATUSES, text)
}

export type ReceiptEffect = {
  readonly attempt: Transition<AttemptState> | null
  /** Of the notice; null when the receipt is about an earlier attempt or says nothing new. */
  readonly notice: Transition<NoticeState> | null
  /** The next channel is to be tried at once. */
  readonly passOn: boolean
}

export function effectOfReceipt(
  status: ReceiptStatus,
  rule: ChannelRule,
  attempt: AttemptState,
  notice: NoticeState,
  isPresent: boolean,
): ReceiptEffect {
  if (status === 'failed') {
    const failed = transition(attemptLifecycle, 'fail', attempt)
    return { attempt: failed.ok ? failed.value : null, notice: null, passOn: failed.ok && isPresent }
  }
  const reached = status !== 'delivered' || rule.reachedBy === 'delivered'
  const step = transition(attemptLifecycle, reached ? 'reach' : 'deliver', attempt)
  // Whichever attempt reached, the person knows; that one lies unread somewhere says nothing once another is tried.
  const told = transition(noticeLifecycle, reached ? 'reach' : 'deliver', notice)
  return {
    attempt: step.ok && step.value.from !== step.value.to ? step.value : null,
    notice: told.ok && (reached || isPresent) && told.value.from !== told.value.to ? told.value : null,
    passOn: false,
  }
}
