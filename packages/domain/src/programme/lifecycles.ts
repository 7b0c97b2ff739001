/** PRG-01, PRG-05, CLM-07: versions, tables, imports, differences and outreaches, each with its states. */
import { defineLifecycle, stateOf } from '../kernel/index.ts'

export const versionLifecycle = defineLifecycle({
  name: 'programmeVersion',
  table: 'programme_version',
  zh: '方案版本',
  initial: 'draft',
  states: {
    draft: { zh: '草稿', en: 'draft', phase: 'open' },
    submitted: { zh: '待发布', en: 'submitted', phase: 'open' },
    published: { zh: '已发布', en: 'published', phase: 'ended' },
  },
  transitions: {
    submit: { from: ['draft'], to: 'submitted', permission: 'programme.edit', zh: '提交' },
    takeBack: { from: ['submitted'], to: 'draft', permission: 'programme.edit', zh: '退回修改' },
    publish: { from: ['submitted'], to: 'published', permission: 'programme.publish', zh: '发布' },
  },
})

/** PRG-08: the road of a change; a content that goes back to draft begins it anew. */
export const changeLifecycle = defineLifecycle({
  name: 'versionChange',
  table: 'version_change',
  zh: '方案变更',
  initial: 'opened',
  states: {
    opened: { zh: '已提出', en: 'opened', phase: 'open' },
    studied: { zh: '已论证', en: 'studied', phase: 'open' },
    agreed: { zh: '内部已批', en: 'agreed inside', phase: 'open' },
    authorised: { zh: '主管部门已批', en: 'approved by the authority', phase: 'open' },
    displayed: { zh: '公示中', en: 'on public display', phase: 'open' },
    settled: { zh: '公示结束', en: 'display ended', phase: 'open' },
    told: { zh: '已告知', en: 'told', phase: 'open' },
    published: { zh: '已发布', en: 'published', phase: 'ended' },
    dropped: { zh: '已撤销', en: 'dropped', phase: 'ended' },
  },
  transitions: {
    study: { from: ['opened'], to: 'studied', permission: 'programme.edit', zh: '登记论证' },
    agree: { from: ['studied'], to: 'agreed', permission: 'programme.publish', zh: '内部批准' },
    authorise: { from: ['agreed'], to: 'authorised', permission: 'programme.edit', zh: '登记主管部门批准' },
    display: { from: ['authorised'], to: 'displayed', permission: 'programme.edit', zh: '登记公示' },
    settle: { from: ['displayed'], to: 'settled', permission: 'programme.edit', zh: '结束公示' },
    tell: { from: ['settled'], to: 'told', permission: 'programme.edit', zh: '登记告知' },
    publish: { from: ['agreed', 'told'], to: 'published', permission: 'programme.publish', zh: '发布' },
    reopen: {
      from: ['opened', 'studied', 'agreed', 'authorised', 'displayed', 'settled', 'told', 'dropped'],
      to: 'opened',
      permission: 'programme.edit',
      zh: '重新开始',
    },
    drop: {
      from: ['opened', 'studied', 'agreed', 'authorised', 'displayed', 'settled', 'told'],
      to: 'dropped',
      permission: 'programme.edit',
      zh: '撤销变更',
    },
  },
})

export const tableLifecycle = defineLifecycle({
  name: 'decisionTable',
  table: 'decision_table',
  zh: '决策表',
  initial: 'draft',
  states: {
    draft: { zh: '草稿', en: 'draft', phase: 'open' },
    submitted: { zh: '待发布', en: 'submitted', phase: 'open' },
    published: { zh: '已发布', en: 'published', phase: 'ended' },
    retired: { zh: '已替换', en: 'replaced', phase: 'ended' },
  },
  transitions: {
    submit: { from: ['draft'], to: 'submitted', permission: 'programme.edit', zh: '提交' },
    publish: { from: ['submitted'], to: 'published', permission: 'programme.publish', zh: '发布' },
    retire: { from: ['published'], to: 'retired', permission: 'programme.publish', zh: '替换' },
  },
})

export const importLifecycle = defineLifecycle({
  name: 'rosterImport',
  table: 'roster_import',
  zh: '花名册导入',
  initial: 'reading',
  states: {
    reading: { zh: '读取中', en: 'reading', phase: 'open' },
    read: { zh: '待确认', en: 'waiting to be confirmed', phase: 'open' },
    confirmed: { zh: '已生效', en: 'in effect', phase: 'ended' },
    discarded: { zh: '已放弃', en: 'discarded', phase: 'ended' },
    failed: { zh: '失败', en: 'failed', phase: 'ended' },
  },
  transitions: {
    finishReading: { from: ['reading'], to: 'read', permission: 'roster.import', zh: '读完' },
    takeEffect: { from: ['reading', 'read'], to: 'confirmed', permission: 'roster.confirm', zh: '确认生效' },
    reopen: { from: ['read', 'confirmed'], to: 'read', permission: 'roster.import', zh: '更正后再确认' },
    discard: { from: ['read'], to: 'discarded', permission: 'roster.import', zh: '放弃' },
    fail: { from: ['reading'], to: 'failed', permission: 'roster.import', zh: '中断' },
  },
})

export const differenceLifecycle = defineLifecycle({
  name: 'rosterDifference',
  table: 'roster_difference',
  zh: '花名册变动',
  initial: 'waiting',
  states: {
    waiting: { zh: '待确认', en: 'waiting', phase: 'open' },
    confirmed: { zh: '已确认', en: 'confirmed', phase: 'ended' },
    rejected: { zh: '不采纳', en: 'rejected', phase: 'ended' },
  },
  transitions: {
    confirm: { from: ['waiting'], to: 'confirmed', permission: 'roster.confirm', zh: '确认' },
    reject: { from: ['waiting'], to: 'rejected', permission: 'roster.confirm', zh: '不采纳' },
  },
})

export const badRowLifecycle = defineLifecycle({
  name: 'rosterBadRow',
  table: 'roster_bad_row',
  zh: '问题行',
  initial: 'open',
  states: {
    open: { zh: '待处理', en: 'open', phase: 'open' },
    fixed: { zh: '已更正', en: 'fixed', phase: 'ended' },
    ignored: { zh: '不处理', en: 'ignored', phase: 'ended' },
  },
  transitions: {
    fix: { from: ['open'], to: 'fixed', permission: 'roster.import', zh: '更正' },
    ignore: { from: ['open'], to: 'ignored', permission: 'roster.import', zh: '不处理' },
  },
})

export const outreachLifecycle = defineLifecycle({
  name: 'outreach',
  table: 'outreach',
  zh: '主动联系',
  initial: 'open',
  states: {
    open: { zh: '待联系', en: 'open', phase: 'open' },
    reached: { zh: '已联系', en: 'reached', phase: 'open' },
    claimed: { zh: '已报案', en: 'claimed', phase: 'ended' },
    not_an_accident: { zh: '非意外', en: 'not an accident', phase: 'ended' },
    given_up: { zh: '无法联系', en: 'not reachable', phase: 'ended' },
  },
  transitions: {
    reach: { from: ['open'], to: 'reached', permission: 'roster.outreach', zh: '登记已联系' },
    claim: { from: ['open', 'reached'], to: 'claimed', permission: 'roster.outreach', zh: '转报案' },
    close: { from: ['open', 'reached'], to: 'not_an_accident', permission: 'roster.outreach', zh: '登记非意外' },
    giveUp: { from: ['open', 'reached'], to: 'given_up', permission: 'roster.outreach', zh: '登记无法联系' },
  },
})

export type VersionState = keyof typeof versionLifecycle.states
export type ChangeState = keyof typeof changeLifecycle.states
export type TableState = keyof typeof tableLifecycle.states
export type ImportState = keyof typeof importLifecycle.states
export type DifferenceState = keyof typeof differenceLifecycle.states
export type BadRowState = keyof typeof badRowLifecycle.states
export type OutreachState = keyof typeof outreachLifecycle.states

export function stateOfImport(text: string): ImportState {
  return stateOf(importLifecycle, text)
}
