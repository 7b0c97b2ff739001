/**
 * SRV-07: the road of a product introduction: prepared (needs, comparison, recommendation), explained, confirmed by the
 * customer with proof; then, where the customer wants it, the application form signed, handed over and answered.
 */
import { defineLifecycle } from '../kernel/index.ts'

export const introductionLifecycle = defineLifecycle({
  name: 'introduction',
  table: 'introduction',
  zh: '产品介绍',
  initial: 'opened',
  states: {
    opened: { zh: '准备中', en: 'in preparation', phase: 'open' },
    explained: { zh: '已讲解，待确认', en: 'explained, to be confirmed', phase: 'open' },
    confirmed: { zh: '客户已确认', en: 'confirmed by the customer', phase: 'ended' },
    applied: { zh: '投保单已签，待递交', en: 'application signed, to be handed over', phase: 'open' },
    handed: { zh: '已递交，待答复', en: 'handed over, to be answered', phase: 'open' },
    answered: { zh: '已答复', en: 'answered', phase: 'ended' },
    dropped: { zh: '客户不办', en: 'dropped', phase: 'ended' },
  },
  transitions: {
    prepare: { from: ['opened'], to: 'opened', permission: 'introduction.make', zh: '登记需求' },
    recommend: { from: ['opened'], to: 'opened', permission: 'introduction.make', zh: '推荐' },
    explain: { from: ['opened', 'explained'], to: 'explained', permission: 'introduction.make', zh: '登记讲解' },
    askAgain: { from: ['explained'], to: 'opened', permission: 'introduction.make', zh: '请再讲一遍' },
    confirm: { from: ['explained'], to: 'confirmed', permission: 'introduction.make', zh: '登记客户确认' },
    apply: { from: ['confirmed'], to: 'applied', permission: 'introduction.make', zh: '签投保单' },
    hand: { from: ['applied'], to: 'handed', permission: 'introduction.make', zh: '递交投保单' },
    giveBack: { from: ['handed'], to: 'applied', permission: 'introduction.answer', zh: '退回补正' },
    answer: { from: ['handed'], to: 'answered', permission: 'introduction.answer', zh: '登记答复' },
    drop: {
      from: ['opened', 'explained', 'confirmed', 'applied'],
      to: 'dropped',
      permission: 'introduction.make',
      zh: '客户不办',
    },
  },
})

export type IntroductionState = keyof typeof introductionLifecycle.states
export type IntroductionAct = keyof typeof introductionLifecycle.transitions
