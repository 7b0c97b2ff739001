/** CBK-02, CMP-10: a callback from the day it is owed until somebody was reached, or was not in spite of all tries. */
import { defineLifecycle } from '../kernel/index.ts'

const [MAKE, LEAD] = ['callback.make', 'callback.lead'] as const

export const callbackLifecycle = defineLifecycle({
  name: 'callback',
  table: 'callback',
  zh: '回访',
  initial: 'owed',
  states: {
    owed: { zh: '待回访', en: 'owed', phase: 'open' },
    contacting: { zh: '联系中', en: 'being contacted', phase: 'open' },
    reached: { zh: '已回访', en: 'reached', phase: 'ended' },
    exhausted: { zh: '未能回访', en: 'not reached', phase: 'ended' },
    dropped: { zh: '不再需要', en: 'no longer needed', phase: 'ended' },
  },
  transitions: {
    // Who could not be reached may ring back weeks later.
    take: { from: ['owed', 'exhausted'], to: 'contacting', permission: MAKE, zh: '开始联系' },
    giveBack: { from: ['contacting'], to: 'owed', permission: MAKE, zh: '放回' },
    // Who was in contact is relieved of it.
    assign: { from: ['owed', 'contacting'], to: 'owed', permission: LEAD, zh: '指定回访人' },
    answer: { from: ['contacting'], to: 'reached', permission: MAKE, zh: '完成回访' },
    exhaust: { from: ['contacting'], to: 'exhausted', permission: MAKE, zh: '记为未能回访' },
    drop: { from: ['owed', 'contacting'], to: 'dropped', permission: LEAD, zh: '不再需要' },
  },
})
export type CallbackState = keyof typeof callbackLifecycle.states

/** What an answer opened: it is done when somebody says what came of it. */
export const followUpLifecycle = defineLifecycle({
  name: 'callback_follow_up',
  table: 'callback_follow_up',
  zh: '回访后续',
  initial: 'open',
  states: {
    open: { zh: '待处理', en: 'open', phase: 'open' },
    done: { zh: '已处理', en: 'done', phase: 'ended' },
  },
  transitions: {
    finish: { from: ['open'], to: 'done', permission: MAKE, zh: '处理完' },
  },
})
export type FollowUpState = keyof typeof followUpLifecycle.states
