/** NTF-03: somebody decides not to wait for machines any longer: the notice goes to a visit at once. */
import type { handOverNotice as route, NoticeView } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { askedStep } from './chain-step.ts'
import { getNotice } from './get-notice.ts'
import { openNotice } from './open-notice.ts'
import { SEND_TASK } from './send-task.ts'
import { moveNotices } from './store-chain.ts'

export async function handOverNotice(tx: Tx, { params }: Input<typeof route>): Promise<Decision<NoticeView>> {
  const asked = await askedStep(tx, params.noticeId, 'pass_on')
  if (!asked.ok) return asked
  const { notice, step } = asked.value
  const stepNo = openNotice(tx.vault, notice).steps.findIndex((one) => one.channel === 'visit')
  if (stepNo < 0 || stepNo <= notice.stepNo) return refuse('notifications.nobody_to_send_to')
  await moveNotices(tx.db, tx.actor.tenantId, [
    { id: notice.id, step, dueAt: tx.now, stepNo, channel: 'visit', recipientMasked: '', attemptId: '' },
  ])
  tx.enqueue({ task: SEND_TASK, payload: {} })
  return getNotice(tx, { params })
}
