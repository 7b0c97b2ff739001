/** Refusals of the import of past complaints (CMP-13). */
import type { RefusalCatalogue } from '../../kernel/index.ts'

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
