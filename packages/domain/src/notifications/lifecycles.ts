/** The life of a notice in the outbox (NTF-02, NTF-03). */
import { defineLifecycle } from '../kernel/index.ts'

export const noticeLifecycle = defineLifecycle({
  name: 'notice',
  table: 'notice',
  zh: '通知',
  initial: 'waiting',
  states: {
    waiting: { zh: '待发', en: 'waiting', phase: 'open' },
    sent: { zh: '已发出', en: 'sent', phase: 'open' },
    delivered: { zh: '已送达', en: 'delivered', phase: 'ended' },
    failed: { zh: '未能送达', en: 'failed', phase: 'ended' },
  },
  transitions: {
    send: { from: ['waiting'], to: 'sent', permission: 'session', zh: '发出' },
    hand_over: { from: ['waiting', 'sent'], to: 'delivered', permission: 'session', zh: '送达' },
    give_up: { from: ['waiting', 'sent'], to: 'failed', permission: 'session', zh: '放弃' },
  },
})
export type NoticeState = keyof typeof noticeLifecycle.states
