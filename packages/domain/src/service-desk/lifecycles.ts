/**
 * SRV-01, SRV-04: a request from the first word to the archive. Converted and merged ones live on under another number.
 */
import { defineLifecycle } from '../kernel/index.ts'

export const requestLifecycle = defineLifecycle({
  name: 'request',
  table: 'desk_request',
  zh: '服务单',
  initial: 'received',
  states: {
    received: { zh: '新到', en: 'new', phase: 'open' },
    taken: { zh: '处理中', en: 'being worked on', phase: 'open' },
    answered: { zh: '已答复', en: 'answered', phase: 'open' },
    snoozed: { zh: '暂缓', en: 'put off', phase: 'open' },
    solved: { zh: '已解决', en: 'solved', phase: 'ended' },
    closed: { zh: '已归档', en: 'archived', phase: 'ended' },
    converted: { zh: '已转办', en: 'turned into a case', phase: 'ended' },
    merged: { zh: '已并入', en: 'merged into another', phase: 'ended' },
  },
  transitions: {
    take: { from: ['received', 'taken', 'answered'], to: 'taken', permission: 'desk.work', zh: '受理' },
    answer: { from: ['received', 'taken', 'answered', 'snoozed'], to: 'answered', permission: 'desk.work', zh: '答复' },
    hear: {
      from: ['received', 'taken', 'answered', 'snoozed', 'solved'],
      to: 'taken',
      permission: 'desk.work',
      zh: '收到新消息',
    },
    snooze: { from: ['received', 'taken', 'answered'], to: 'snoozed', permission: 'desk.work', zh: '暂缓' },
    wake: { from: ['snoozed'], to: 'taken', permission: 'desk.work', zh: '恢复处理' },
    solve: { from: ['taken', 'answered', 'snoozed'], to: 'solved', permission: 'desk.work', zh: '标记已解决' },
    reopen: { from: ['solved', 'closed'], to: 'taken', permission: 'desk.work', zh: '重新处理' },
    close: {
      from: ['received', 'taken', 'answered', 'snoozed', 'solved'],
      to: 'closed',
      permission: 'desk.work',
      zh: '归档',
    },
    convert: {
      from: ['received', 'taken', 'answered', 'snoozed'],
      to: 'converted',
      permission: 'desk.work',
      zh: '转办',
    },
    // Whoever wrote still learns what became of it: where the case has no other way to him, in the same thread.
    tell: { from: ['converted'], to: 'converted', permission: 'desk.work', zh: '告知转办' },
    merge: { from: ['received', 'taken', 'answered', 'snoozed'], to: 'merged', permission: 'desk.work', zh: '并入' },
    unmerge: { from: ['merged'], to: 'taken', permission: 'desk.work', zh: '撤销并入' },
    restoreNew: { from: ['merged'], to: 'received', permission: 'desk.work', zh: '撤销并入' },
    restoreAnswered: { from: ['merged'], to: 'answered', permission: 'desk.work', zh: '撤销并入' },
  },
})

export type RequestState = keyof typeof requestLifecycle.states
