/** NTF-03: the signed slip of the counter is in our hands: the notice has reached. */
import type { NoticeView, signSlip as route } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { attemptLifecycle, slipProof } from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { askedStep } from '../chain-step.ts'
import { getNotice } from '../get-notice.ts'
import { openSlip } from './open-slip.ts'
import { attemptsOfNotice } from '../store-attempts.ts'
import { moveAttempts, moveNotices } from '../store-chain.ts'

export async function signSlip(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<NoticeView>> {
  const { tenantId } = tx.actor
  const asked = await askedStep(tx, params.noticeId, 'reach')
  if (!asked.ok) return asked
  const { notice, step } = asked.value
  const id = openSlip(notice)
  const slip = (await attemptsOfNotice(tx.db, tenantId, notice.id)).find((one) => one.id === id)
  if (!slip) return refuse('notifications.no_slip')
  const printedOn = dayOfInstant(slip.begunAt)
  const { signedOn } = body
  if (signedOn < printedOn || signedOn > dayOfInstant(tx.now)) {
    return refuse('notifications.slip_day', { signedOn, printedOn })
  }
  const reached = transition(attemptLifecycle, 'reach', slip.state)
  if (!reached.ok) return reached
  await moveAttempts(tx.db, tenantId, [
    { id: slip.id, step: reached.value, handedBy: tx.actor.id, proof: slipProof(body) },
  ])
  await moveNotices(tx.db, tenantId, [
    { id: notice.id, step, dueAt: null, deliveredAt: tx.now, reachedAt: tx.now, fault: null },
  ])
  tx.record({
    name: 'notice.reached_by_hand',
    subject: { kind: notice.subjectKind, id: notice.subjectId },
    personId: notice.personId,
    facts: { noticeId: notice.id, way: 'counter_slip', slipNo: slip.providerNo },
  })
  return getNotice(tx, { params })
}
