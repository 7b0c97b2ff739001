/** The side navigation: pages that exist, each shown to those who hold one of its permissions. */
import type { Permission } from '@anpei/domain/kernel'
import type { NavItem } from './layout/index.ts'

type GuardedItem = NavItem & { readonly permissions: readonly Permission[] }

export const navigation: readonly GuardedItem[] = [
  { to: '/', title: '我的工作', icon: 'home', group: '工作', letter: 'w', permissions: ['session', 'claim.read', 'board.read'] },
  { to: '/reports', title: '报案', icon: 'report', group: '理赔', letter: 'r', permissions: ['claim.read'] },
  { to: '/claims', title: '赔案', icon: 'folder', group: '理赔', letter: 'c', permissions: ['claim.read'] },
  { to: '/payments', title: '支付', icon: 'wallet', group: '资金', letter: 'p', permissions: ['payment.read'] },
  { to: '/payment-batches', title: '支付批次', icon: 'stack', group: '资金', letter: 'b', permissions: ['payment.read'] },
]
