/** SRV-09: a visit from the wish to its result; nobody home gives a new time, and no end. */
import { defineLifecycle } from '../kernel/index.ts'

const [ARRANGE, MAKE] = ['visit.arrange', 'visit.make'] as const

export const visitLifecycle = defineLifecycle({
  name: 'visit',
  table: 'visit',
  zh: '上门服务',
  initial: 'requested',
  states: {
    requested: { zh: '待约定时间', en: 'asked for', phase: 'open' },
    agreed: { zh: '已约定', en: 'agreed', phase: 'open' },
    on_the_way: { zh: '在路上', en: 'on the way', phase: 'open' },
    arrived: { zh: '已到达', en: 'arrived', phase: 'open' },
    not_met: { zh: '没见到人，待另约', en: 'not met, a new time is due', phase: 'open' },
    done: { zh: '已完成', en: 'done', phase: 'ended' },
    cancelled: { zh: '已取消', en: 'cancelled', phase: 'ended' },
  },
  transitions: {
    agree: { from: ['requested', 'agreed', 'not_met'], to: 'agreed', permission: ARRANGE, zh: '约定时间' },
    putOff: { from: ['requested', 'agreed', 'on_the_way', 'not_met'], to: 'agreed', permission: ARRANGE, zh: '改期' },
    setOut: { from: ['agreed'], to: 'on_the_way', permission: MAKE, zh: '出发' },
    arrive: { from: ['agreed', 'on_the_way'], to: 'arrived', permission: MAKE, zh: '到达' },
    finish: { from: ['agreed', 'on_the_way', 'arrived'], to: 'done', permission: MAKE, zh: '办完' },
    miss: { from: ['agreed', 'on_the_way', 'arrived'], to: 'not_met', permission: MAKE, zh: '没见到人' },
    // What was written at the door outweighs what was arranged meanwhile, once a person has chosen it.
    adopt: {
      from: ['requested', 'agreed', 'on_the_way', 'arrived', 'not_met', 'done', 'cancelled'],
      to: 'done',
      permission: ARRANGE,
      zh: '采用上门记录（已见面）',
    },
    adoptMiss: {
      from: ['requested', 'agreed', 'on_the_way', 'arrived', 'not_met'],
      to: 'not_met',
      permission: ARRANGE,
      zh: '采用上门记录（没见到人）',
    },
    cancel: {
      from: ['requested', 'agreed', 'on_the_way', 'not_met'],
      to: 'cancelled',
      permission: ARRANGE,
      zh: '取消',
    },
  },
})

export type VisitState = keyof typeof visitLifecycle.states
