/** CUS-05, ORG-05: a payee account is proposed by one person and confirmed by another before money goes to it. */
import { defineLifecycle } from '../kernel/index.ts'

export const payeeLifecycle = defineLifecycle({
  name: 'payee',
  table: 'payee_account',
  zh: '收款账户',
  initial: 'waiting',
  states: {
    waiting: { zh: '待复核', en: 'waiting for the second person', phase: 'open' },
    confirmed: { zh: '已复核', en: 'confirmed', phase: 'ended' },
    rejected: { zh: '未通过', en: 'rejected', phase: 'ended' },
    retired: { zh: '已停用', en: 'retired', phase: 'ended' },
  },
  transitions: {
    confirm: { from: ['waiting'], to: 'confirmed', permission: 'payee.confirm', zh: '复核通过' },
    reject: { from: ['waiting'], to: 'rejected', permission: 'payee.confirm', zh: '退回' },
    retire: { from: ['waiting', 'confirmed'], to: 'retired', permission: 'payee.propose', zh: '停用' },
  },
})

export type PayeeState = keyof typeof payeeLifecycle.states
