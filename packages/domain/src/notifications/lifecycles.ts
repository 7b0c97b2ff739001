/** The lives of a notice in the outbox, of one attempt to hand it over, and of a template's version (NTF-01…03). */
import { defineLifecycle } from '../kernel/index.ts'

export const noticeLifecycle = defineLifecycle({
  name: 'notice',
  table: 'notice',
  zh: '通知',
  initial: 'waiting',
  states: {
    waiting: { zh: '待发', en: 'waiting', phase: 'open' },
    sent: { zh: '已发出，等回执', en: 'sent', phase: 'open' },
    delivered: { zh: '已到对方，未确认看到', en: 'delivered', phase: 'open' },
    reached: { zh: '已送达', en: 'reached', phase: 'ended' },
    failed: { zh: '未能送达', en: 'failed', phase: 'ended' },
    stopped: { zh: '已停发', en: 'stopped', phase: 'ended' },
  },
  transitions: {
    send: { from: ['waiting'], to: 'sent', permission: 'session', zh: '发出' },
    pass_on: { from: ['waiting', 'sent', 'delivered'], to: 'waiting', permission: 'session', zh: '改用下一渠道' },
    // The person stands at the counter: whatever was tried before, also in vain, a slip is printed and signed.
    print: {
      from: ['waiting', 'sent', 'delivered', 'failed'],
      to: 'waiting',
      permission: 'notice.handle',
      zh: '打印柜面签收单',
    },
    deliver: { from: ['waiting', 'sent', 'delivered'], to: 'delivered', permission: 'session', zh: '到达' },
    // A receipt or a person may tell of it after we had given up.
    reach: {
      from: ['waiting', 'sent', 'delivered', 'failed'],
      to: 'reached',
      permission: 'session',
      zh: '送达',
    },
    give_up: { from: ['waiting', 'sent', 'delivered'], to: 'failed', permission: 'session', zh: '放弃' },
    stop: { from: ['waiting', 'sent', 'delivered'], to: 'stopped', permission: 'notice.handle', zh: '停发' },
    retry: { from: ['failed', 'stopped'], to: 'waiting', permission: 'notice.handle', zh: '重新发送' },
  },
})
export type NoticeState = keyof typeof noticeLifecycle.states

export const attemptLifecycle = defineLifecycle({
  name: 'notice_attempt',
  table: 'notice_attempt',
  zh: '送达尝试',
  initial: 'sending',
  states: {
    sending: { zh: '办理中', en: 'under way', phase: 'open' },
    accepted: { zh: '对方已收下', en: 'accepted', phase: 'open' },
    delivered: { zh: '已到手机或邮箱', en: 'delivered', phase: 'open' },
    reached: { zh: '已送达', en: 'reached', phase: 'ended' },
    failed: { zh: '没有成功', en: 'failed', phase: 'ended' },
  },
  transitions: {
    accept: { from: ['sending'], to: 'accepted', permission: 'session', zh: '收下' },
    deliver: { from: ['sending', 'accepted', 'delivered'], to: 'delivered', permission: 'session', zh: '到达' },
    reach: {
      from: ['sending', 'accepted', 'delivered', 'failed'],
      to: 'reached',
      permission: 'session',
      zh: '送达',
    },
    fail: { from: ['sending', 'accepted', 'delivered'], to: 'failed', permission: 'session', zh: '失败' },
  },
})
export type AttemptState = keyof typeof attemptLifecycle.states

export const templateLifecycle = defineLifecycle({
  name: 'notice_template',
  table: 'notice_template',
  zh: '通知模板',
  initial: 'draft',
  states: {
    draft: { zh: '草稿', en: 'draft', phase: 'open' },
    proposed: { zh: '待复核', en: 'waiting for a second person', phase: 'open' },
    approved: { zh: '已通过', en: 'approved', phase: 'ended' },
    returned: { zh: '已退回', en: 'returned', phase: 'ended' },
  },
  transitions: {
    propose: { from: ['draft'], to: 'proposed', permission: 'notice.template_edit', zh: '提交复核' },
    approve: { from: ['proposed'], to: 'approved', permission: 'notice.template_check', zh: '通过' },
    return: { from: ['proposed'], to: 'returned', permission: 'notice.template_check', zh: '退回' },
  },
})
export type TemplateState = keyof typeof templateLifecycle.states
