/** CMP-07…10: what a complaint's solution goes through. */
import { defineLifecycle } from '../kernel/index.ts'

export const proposalLifecycle = defineLifecycle({
  name: 'complaint_proposal',
  table: 'complaint_proposal',
  zh: '处理方案',
  initial: 'waiting',
  states: {
    waiting: { zh: '待审批', en: 'waits for approval', phase: 'open' },
    returned: { zh: '已退回', en: 'returned', phase: 'ended' },
    approved: { zh: '已批准，待客户答复', en: 'approved', phase: 'open' },
    accepted: { zh: '客户接受', en: 'accepted', phase: 'ended' },
    rejected: { zh: '客户不接受', en: 'rejected', phase: 'ended' },
  },
  transitions: {
    approve: { from: ['waiting'], to: 'approved', permission: 'complaint.approve', zh: '批准' },
    return: { from: ['waiting'], to: 'returned', permission: 'complaint.approve', zh: '退回' },
    accept: { from: ['approved'], to: 'accepted', permission: 'complaint.handle', zh: '客户接受' },
    reject: { from: ['approved'], to: 'rejected', permission: 'complaint.handle', zh: '客户不接受' },
  },
})
export type ProposalState = keyof typeof proposalLifecycle.states

export const actLifecycle = defineLifecycle({
  name: 'complaint_act',
  table: 'complaint_act',
  zh: '承诺事项',
  initial: 'planned',
  states: {
    planned: { zh: '拟承诺', en: 'planned', phase: 'open' },
    promised: { zh: '已承诺', en: 'promised', phase: 'open' },
    done: { zh: '已做到', en: 'done', phase: 'ended' },
    dropped: { zh: '不再需要', en: 'dropped', phase: 'ended' },
  },
  transitions: {
    promise: { from: ['planned'], to: 'promised', permission: 'complaint.handle', zh: '承诺' },
    fulfil: { from: ['promised'], to: 'done', permission: 'complaint.handle', zh: '做到' },
    drop: { from: ['planned', 'promised'], to: 'dropped', permission: 'complaint.approve', zh: '不再需要' },
  },
})
export type ActState = keyof typeof actLifecycle.states

export const complaintExtensionLifecycle = defineLifecycle({
  name: 'complaint_extension',
  table: 'complaint_extension',
  zh: '延期申请',
  initial: 'waiting',
  states: {
    waiting: { zh: '待批准', en: 'waits', phase: 'open' },
    granted: { zh: '已批准并告知', en: 'granted', phase: 'ended' },
    refused: { zh: '未批准', en: 'refused', phase: 'ended' },
  },
  transitions: {
    grant: { from: ['waiting'], to: 'granted', permission: 'complaint.extend', zh: '批准延期' },
    refuse: { from: ['waiting'], to: 'refused', permission: 'complaint.extend', zh: '不批准延期' },
  },
})

export const recheckLifecycle = defineLifecycle({
  name: 'complaint_recheck',
  table: 'complaint_recheck',
  zh: '核查',
  initial: 'asked',
  states: {
    asked: { zh: '已申请', en: 'asked', phase: 'open' },
    assigned: { zh: '核查中', en: 'being rechecked', phase: 'open' },
    decided: { zh: '已作核查决定，待告知', en: 'decided', phase: 'open' },
    told: { zh: '已告知', en: 'told', phase: 'ended' },
    withdrawn: { zh: '已撤回', en: 'withdrawn', phase: 'ended' },
  },
  transitions: {
    assign: { from: ['asked', 'assigned'], to: 'assigned', permission: 'complaint.recheck', zh: '指派核查人' },
    decide: { from: ['assigned'], to: 'decided', permission: 'complaint.recheck', zh: '作出核查决定' },
    tell: { from: ['decided'], to: 'told', permission: 'complaint.recheck', zh: '告知核查决定' },
    withdraw: { from: ['asked', 'assigned'], to: 'withdrawn', permission: 'complaint.record', zh: '撤回核查申请' },
  },
})
export type RecheckState = keyof typeof recheckLifecycle.states
