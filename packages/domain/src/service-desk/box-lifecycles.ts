/** SRV-02: a complaint box at an outlet, and each of its openings, which stands only when two persons vouch for it. */
import { defineLifecycle } from '../kernel/index.ts'

export const boxLifecycle = defineLifecycle({
  name: 'box',
  table: 'desk_box',
  zh: '意见箱',
  initial: 'hung',
  states: {
    hung: { zh: '在用', en: 'in use', phase: 'open' },
    removed: { zh: '已撤', en: 'removed', phase: 'ended' },
  },
  transitions: { remove: { from: ['hung'], to: 'removed', permission: 'desk.lead', zh: '撤箱' } },
})
export type BoxState = keyof typeof boxLifecycle.states

export const openingLifecycle = defineLifecycle({
  name: 'box_opening',
  table: 'desk_box_opening',
  zh: '开箱记录',
  initial: 'recorded',
  states: {
    recorded: { zh: '待同开人确认', en: 'waiting for the second person', phase: 'open' },
    confirmed: { zh: '两人确认', en: 'confirmed by two persons', phase: 'ended' },
    disputed: { zh: '同开人不认可', en: 'disputed by the second person', phase: 'ended' },
  },
  transitions: {
    confirm: { from: ['recorded'], to: 'confirmed', permission: 'desk.work', zh: '确认' },
    dispute: { from: ['recorded'], to: 'disputed', permission: 'desk.work', zh: '不认可' },
  },
})
export type OpeningState = keyof typeof openingLifecycle.states
