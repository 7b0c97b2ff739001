/** SRV-03, SLA T02, T03, T09, T10, T20: a call from the first ring. What nobody answered is owed a call back. */
import { defineLifecycle } from '../kernel/index.ts'

export const callLifecycle = defineLifecycle({
  name: 'call',
  table: 'desk_call',
  zh: '通话',
  initial: 'ringing',
  states: {
    ringing: { zh: '振铃', en: 'ringing', phase: 'open' },
    talking: { zh: '通话中', en: 'talking', phase: 'open' },
    missed: { zh: '待回拨', en: 'to be called back', phase: 'open' },
    ended: { zh: '已通话', en: 'talked', phase: 'ended' },
    called_back: { zh: '已回拨', en: 'called back', phase: 'ended' },
    abandoned: { zh: '刚响即挂断', en: 'hung up at once', phase: 'ended' },
    no_answer: { zh: '呼出无人接', en: 'nobody answered us', phase: 'ended' },
  },
  transitions: {
    answer: { from: ['ringing'], to: 'talking', permission: 'desk.inbound', zh: '接听' },
    hang_up: { from: ['talking'], to: 'ended', permission: 'desk.inbound', zh: '挂断' },
    miss: { from: ['ringing'], to: 'missed', permission: 'desk.inbound', zh: '未接通' },
    abandon: { from: ['ringing'], to: 'abandoned', permission: 'desk.inbound', zh: '刚响即挂断' },
    fail: { from: ['ringing'], to: 'no_answer', permission: 'desk.inbound', zh: '无人接' },
    // The same number rang again and was answered: nobody is owed a call any more.
    rang_again: { from: ['missed'], to: 'ended', permission: 'desk.inbound', zh: '再次来电已接通' },
    call_back: { from: ['missed'], to: 'called_back', permission: 'desk.work', zh: '回拨' },
  },
})

export type CallState = keyof typeof callLifecycle.states
