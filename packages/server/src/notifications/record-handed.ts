/**
 * NTF-03: what became of a letter or a visit: signed for or told in person, or not; then the next way, or none. A slip
 * of the counter is signed, by its own route.
 */
import { HANDED_WAYS, type NoticeView, type recordHanded as route } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import { attemptLifecycle, isByHand } from '@anpei/domain/notifications'
import type { Tx } from '../http/index.ts'
import { askedStep } from './chain-step.ts'
import { getNotice } from './get-notice.ts'
import { SEND_TASK } from './send-task.ts'
import { moveAttempts, moveNotices } from './store-chain.ts'

export async function recordHanded(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<NoticeView>> {
  const { tenantId } = tx.actor
  const asked = await askedStep(tx, params.noticeId, 'reach')
  if (!asked.ok) return asked
  const { notice, step } = asked.value
  if (!isByHand(notice.channel) || notice.channel === 'counter' || notice.attemptId === null)
    return refuse('notifications.not_by_hand')
  const told = transition(attemptLifecycle, body.reached ? 'reach' : 'fail', attemptLifecycle.initial)
  if (!told.ok) return told
  const proof = `${HANDED_WAYS[body.way]}：${body.proof}`
  const attempt = { id: notice.attemptId, step: told.value, handedBy: tx.actor.id, proof }
  await moveAttempts(tx.db, tenantId, [body.reached ? attempt : { ...attempt, fault: body.proof }])
  await moveNotices(tx.db, tenantId, [
    body.reached
      ? { id: notice.id, step, dueAt: null, deliveredAt: tx.now, reachedAt: tx.now, fault: null }
      : { id: notice.id, step: null, dueAt: tx.now, fault: body.proof },
  ])
  if (!body.reached) tx.enqueue({ task: SEND_TASK, payload: {} })
  tx.record({
    name: body.reached ? 'notice.reached_by_hand' : 'notice.not_reached_by_hand',
    subject: { kind: notice.subjectKind, id: notice.subjectId },
    personId: notice.personId,
    facts: { noticeId: notice.id, way: body.way },
  })
  return getNotice(tx, { params })
}
