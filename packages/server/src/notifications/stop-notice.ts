/** NTF-01: somebody sees that a notice is not to be said any more; what has left already cannot be called back. */
import type { NoticeView, stopNotice as route } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { askedStep } from './chain-step.ts'
import { getNotice } from './get-notice.ts'
import { moveNotices } from './store-chain.ts'

export async function stopNotice(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<NoticeView>> {
  const asked = await askedStep(tx, params.noticeId, 'stop')
  if (!asked.ok) return asked
  const { notice, step } = asked.value
  await moveNotices(tx.db, tx.actor.tenantId, [{ id: notice.id, step, dueAt: null, fault: body.reason }])
  tx.record({
    name: 'notice.stopped',
    subject: { kind: 'notice', id: notice.id },
    personId: notice.personId,
    reason: body.reason,
  })
  return getNotice(tx, { params })
}
