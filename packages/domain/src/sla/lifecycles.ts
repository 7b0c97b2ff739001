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

/** CLK-03, SLA §2 rule 5: an entry with an earlier time than what was written down waits for a second person. */
export const lateEntryLifecycle = defineLifecycle({
  name: 'late_entry',
  table: 'late_entry',
  zh: '补录',
  initial: 'waiting',
  states: {
    waiting: { zh: '待批', en: 'waiting', phase: 'open' },
    approved: { zh: '已认可', en: 'approved', phase: 'ended' },
    rejected: { zh: '不认可', en: 'rejected', phase: 'ended' },
  },
  transitions: {
    approve: { from: ['waiting'], to: 'approved', permission: 'clock.backdate', zh: '认可' },
    reject: { from: ['waiting'], to: 'rejected', permission: 'clock.backdate', zh: '不认可' },
  },
})
export type LateEntryState = keyof typeof lateEntryLifecycle.states
