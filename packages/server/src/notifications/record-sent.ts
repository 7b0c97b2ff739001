/**
 * NTF-02, NTF-03: writes down what the gateways said of a batch. A receipt that was faster than this note is applied
 * now; what was refused for good goes to the next channel at once, what was not taken is asked again later.
 */
import { systemActor, transition } from '@anpei/domain/kernel'
import { attemptLifecycle, channelRule, later, noticeLifecycle, retryMinutes } from '@anpei/domain/notifications'
import { systemWrite, type App } from '../http/index.ts'
import { applyReceipts } from './channels/apply-receipts.ts'
import type { Outgoing, Taken } from './channels/gateway.ts'
import { noticePlan } from './notice-plan.ts'
import { attemptsOf, moveAttempts, moveNotices, type AttemptTransition, type NoticeTransition } from './store-chain.ts'

export async function recordSent(
  app: App,
  tenantId: number,
  messages: readonly Outgoing[],
  answers: readonly Taken[],
): Promise<void> {
  if (answers.length === 0) return
  await systemWrite(app, systemActor(tenantId, 'job:notifications.send'), async (tx) => {
    const channels = new Map(messages.map((message) => [message.id, message.channel]))
    const known = new Map((await attemptsOf(tx.db, tenantId, [...channels.keys()])).map((one) => [one.id, one]))
    const attempts: AttemptTransition[] = []
    const notices: NoticeTransition[] = []
    for (const answer of answers) {
      const attempt = known.get(answer.id)
      const channel = channels.get(answer.id)
      if (!attempt || !channel) continue
      const sent = transition(noticeLifecycle, 'send', 'waiting')
      const step = transition(attemptLifecycle, answer.taken ? 'accept' : 'fail', 'sending')
      if (!sent.ok || !step.ok) throw new Error('the lifecycles of notices have lost a step')
      if (answer.taken) {
        const { waitMinutes } = channelRule(noticePlan(), channel)
        attempts.push({ id: answer.id, step: step.value, providerNo: answer.providerNo, sentAt: tx.now })
        const dueAt = waitMinutes === null ? null : later(tx.now, waitMinutes)
        notices.push({ id: attempt.noticeId, step: sent.value, dueAt, sentAt: tx.now, fault: null })
      } else {
        attempts.push({ id: answer.id, step: answer.forGood ? step.value : null, fault: answer.fault })
        if (!attempt.isPresent) continue
        const dueAt = answer.forGood ? tx.now : later(tx.now, retryMinutes(attempt.tries))
        notices.push({ id: attempt.noticeId, step: null, dueAt, fault: answer.fault })
      }
    }
    await moveAttempts(tx.db, tenantId, attempts)
    await moveNotices(tx.db, tenantId, notices)
    const numbers = answers.flatMap((one) => (one.taken ? [one.id, ...(one.providerNo ? [one.providerNo] : [])] : []))
    await applyReceipts(tx, numbers)
  })
}
