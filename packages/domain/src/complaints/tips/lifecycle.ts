/** CMP-12: 举报 goes a road of its own, away from 投诉 and shut to everybody it concerns (令2019年第8号, LAW §3). */
import { defineLifecycle } from '../../kernel/index.ts'

export const tipLifecycle = defineLifecycle({
  name: 'tip',
  table: 'tip',
  zh: '举报',
  initial: 'received',
  states: {
    received: { zh: '已收到，待决定是否受理', en: 'received', phase: 'open' },
    accepted: { zh: '已受理，调查中', en: 'being examined', phase: 'open' },
    concluded: { zh: '已有结论，待复核', en: 'concluded, waits for a second person', phase: 'open' },
    confirmed: { zh: '已复核，待告知、办结', en: 'confirmed', phase: 'open' },
    closed: { zh: '已办结', en: 'closed', phase: 'ended' },
    turned: { zh: '已转为投诉', en: 'turned into a complaint', phase: 'ended' },
  },
  transitions: {
    accept: { from: ['received'], to: 'accepted', permission: 'complaint.tip', zh: '受理' },
    conclude: { from: ['received', 'accepted'], to: 'concluded', permission: 'complaint.tip', zh: '作出结论' },
    returnNew: { from: ['concluded'], to: 'received', permission: 'complaint.tip', zh: '退回结论' },
    return: { from: ['concluded'], to: 'accepted', permission: 'complaint.tip', zh: '退回调查' },
    confirm: { from: ['concluded'], to: 'confirmed', permission: 'complaint.tip', zh: '复核同意' },
    close: { from: ['confirmed'], to: 'closed', permission: 'complaint.tip', zh: '办结' },
    reopen: { from: ['closed'], to: 'accepted', permission: 'complaint.tip', zh: '因新的事实重新调查' },
    turn: { from: ['received', 'accepted'], to: 'turned', permission: 'complaint.tip', zh: '转为投诉' },
  },
})
export type TipState = keyof typeof tipLifecycle.states
