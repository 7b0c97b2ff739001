/**
 * CUS-05, POR-04: an account acts for a person either because the register knows its phone (linked at once), or because
 * the person's consent was handed in and somebody of the staff confirmed it.
 */
import { defineLifecycle } from '../kernel/index.ts'

export const linkLifecycle = defineLifecycle({
  name: 'portal_link',
  table: 'portal_link',
  zh: '代办关系',
  initial: 'waiting',
  states: {
    waiting: { zh: '待确认', en: 'waiting for our check', phase: 'open' },
    linked: { zh: '可以代办', en: 'confirmed', phase: 'open' },
    rejected: { zh: '未通过', en: 'not confirmed', phase: 'ended' },
    ended: { zh: '已解除', en: 'ended', phase: 'ended' },
  },
  transitions: {
    confirm: { from: ['waiting'], to: 'linked', permission: 'proxy.record', zh: '确认' },
    reject: { from: ['waiting'], to: 'rejected', permission: 'proxy.record', zh: '退回' },
    end: { from: ['waiting', 'linked'], to: 'ended', permission: 'portal.own', zh: '解除' },
  },
})

export type LinkState = keyof typeof linkLifecycle.states
