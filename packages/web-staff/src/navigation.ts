/** The side navigation: pages that exist, each shown to those who hold one of its permissions. */
import type { Permission } from '@anpei/domain/kernel'
import type { NavItem } from './layout/index.ts'

type GuardedItem = NavItem & { readonly permissions: readonly Permission[] }

export const navigation: readonly GuardedItem[] = [
  { to: '/', title: '我的工作', icon: 'home', group: '工作', letter: 'w', permissions: ['session'] },
  { to: '/board', title: '看板', icon: 'chart', group: '工作', letter: 'd', permissions: ['board.read'] },
  { to: '/clocks', title: '时限看板', icon: 'clock', group: '工作', letter: 't', permissions: ['claim.read'] },
  { to: '/guidance', title: '指导意见', icon: 'flag', group: '工作', letter: 'i', permissions: ['session'] },
  { to: '/promise-ledger', title: '时限台账', icon: 'file', group: '工作', permissions: ['ledger.read'] },
  { to: '/standing-duties', title: '长效保障', icon: 'check', group: '工作', permissions: ['duty.read'] },
  { to: '/reports', title: '报案', icon: 'report', group: '理赔', letter: 'r', permissions: ['claim.read'] },
  { to: '/claims', title: '赔案', icon: 'folder', group: '理赔', letter: 'c', permissions: ['claim.read'] },
  { to: '/sweep', title: '少赔排查', icon: 'search', group: '理赔', letter: 'u', permissions: ['sweep.run'] },
  { to: '/assists', title: '协助理赔', icon: 'file', group: '理赔', letter: 'x', permissions: ['assist.open'] },
  {
    to: '/certain-part',
    title: '先予支付',
    icon: 'clock',
    group: '理赔',
    permissions: ['claim.assess', 'claim.approve', 'claim.assign'],
  },
  { to: '/payments', title: '支付', icon: 'wallet', group: '资金', letter: 'p', permissions: ['payment.read'] },
  {
    to: '/payment-batches',
    title: '支付批次',
    icon: 'stack',
    group: '资金',
    letter: 'b',
    permissions: ['payment.read'],
  },
  { to: '/recoveries', title: '追回款', icon: 'rotate', group: '资金', permissions: ['payment.read'] },
  { to: '/roster', title: '花名册', icon: 'people', group: '客户', letter: 'h', permissions: ['roster.read'] },
  {
    to: '/person-checks',
    title: '资料复核',
    icon: 'check',
    group: '客户',
    permissions: ['person.check', 'payee.confirm'],
  },
  { to: '/doubles', title: '重复客户', icon: 'people', group: '客户', permissions: ['person.merge'] },
  { to: '/consents', title: '家属授权', icon: 'file', group: '客户', letter: 'l', permissions: ['proxy.record'] },
  {
    to: '/outreaches',
    title: '可能的理赔',
    icon: 'heart',
    group: '客户',
    letter: 'o',
    permissions: ['roster.outreach'],
  },
  { to: '/notices', title: '通知', icon: 'mail', group: '客户', letter: 'n', permissions: ['notice.read'] },
  { to: '/programmes', title: '方案', icon: 'book', group: '规则', letter: 'f', permissions: ['programme.read'] },
  { to: '/promises', title: '时限规则', icon: 'clock', group: '规则', permissions: ['session'] },
  { to: '/calendars', title: '工作日历', icon: 'clock', group: '规则', permissions: ['session'] },
  { to: '/service-faults', title: '服务中断', icon: 'alert', group: '规则', permissions: ['promise.manage'] },
  { to: '/staff', title: '人员与权限', icon: 'user', group: '管理', letter: 's', permissions: ['identity.read'] },
  {
    to: '/changes',
    title: '待复核变更',
    icon: 'bell',
    group: '管理',
    permissions: ['identity.check', 'identity.manage', 'payee.propose', 'payee.confirm'],
  },
  { to: '/audit', title: '审计日志', icon: 'shield', group: '管理', letter: 'a', permissions: ['audit.read'] },
]
