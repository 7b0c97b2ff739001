/** Lifecycles of what follows a decision (CLM-12, CLM-16): transfer at once, recovery and its entries, court, 复议. */
import { defineLifecycle } from '../kernel/index.ts'

export const transferLifecycle = defineLifecycle({
  name: 'bank_transfer',
  table: 'bank_transfer',
  zh: '即时转账',
  initial: 'queued',
  states: {
    queued: { zh: '待发送', en: 'queued', phase: 'open' },
    sending: { zh: '已发出', en: 'sent, not answered', phase: 'open' },
    accepted: { zh: '银行已受理', en: 'accepted by the bank', phase: 'open' },
    unknown: { zh: '结果未明，正在查询', en: 'unknown, being asked after', phase: 'open' },
    disputed: { zh: '与银行答复不一致，须人工核实', en: "contradicts the bank's answer", phase: 'open' },
    settled: { zh: '已到账', en: 'settled', phase: 'ended' },
    rejected: { zh: '银行退回', en: 'rejected', phase: 'ended' },
  },
  transitions: {
    send: { from: ['queued'], to: 'sending', permission: 'payment.send', zh: '发出' },
    accept: { from: ['sending', 'unknown', 'accepted'], to: 'accepted', permission: 'payment.send', zh: '受理' },
    lose: { from: ['sending', 'unknown', 'accepted'], to: 'unknown', permission: 'payment.send', zh: '等待查询' },
    dispute: {
      from: ['sending', 'accepted', 'unknown', 'disputed'],
      to: 'disputed',
      permission: 'payment.send',
      zh: '转人工核实',
    },
    settle: {
      from: ['sending', 'accepted', 'unknown', 'disputed'],
      to: 'settled',
      permission: 'payment.send',
      zh: '确认到账',
    },
    reject: {
      from: ['sending', 'accepted', 'unknown', 'disputed'],
      to: 'rejected',
      permission: 'payment.send',
      zh: '登记退回',
    },
  },
})

export const recoveryLifecycle = defineLifecycle({
  name: 'recovery',
  table: 'recovery',
  zh: '追回款',
  initial: 'open',
  states: {
    open: { zh: '待发函', en: 'to be asked for', phase: 'open' },
    asked: { zh: '已发函，待还款', en: 'asked for', phase: 'open' },
    settled: { zh: '已结清', en: 'settled', phase: 'ended' },
    superseded: { zh: '已由新决定取代', en: 'superseded by a new decision', phase: 'ended' },
  },
  transitions: {
    ask: { from: ['open', 'asked'], to: 'asked', permission: 'claim.letter', zh: '发函追回' },
    settle: { from: ['open', 'asked'], to: 'settled', permission: 'recovery.check', zh: '结清' },
    supersede: { from: ['open', 'asked'], to: 'superseded', permission: 'claim.approve', zh: '由新决定取代' },
  },
})

export const recoveryEntryLifecycle = defineLifecycle({
  name: 'recovery_entry',
  table: 'recovery_entry',
  zh: '追回款入账',
  initial: 'waiting',
  states: {
    waiting: { zh: '待复核', en: 'waiting for a second person', phase: 'open' },
    confirmed: { zh: '已复核', en: 'confirmed', phase: 'ended' },
    rejected: { zh: '未通过', en: 'rejected', phase: 'ended' },
  },
  transitions: {
    confirm: { from: ['waiting'], to: 'confirmed', permission: 'recovery.check', zh: '复核通过' },
    reject: { from: ['waiting'], to: 'rejected', permission: 'recovery.check', zh: '不予通过' },
  },
})

export const litigationLifecycle = defineLifecycle({
  name: 'litigation',
  table: 'litigation',
  zh: '诉讼仲裁',
  initial: 'filed',
  states: {
    filed: { zh: '已受理', en: 'filed', phase: 'open' },
    hearing: { zh: '审理中', en: 'being heard', phase: 'open' },
    judged: { zh: '已裁判，未生效', en: 'judged, not final', phase: 'open' },
    appealed: { zh: '上诉审理中', en: 'appealed', phase: 'open' },
    ended: { zh: '已终结', en: 'ended', phase: 'ended' },
  },
  transitions: {
    hear: { from: ['filed', 'hearing', 'appealed'], to: 'hearing', permission: 'claim.litigate', zh: '开庭审理' },
    judge: { from: ['filed', 'hearing', 'appealed'], to: 'judged', permission: 'claim.litigate', zh: '登记裁判' },
    appeal: { from: ['judged'], to: 'appealed', permission: 'claim.litigate', zh: '登记上诉' },
    end: {
      from: ['filed', 'hearing', 'judged', 'appealed'],
      to: 'ended',
      permission: 'claim.litigate',
      zh: '终结',
    },
  },
})

export const reconsiderationLifecycle = defineLifecycle({
  name: 'reconsideration',
  table: 'reconsideration',
  zh: '理赔复议',
  initial: 'open',
  states: {
    open: { zh: '复议中', en: 'being judged again', phase: 'open' },
    answered: { zh: '已答复', en: 'answered', phase: 'ended' },
  },
  transitions: {
    answer: { from: ['open'], to: 'answered', permission: 'claim.approve', zh: '答复' },
  },
})

type KeysOf<T extends { readonly states: object }> = keyof T['states']
export type TransferState = KeysOf<typeof transferLifecycle>
export type RecoveryState = KeysOf<typeof recoveryLifecycle>
export type RecoveryEntryState = KeysOf<typeof recoveryEntryLifecycle>
export type LitigationState = KeysOf<typeof litigationLifecycle>
export type ReconsiderationState = KeysOf<typeof reconsiderationLifecycle>
