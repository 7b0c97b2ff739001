/** NTF-03: somebody went or wrote: the notices of a subject that waited for it have reached. */
import { transition } from '@anpei/domain/kernel'
import { noticeLifecycle } from '@anpei/domain/notifications'
import type { Tx } from '../http/index.ts'
import { moveNotice, noticesOf } from './store.ts'

export async function finishLetterNotices(tx: Tx, subjectId: string): Promise<void> {
  const { tenantId } = tx.actor
  const waiting = await noticesOf(tx.db, tenantId, {
    subjectId,
    state: noticeLifecycle.initial,
    beforeId: null,
    limit: 100,
  })
  for (const notice of waiting.filter((one) => one.channel === 'letter')) {
    const step = transition(noticeLifecycle, 'hand_over', notice.state)
    if (step.ok) await moveNotice(tx.db, tenantId, notice.id, step.value, { deliveredAt: tx.now })
  }
}
