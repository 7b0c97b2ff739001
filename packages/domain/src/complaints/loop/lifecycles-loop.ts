/** CMP-13: what a 整改, a case of the library and a review meeting go through. */
import { defineLifecycle } from '../../kernel/index.ts'

export const improvementLifecycle = defineLifecycle({
  name: 'improvement',
  table: 'improvement',
  zh: '整改',
  initial: 'proposed',
  states: {
    proposed: { zh: '已提出，待下达', en: 'proposed', phase: 'open' },
    assigned: { zh: '整改中', en: 'assigned', phase: 'open' },
    done: { zh: '已整改，待测效果', en: 'done, effect not measured', phase: 'open' },
    measured: { zh: '已测效果，待认可', en: 'effect measured', phase: 'open' },
    accepted: { zh: '已认可', en: 'accepted', phase: 'ended' },
    dropped: { zh: '不再需要', en: 'dropped', phase: 'ended' },
  },
  transitions: {
    assign: { from: ['proposed', 'assigned'], to: 'assigned', permission: 'complaint.coordinate', zh: '下达' },
    report: { from: ['assigned'], to: 'done', permission: 'complaint.improve', zh: '报告整改完成' },
    measure: { from: ['done', 'measured'], to: 'measured', permission: 'complaint.improve', zh: '测效果' },
    accept: { from: ['measured'], to: 'accepted', permission: 'complaint.improve', zh: '认可' },
    again: { from: ['done', 'measured'], to: 'assigned', permission: 'complaint.improve', zh: '重新整改' },
    drop: { from: ['proposed', 'assigned'], to: 'dropped', permission: 'complaint.coordinate', zh: '不再需要' },
  },
})
export type ImprovementState = keyof typeof improvementLifecycle.states

export const libraryLifecycle = defineLifecycle({
  name: 'library_case',
  table: 'library_case',
  zh: '案例',
  initial: 'drafted',
  states: {
    drafted: { zh: '待复核', en: 'waits for a second person', phase: 'open' },
    returned: { zh: '已退回', en: 'returned', phase: 'open' },
    published: { zh: '已入库', en: 'in the library', phase: 'ended' },
  },
  transitions: {
    redraft: { from: ['drafted', 'returned'], to: 'drafted', permission: 'complaint.improve', zh: '修改案例' },
    publish: { from: ['drafted'], to: 'published', permission: 'complaint.improve', zh: '复核入库' },
    return: { from: ['drafted'], to: 'returned', permission: 'complaint.improve', zh: '退回' },
  },
})
export type LibraryState = keyof typeof libraryLifecycle.states

export const reviewLifecycle = defineLifecycle({
  name: 'review_meeting',
  table: 'review_meeting',
  zh: '复盘会',
  initial: 'prepared',
  states: {
    prepared: { zh: '待召开', en: 'prepared', phase: 'open' },
    held: { zh: '已召开', en: 'held', phase: 'ended' },
  },
  transitions: {
    hold: { from: ['prepared'], to: 'held', permission: 'complaint.improve', zh: '登记会议纪要' },
  },
})
export type ReviewState = keyof typeof reviewLifecycle.states
