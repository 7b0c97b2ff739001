/** Events and refusals of the import of past complaints (CMP-13). */
import type { RefusalCatalogue } from '../../kernel/index.ts'

export const historyEventCatalogue = {
  'complaint_import.uploaded': '上传历史投诉文件',
  'complaint_import.rehearsed': '试导入历史投诉：{rows} 行，问题行 {bad}',
  'complaint_import.finished': '导入历史投诉：新增 {fresh}，更新 {changed}，不变 {unchanged}，问题行 {bad}',
  'complaint_import.cancelled': '取消历史投诉导入',
  'complaint_import.rejects_written': '写出历史投诉的问题行',
  'complaint_import.mapping_saved': '保存历史投诉的列对应',
} as const

export const historyRefusals = {
  'complaint.history_columns_missing': {
    status: 409,
    zh: '还没有指明这些列：{missing}。',
    en: 'These columns are not named yet: {missing}.',
  },
  'complaint.history_columns_unknown': {
    status: 409,
    zh: '文件里没有这些列：{columns}。',
    en: 'The file has no such columns: {columns}.',
  },
  'complaint.history_cancelled': {
    status: 409,
    zh: '已取消，没有写入任何内容。',
    en: 'Cancelled; nothing was written.',
  },
} as const satisfies RefusalCatalogue
