/** NTF-03: applies receipts to attempts and notices; those of numbers not yet known wait until they are. */
import {
  AWAITED_TEMPLATES,
  channelRule,
  effectOfReceipt,
  later,
  type AttemptState,
  type NoticeState,
} from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { noticePlan } from '../notice-plan.ts'
import { moveAttempts, moveNotices, type AttemptTransition, type NoticeTransition } from '../store-chain.ts'
import { markApplied, openReceipts, type OpenReceipt } from './store-receipts.ts'

export async function applyReceipts(tx: Tx, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) return
  const { tenantId } = tx.actor
  const receipts = await openReceipts(tx.db, tenantId, numbers)
  if (receipts.length === 0) return
  const attemptStates = new Map<string, AttemptState>()
  const noticeStates = new Map<string, NoticeState>()
  const settled = new Set<string>()
  // Several receipts of one message follow each other: each sees what the one before it did.
  const rounds: { attempts: AttemptTransition[]; notices: NoticeTransition[] }[] = []
  for (const receipt of receipts) {
    const attemptState = attemptStates.get(receipt.attemptId) ?? receipt.attemptState
    const noticeState = noticeStates.get(receipt.noticeId) ?? receipt.noticeState
    const rule = channelRule(noticePlan(), receipt.channel)
    const effect = effectOfReceipt(receipt.status, rule, attemptState, noticeState, receipt.isPresent)
    const roundNo = countOf(receipts, receipt)
    const round = (rounds[roundNo] ??= { attempts: [], notices: [] })
    const fault = receipt.status === 'failed' ? receipt.detail || '对方没有收到' : undefined
    round.attempts.push({
      id: receipt.attemptId,
      step: effect.attempt,
      receipt: receipt.status,
      receiptAt: receipt.at,
      ...(fault === undefined ? {} : { fault }),
    })
    if (effect.attempt) attemptStates.set(receipt.attemptId, effect.attempt.to)
    if (effect.notice) {
      noticeStates.set(receipt.noticeId, effect.notice.to)
      round.notices.push(movedBy(receipt, effect.notice, rule.waitMinutes))
      if (effect.notice.to === 'reached' && AWAITED_TEMPLATES.has(receipt.template)) tellReached(tx, receipt)
    } else if (effect.passOn && !settled.has(receipt.noticeId)) {
      settled.add(receipt.noticeId)
      round.notices.push({ id: receipt.noticeId, step: null, dueAt: tx.now, fault: fault ?? null })
    }
  }
  for (const { attempts, notices } of rounds) {
    await moveAttempts(tx.db, tenantId, attempts)
    await moveNotices(tx.db, tenantId, notices)
  }
  await markApplied(tx.db, tenantId, tx.now, receipts)
}

/** Somebody's promise waits for it; all other arrivals stand in the outbox alone, the log would drown in them. */
function tellReached(tx: Tx, { noticeId, channel, subject, personId, at }: OpenReceipt): void {
  tx.record({ name: 'notice.reached', subject, personId, at, facts: { noticeId, channel } })
}

/** How many receipts of the same notice stand before this one. */
function countOf(receipts: readonly OpenReceipt[], wanted: OpenReceipt): number {
  let count = 0
  for (let i = receipts.indexOf(wanted) - 1; i >= 0 && receipts[i]?.noticeId === wanted.noticeId; i--) count++
  return count
}

function movedBy(
  receipt: OpenReceipt,
  step: NonNullable<NoticeTransition['step']>,
  waitMinutes: number | null,
): NoticeTransition {
  const { noticeId: id, at } = receipt
  if (step.to === 'reached') return { id, step, dueAt: null, reachedAt: at, deliveredAt: at, fault: null }
  return { id, step, dueAt: waitMinutes === null ? null : later(at, waitMinutes), deliveredAt: at }
}
