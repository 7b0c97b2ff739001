/** PRG-07: the road of an enrolment: received complete, checked by one person, decided by another, told. */
import { defineLifecycle } from '../kernel/index.ts'

export const enrolmentLifecycle = defineLifecycle({
  name: 'enrolment',
  table: 'enrolment',
  zh: '参保申请',
  initial: 'received',
  states: {
    received: { zh: '待核对', en: 'received', phase: 'open' },
    checked: { zh: '待决定', en: 'checked', phase: 'open' },
    accepted: { zh: '同意，待告知', en: 'accepted, to be told', phase: 'open' },
    declined: { zh: '不同意，待告知', en: 'declined, to be told', phase: 'open' },
    told: { zh: '已告知', en: 'told', phase: 'ended' },
    withdrawn: { zh: '已撤回', en: 'withdrawn', phase: 'ended' },
  },
  transitions: {
    check: { from: ['received', 'checked'], to: 'checked', permission: 'enrolment.record', zh: '核对户籍' },
    accept: { from: ['checked'], to: 'accepted', permission: 'roster.confirm', zh: '同意' },
    decline: { from: ['received', 'checked'], to: 'declined', permission: 'roster.confirm', zh: '不同意' },
    tell: { from: ['accepted', 'declined'], to: 'told', permission: 'enrolment.record', zh: '登记已告知' },
    withdraw: { from: ['received', 'checked'], to: 'withdrawn', permission: 'enrolment.record', zh: '撤回' },
  },
})

export type EnrolmentState = keyof typeof enrolmentLifecycle.states
