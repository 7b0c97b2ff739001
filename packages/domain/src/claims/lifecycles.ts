/**
 * Lifecycles of the claims row: report (报案), claim (赔案), line (给付项), proposal (审批件), payment (支付).
 * SPEC CLM-01, CLM-08, CLM-10, CLM-12.
 */
import { defineLifecycle } from '../kernel/index.ts'

export const reportLifecycle = defineLifecycle({
  name: 'report',
  table: 'report',
  zh: '报案',
  initial: 'draft',
  states: {
    draft: { zh: '待核实', en: 'to be verified', phase: 'open' },
    verified: { zh: '已核实', en: 'verified', phase: 'open' },
    registered: { zh: '已立案', en: 'registered', phase: 'ended' },
    not_opened: { zh: '未立案', en: 'not opened', phase: 'ended' },
    cancelled: { zh: '已注销', en: 'cancelled', phase: 'ended' },
  },
  transitions: {
    verify: { from: ['draft'], to: 'verified', permission: 'report.verify', zh: '核实' },
    register: { from: ['verified'], to: 'registered', permission: 'report.verify', zh: '立案' },
    decline: { from: ['draft', 'verified'], to: 'not_opened', permission: 'report.verify', zh: '不予立案' },
    cancel: { from: ['draft', 'verified'], to: 'cancelled', permission: 'report.verify', zh: '注销' },
    take_up_again: { from: ['not_opened', 'cancelled'], to: 'verified', permission: 'report.verify', zh: '重新核实' },
  },
})

export const claimLifecycle = defineLifecycle({
  name: 'claim',
  table: 'claim',
  zh: '赔案',
  initial: 'collecting',
  states: {
    collecting: { zh: '资料收集', en: 'collecting papers', phase: 'open' },
    reviewing: { zh: '资料审核', en: 'reviewing papers', phase: 'open' },
    assessing: { zh: '责任认定与计算', en: 'assessing', phase: 'open' },
    approving: { zh: '审批', en: 'awaiting approval', phase: 'open' },
    settling: { zh: '通知与支付', en: 'notifying and paying', phase: 'open' },
    closed: { zh: '已结案', en: 'closed', phase: 'ended' },
    withdrawn: { zh: '已撤案', en: 'withdrawn', phase: 'ended' },
  },
  transitions: {
    complete_file: { from: ['collecting'], to: 'reviewing', permission: 'claim.collect', zh: '资料收齐' },
    ask_supplement: {
      from: ['reviewing', 'assessing'],
      to: 'collecting',
      permission: 'claim.review',
      zh: '要求补充资料',
    },
    finish_review: { from: ['reviewing'], to: 'assessing', permission: 'claim.review', zh: '完成资料审核' },
    propose: { from: ['assessing'], to: 'approving', permission: 'claim.assess', zh: '提交审批' },
    return: { from: ['approving'], to: 'assessing', permission: 'claim.approve', zh: '退回' },
    leave_open: { from: ['approving'], to: 'assessing', permission: 'claim.approve', zh: '部分项目已定，其余继续' },
    decide: { from: ['approving'], to: 'settling', permission: 'claim.approve', zh: '作出决定' },
    close: { from: ['settling'], to: 'closed', permission: 'claim.close', zh: '结案' },
    withdraw: {
      from: ['collecting', 'reviewing', 'assessing'],
      to: 'withdrawn',
      permission: 'claim.withdraw',
      zh: '撤案',
    },
    reopen: { from: ['closed', 'withdrawn', 'settling'], to: 'assessing', permission: 'claim.reopen', zh: '重开' },
  },
})

export const lineLifecycle = defineLifecycle({
  name: 'line',
  table: 'claim_line',
  zh: '给付项',
  initial: 'open',
  states: {
    open: { zh: '待认定', en: 'open', phase: 'open' },
    proposed: { zh: '审批中', en: 'proposed', phase: 'open' },
    approved: { zh: '待支付', en: 'approved', phase: 'open' },
    paid: { zh: '已支付', en: 'paid', phase: 'ended' },
    denied: { zh: '不予给付', en: 'denied', phase: 'ended' },
    not_applicable: { zh: '不适用', en: 'not applicable', phase: 'ended' },
    withdrawn: { zh: '已撤回', en: 'withdrawn', phase: 'ended' },
  },
  transitions: {
    propose: { from: ['open'], to: 'proposed', permission: 'claim.assess', zh: '提交' },
    return: { from: ['proposed'], to: 'open', permission: 'claim.approve', zh: '退回' },
    approve: { from: ['proposed'], to: 'approved', permission: 'claim.approve', zh: '核定给付' },
    deny: { from: ['proposed'], to: 'denied', permission: 'claim.approve', zh: '决定不予给付' },
    set_aside: { from: ['proposed'], to: 'not_applicable', permission: 'claim.approve', zh: '确认不适用' },
    finish_paying: { from: ['approved'], to: 'paid', permission: 'payment.return', zh: '付讫' },
    withdraw: { from: ['open'], to: 'withdrawn', permission: 'claim.withdraw', zh: '撤回' },
    reopen: {
      from: ['paid', 'denied', 'not_applicable', 'withdrawn', 'approved'],
      to: 'open',
      permission: 'claim.reopen',
      zh: '重开',
    },
  },
})

export const proposalLifecycle = defineLifecycle({
  name: 'proposal',
  table: 'proposal',
  zh: '审批件',
  initial: 'waiting',
  states: {
    waiting: { zh: '待审批', en: 'waiting', phase: 'open' },
    approved: { zh: '已通过', en: 'approved', phase: 'ended' },
    returned: { zh: '已退回', en: 'returned', phase: 'ended' },
  },
  transitions: {
    approve: { from: ['waiting'], to: 'approved', permission: 'claim.approve', zh: '通过' },
    return: { from: ['waiting'], to: 'returned', permission: 'claim.approve', zh: '退回' },
  },
})

export const paymentLifecycle = defineLifecycle({
  name: 'payment',
  table: 'payment',
  zh: '支付',
  initial: 'due',
  states: {
    due: { zh: '待付', en: 'due', phase: 'open' },
    signing: { zh: '现金待第二人签字', en: 'cash waits for the second signature', phase: 'open' },
    batched: { zh: '已编批', en: 'in a batch', phase: 'open' },
    sent: { zh: '已送银行', en: 'sent to the bank', phase: 'open' },
    paid: { zh: '已到账', en: 'paid', phase: 'ended' },
    failed: { zh: '付款失败', en: 'failed', phase: 'ended' },
    cancelled: { zh: '已取消', en: 'cancelled', phase: 'ended' },
  },
  transitions: {
    batch: { from: ['due'], to: 'batched', permission: 'payment.batch', zh: '编入批次' },
    unbatch: { from: ['batched'], to: 'due', permission: 'payment.batch', zh: '移出批次' },
    send: { from: ['batched'], to: 'sent', permission: 'payment.send', zh: '送银行' },
    confirm: { from: ['sent'], to: 'paid', permission: 'payment.return', zh: '确认到账' },
    fail: { from: ['sent'], to: 'failed', permission: 'payment.return', zh: '登记失败' },
    offer_cash: { from: ['due'], to: 'signing', permission: 'payment.cash', zh: '登记付现金' },
    hand_over: { from: ['signing'], to: 'paid', permission: 'payment.cash', zh: '现金付讫' },
    call_off: { from: ['signing'], to: 'due', permission: 'payment.cash', zh: '撤回付现金' },
    cancel: { from: ['due'], to: 'cancelled', permission: 'claim.reopen', zh: '取消' },
  },
})

export const batchLifecycle = defineLifecycle({
  name: 'payment_batch',
  table: 'payment_batch',
  zh: '支付批次',
  initial: 'open',
  states: {
    open: { zh: '编制中', en: 'open', phase: 'open' },
    sent: { zh: '已送银行', en: 'sent', phase: 'open' },
    answered: { zh: '部分回盘', en: 'partly answered', phase: 'open' },
    closed: { zh: '已完成', en: 'closed', phase: 'ended' },
  },
  transitions: {
    send: { from: ['open'], to: 'sent', permission: 'payment.send', zh: '送银行' },
    answer: { from: ['sent', 'answered'], to: 'answered', permission: 'payment.return', zh: '导入回盘' },
    finish: { from: ['sent', 'answered'], to: 'closed', permission: 'payment.return', zh: '完成' },
  },
})

export const taskLifecycle = defineLifecycle({
  name: 'task',
  table: 'claim_task',
  zh: '任务',
  initial: 'open',
  states: {
    open: { zh: '进行中', en: 'open', phase: 'open' },
    waiting: { zh: '等前一项办完', en: 'waiting for another task', phase: 'open' },
    done: { zh: '已完成', en: 'done', phase: 'ended' },
    dropped: { zh: '已取消', en: 'dropped', phase: 'ended' },
  },
  transitions: {
    wait: { from: ['open'], to: 'waiting', permission: 'claim.investigate', zh: '等前一项' },
    begin: { from: ['waiting'], to: 'open', permission: 'claim.investigate', zh: '轮到办理' },
    finish: { from: ['open'], to: 'done', permission: 'claim.investigate', zh: '完成' },
    drop: { from: ['open', 'waiting'], to: 'dropped', permission: 'claim.investigate', zh: '取消' },
  },
})

export const underpaymentLifecycle = defineLifecycle({
  name: 'underpayment',
  table: 'underpayment',
  zh: '少付',
  initial: 'open',
  states: {
    open: { zh: '待更正', en: 'open', phase: 'open' },
    corrected: { zh: '已更正', en: 'corrected', phase: 'ended' },
  },
  transitions: {
    correct: { from: ['open'], to: 'corrected', permission: 'sweep.run', zh: '更正' },
  },
})

type KeysOf<T extends { readonly states: object }> = keyof T['states']
export type ReportState = KeysOf<typeof reportLifecycle>
export type ClaimState = KeysOf<typeof claimLifecycle>
export type LineState = KeysOf<typeof lineLifecycle>
export type ProposalState = KeysOf<typeof proposalLifecycle>
export type PaymentState = KeysOf<typeof paymentLifecycle>
export type BatchState = KeysOf<typeof batchLifecycle>
export type TaskState = KeysOf<typeof taskLifecycle>
export type UnderpaymentState = KeysOf<typeof underpaymentLifecycle>
