/** CMP: 投诉, from what somebody said to a closed case that was asked after (令2020年第3号). */
import { defineLifecycle } from '../kernel/index.ts'

export const complaintLifecycle = defineLifecycle({
  name: 'complaint',
  table: 'complaint',
  zh: '投诉',
  initial: 'received',
  states: {
    received: { zh: '已登记', en: 'received', phase: 'open' },
    accepted: { zh: '已受理，待指派', en: 'accepted', phase: 'open' },
    assigned: { zh: '已指派', en: 'assigned', phase: 'open' },
    investigating: { zh: '调查中', en: 'being investigated', phase: 'open' },
    proposed: { zh: '处理方案待审批', en: 'solution waits for approval', phase: 'open' },
    approved: { zh: '方案已批准，待作决定', en: 'solution approved', phase: 'open' },
    decided: { zh: '已作决定，待告知', en: 'decided', phase: 'open' },
    told: { zh: '已告知，待办结', en: 'told, not yet closed', phase: 'open' },
    closed: { zh: '已办结', en: 'closed', phase: 'ended' },
    withdrawn: { zh: '已撤回', en: 'withdrawn', phase: 'ended' },
    redirected: { zh: '不属本公司，已告知去处', en: 'not ours, told where to go', phase: 'ended' },
    merged: { zh: '已并入另一件', en: 'merged into another', phase: 'ended' },
  },
  transitions: {
    accept: { from: ['received'], to: 'accepted', permission: 'complaint.coordinate', zh: '受理' },
    redirect: { from: ['received', 'accepted'], to: 'redirected', permission: 'complaint.coordinate', zh: '告知去处' },
    assign: {
      from: ['accepted', 'assigned', 'investigating'],
      to: 'assigned',
      permission: 'complaint.coordinate',
      zh: '指派责任人',
    },
    investigate: { from: ['assigned'], to: 'investigating', permission: 'complaint.handle', zh: '开始调查' },
    propose: {
      from: ['assigned', 'investigating', 'approved'],
      to: 'proposed',
      permission: 'complaint.handle',
      zh: '提交处理方案',
    },
    return: { from: ['proposed'], to: 'investigating', permission: 'complaint.approve', zh: '退回方案' },
    approve: { from: ['proposed'], to: 'approved', permission: 'complaint.approve', zh: '批准方案' },
    decide: { from: ['approved'], to: 'decided', permission: 'complaint.handle', zh: '作出处理决定' },
    tell: { from: ['decided'], to: 'told', permission: 'complaint.handle', zh: '告知处理决定' },
    close: { from: ['told'], to: 'closed', permission: 'complaint.approve', zh: '办结' },
    reopen: { from: ['told', 'closed'], to: 'assigned', permission: 'complaint.coordinate', zh: '重新办理' },
    renew: {
      from: ['investigating', 'proposed', 'approved', 'decided', 'told'],
      to: 'investigating',
      permission: 'complaint.handle',
      zh: '收到新的事实，重新调查',
    },
    withdraw: {
      from: ['received', 'accepted', 'assigned', 'investigating', 'proposed', 'approved', 'decided', 'told'],
      to: 'withdrawn',
      permission: 'complaint.record',
      zh: '撤回',
    },
    merge: {
      from: ['received', 'accepted', 'assigned', 'investigating', 'proposed', 'approved'],
      to: 'merged',
      permission: 'complaint.coordinate',
      zh: '并案',
    },
    separate: { from: ['merged'], to: 'received', permission: 'complaint.coordinate', zh: '撤销并案' },
    separateAccepted: {
      from: ['merged'],
      to: 'accepted',
      permission: 'complaint.coordinate',
      zh: '撤销并案，回到待指派',
    },
    separateAssigned: {
      from: ['merged'],
      to: 'assigned',
      permission: 'complaint.coordinate',
      zh: '撤销并案，回到责任人',
    },
  },
})

export type ComplaintState = keyof typeof complaintLifecycle.states
