/** CUS-07, CUS-09, CUS-10, L12: what happens to requests, runs of destruction, sharing entries and incidents. */
import { defineLifecycle } from '../kernel/index.ts'

export const dataRequestLifecycle = defineLifecycle({
  name: 'data_request',
  table: 'data_request',
  zh: '个人信息请求',
  initial: 'received',
  states: {
    received: { zh: '已收到，待核身', en: 'received', phase: 'open' },
    verified: { zh: '已核身，待答复', en: 'identity checked', phase: 'open' },
    answered: { zh: '已答复', en: 'answered', phase: 'ended' },
    refused: { zh: '已说明理由拒绝', en: 'refused with reasons', phase: 'ended' },
    closed: { zh: '已办结', en: 'closed', phase: 'ended' },
    withdrawn: { zh: '本人撤回', en: 'withdrawn', phase: 'ended' },
  },
  transitions: {
    verify: { from: ['received'], to: 'verified', permission: 'privacy.record', zh: '核实身份' },
    answer: { from: ['verified'], to: 'answered', permission: 'privacy.answer', zh: '答复' },
    refuse: { from: ['received', 'verified'], to: 'refused', permission: 'privacy.answer', zh: '拒绝' },
    close: { from: ['answered', 'refused'], to: 'closed', permission: 'privacy.answer', zh: '办结' },
    withdraw: { from: ['received', 'verified'], to: 'withdrawn', permission: 'privacy.record', zh: '撤回' },
  },
})
export type DataRequestState = keyof typeof dataRequestLifecycle.states

export const sharingLifecycle = defineLifecycle({
  name: 'sharing_entry',
  table: 'sharing_entry',
  zh: '对外提供登记',
  initial: 'waiting',
  states: {
    waiting: { zh: '待复核', en: 'waiting for the second person', phase: 'open' },
    active: { zh: '有效', en: 'active', phase: 'open' },
    rejected: { zh: '未通过', en: 'rejected', phase: 'ended' },
    ended: { zh: '已停止', en: 'ended', phase: 'ended' },
  },
  transitions: {
    confirm: { from: ['waiting'], to: 'active', permission: 'privacy.check', zh: '复核通过' },
    reject: { from: ['waiting'], to: 'rejected', permission: 'privacy.check', zh: '退回' },
    end: { from: ['active'], to: 'ended', permission: 'privacy.answer', zh: '停止提供' },
  },
})
export type SharingState = keyof typeof sharingLifecycle.states

export const retentionRunLifecycle = defineLifecycle({
  name: 'retention_run',
  table: 'retention_run',
  zh: '到期销毁',
  initial: 'proposed',
  states: {
    proposed: { zh: '待批准', en: 'proposed', phase: 'open' },
    approved: { zh: '正在销毁', en: 'approved', phase: 'open' },
    rejected: { zh: '不予销毁', en: 'rejected', phase: 'ended' },
    done: { zh: '已销毁', en: 'destroyed', phase: 'ended' },
  },
  transitions: {
    approve: { from: ['proposed'], to: 'approved', permission: 'privacy.check', zh: '批准销毁' },
    reject: { from: ['proposed'], to: 'rejected', permission: 'privacy.check', zh: '不予销毁' },
    finish: { from: ['approved'], to: 'done', permission: 'privacy.check', zh: '销毁完毕' },
  },
})
export type RetentionRunState = keyof typeof retentionRunLifecycle.states

export const retentionItemLifecycle = defineLifecycle({
  name: 'retention_item',
  table: 'retention_item',
  zh: '销毁清单',
  initial: 'proposed',
  states: {
    proposed: { zh: '在清单上', en: 'on the list', phase: 'open' },
    spared: { zh: '不销毁', en: 'spared', phase: 'ended' },
    emptied: { zh: '数据已清除，文件待删', en: 'emptied', phase: 'open' },
    destroyed: { zh: '已销毁', en: 'destroyed', phase: 'ended' },
  },
  transitions: {
    spare: { from: ['proposed'], to: 'spared', permission: 'privacy.check', zh: '不销毁' },
    empty: { from: ['proposed'], to: 'emptied', permission: 'privacy.check', zh: '清除数据' },
    destroy: { from: ['emptied'], to: 'destroyed', permission: 'privacy.check', zh: '删除文件' },
  },
})

export const dataIncidentLifecycle = defineLifecycle({
  name: 'data_incident',
  table: 'data_incident',
  zh: '数据安全事件',
  initial: 'known',
  states: {
    known: { zh: '已发现，待报告', en: 'known', phase: 'open' },
    reported: { zh: '已首报', en: 'reported', phase: 'open' },
    written: { zh: '已书面报告', en: 'reported in writing', phase: 'open' },
    settled: { zh: '处置结束，待总结', en: 'settled', phase: 'open' },
    closed: { zh: '已总结报告', en: 'final report given', phase: 'ended' },
  },
  transitions: {
    report: { from: ['known'], to: 'reported', permission: 'privacy.answer', zh: '首报' },
    write: { from: ['reported'], to: 'written', permission: 'privacy.answer', zh: '书面报告' },
    settle: { from: ['written'], to: 'settled', permission: 'privacy.answer', zh: '处置结束' },
    finish: { from: ['settled'], to: 'closed', permission: 'privacy.answer', zh: '总结报告' },
  },
})
export type DataIncidentState = keyof typeof dataIncidentLifecycle.states
