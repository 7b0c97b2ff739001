/** ORG-01: 协助理赔, the case a broker or an agency keeps for its client beside the insurer's own claim. */
import { defineLifecycle } from '../kernel/index.ts'

export const assistLifecycle = defineLifecycle({
  name: 'assist',
  table: 'assisted_claim',
  zh: '协助理赔',
  initial: 'draft',
  states: {
    draft: { zh: '准备中', en: 'being prepared', phase: 'open' },
    submitted: { zh: '已提交，待保险公司受理', en: 'submitted', phase: 'open' },
    accepted: { zh: '保险公司已立案', en: 'opened by the insurer', phase: 'open' },
    decided: { zh: '保险公司已作决定', en: 'decided by the insurer', phase: 'open' },
    paid: { zh: '赔款已到账', en: 'paid', phase: 'open' },
    closed: { zh: '已结案', en: 'closed', phase: 'ended' },
    declined: { zh: '保险公司未立案', en: 'not opened by the insurer', phase: 'ended' },
    withdrawn: { zh: '已停止协助', en: 'no longer assisted', phase: 'ended' },
  },
  transitions: {
    submit: { from: ['draft'], to: 'submitted', permission: 'assist.open', zh: '提交保险公司' },
    accept: {
      from: ['submitted', 'declined', 'decided', 'paid', 'closed'],
      to: 'accepted',
      permission: 'assist.open',
      zh: '立案',
    },
    decline: { from: ['submitted'], to: 'declined', permission: 'assist.open', zh: '未立案' },
    resume: { from: ['declined'], to: 'submitted', permission: 'assist.open', zh: '重新核实' },
    decide: {
      from: ['submitted', 'accepted', 'paid', 'closed'],
      to: 'decided',
      permission: 'assist.open',
      zh: '作出决定',
    },
    pay: { from: ['submitted', 'accepted', 'decided', 'closed'], to: 'paid', permission: 'assist.open', zh: '到账' },
    close: { from: ['submitted', 'accepted', 'decided', 'paid'], to: 'closed', permission: 'assist.open', zh: '结案' },
    withdraw: { from: ['draft', 'submitted', 'accepted'], to: 'withdrawn', permission: 'assist.open', zh: '停止协助' },
  },
})

export type AssistState = keyof typeof assistLifecycle.states
