/** Lifecycle of one instance of a standing duty (RPT-06). */
import { defineLifecycle } from '../kernel/index.ts'

export const dutyLifecycle = defineLifecycle({
  name: 'duty',
  table: 'duty_instance',
  zh: '保障职责',
  initial: 'open',
  states: {
    open: { zh: '待办', en: 'open', phase: 'open' },
    closed: { zh: '已办结', en: 'closed', phase: 'ended' },
  },
  transitions: {
    close: { from: ['open'], to: 'closed', permission: 'duty.close', zh: '办结' },
    reopen: { from: ['closed'], to: 'open', permission: 'duty.manage', zh: '重新打开' },
  },
})

export type DutyState = keyof typeof dutyLifecycle.states
