/** Whether a slip of the counter waits for its signature: the notice stands at it (NTF-03). */
import { noticeLifecycle } from '@anpei/domain/notifications'
import type { NoticeRecord } from '../store.ts'

/** The slip's attempt; null where there is none. */
export function openSlip(notice: NoticeRecord): string | null {
  const isOpen = noticeLifecycle.states[notice.state].phase === 'open'
  return isOpen && notice.channel === 'counter' ? notice.attemptId : null
}
