/** CMP-13, OPS-05: a file of past complaints, from its arrival to the history it became. */
import { defineLifecycle } from '../../kernel/index.ts'

export const historyImportLifecycle = defineLifecycle({
  name: 'complaint_import',
  table: 'complaint_import',
  zh: '历史投诉导入',
  initial: 'uploaded',
  states: {
    uploaded: { zh: '待对应列', en: 'uploaded', phase: 'open' },
    rehearsing: { zh: '试导入中', en: 'being rehearsed', phase: 'open' },
    rehearsed: { zh: '已试导入，待确认', en: 'rehearsed', phase: 'open' },
    reading: { zh: '正式导入中', en: 'being imported', phase: 'open' },
    done: { zh: '已导入', en: 'imported', phase: 'ended' },
    cancelled: { zh: '已取消', en: 'cancelled', phase: 'ended' },
    failed: { zh: '失败', en: 'failed', phase: 'ended' },
  },
  transitions: {
    rehearse: {
      from: ['uploaded', 'rehearsed'],
      to: 'rehearsing',
      permission: 'complaint.import',
      zh: '试导入',
    },
    endRehearsal: { from: ['rehearsing'], to: 'rehearsed', permission: 'complaint.import', zh: '试导入完成' },
    begin: { from: ['rehearsed'], to: 'reading', permission: 'complaint.import', zh: '正式导入' },
    finish: { from: ['reading'], to: 'done', permission: 'complaint.import', zh: '导入完成' },
    cancel: {
      from: ['uploaded', 'rehearsing', 'rehearsed', 'reading'],
      to: 'cancelled',
      permission: 'complaint.import',
      zh: '取消',
    },
    fail: { from: ['rehearsing', 'reading'], to: 'failed', permission: 'complaint.import', zh: '失败' },
  },
})
export type HistoryImportState = keyof typeof historyImportLifecycle.states
