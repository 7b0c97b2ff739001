/**
 * CLK-01, CLK-02, ORG-05: a change of calendars or of a rule waits for a second person, who sees first what it does to
 * running cases.
 */
import { defineLifecycle } from '../kernel/index.ts'

export const calendarChangeLifecycle = defineLifecycle({
  name: 'calendar_change',
  table: 'calendar_change',
  zh: '日历变更',
  initial: 'waiting',
  states: {
    waiting: { zh: '待复核', en: 'waiting for the second person', phase: 'open' },
    confirmed: { zh: '已生效', en: 'in force', phase: 'ended' },
    rejected: { zh: '已退回', en: 'rejected', phase: 'ended' },
  },
  transitions: {
    confirm: { from: ['waiting'], to: 'confirmed', permission: 'calendar.manage', zh: '复核生效' },
    reject: { from: ['waiting'], to: 'rejected', permission: 'calendar.manage', zh: '退回' },
  },
})
export type CalendarChangeState = keyof typeof calendarChangeLifecycle.states

export const clockDefinitionLifecycle = defineLifecycle({
  name: 'clock_definition',
  table: 'clock_definition',
  zh: '时限规则',
  initial: 'waiting',
  states: {
    waiting: { zh: '待复核', en: 'waiting for the second person', phase: 'open' },
    published: { zh: '已发布', en: 'published', phase: 'ended' },
    rejected: { zh: '已退回', en: 'rejected', phase: 'ended' },
    withdrawn: { zh: '已撤回', en: 'withdrawn', phase: 'ended' },
  },
  transitions: {
    confirm: { from: ['waiting'], to: 'published', permission: 'promise.manage', zh: '复核发布' },
    reject: { from: ['waiting'], to: 'rejected', permission: 'promise.manage', zh: '退回' },
    withdraw: { from: ['waiting'], to: 'withdrawn', permission: 'promise.manage', zh: '撤回' },
  },
})
export type ClockDefinitionState = keyof typeof clockDefinitionLifecycle.states
