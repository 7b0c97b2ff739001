/** CMP-12, 令2020-3 art. 29: a 重大投诉 from being proposed until a second person lifts it. */
import { defineLifecycle } from '../../kernel/index.ts'

export const majorLifecycle = defineLifecycle({
  name: 'complaint_major',
  table: 'complaint_major',
  zh: '重大投诉',
  initial: 'proposed',
  states: {
    proposed: { zh: '待宣布', en: 'proposed', phase: 'open' },
    declared: { zh: '处置中', en: 'declared', phase: 'open' },
    settled: { zh: '现场已处置完', en: 'settled on site', phase: 'open' },
    lifting: { zh: '待批准解除', en: 'lifting waits for approval', phase: 'open' },
    lifted: { zh: '已解除', en: 'lifted', phase: 'ended' },
  },
  transitions: {
    declare: { from: ['proposed', 'lifted'], to: 'declared', permission: 'complaint.coordinate', zh: '宣布' },
    settle: { from: ['declared'], to: 'settled', permission: 'complaint.read', zh: '现场处置完毕' },
    askLift: { from: ['proposed', 'settled'], to: 'lifting', permission: 'complaint.coordinate', zh: '申请解除' },
    keep: { from: ['lifting'], to: 'declared', permission: 'complaint.approve', zh: '不同意解除' },
    lift: { from: ['lifting'], to: 'lifted', permission: 'complaint.approve', zh: '解除' },
  },
})
export type MajorState = keyof typeof majorLifecycle.states
