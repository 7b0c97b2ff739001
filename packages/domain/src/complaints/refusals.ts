/** Refusals of the complaints row (CMP). */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const complaintRefusals = {
  'complaint.recused': {
    status: 403,
    zh: '您须回避：{why}，不能办理、联系或办结本件。',
    en: 'You must keep out of this case: {why}.',
  },
  'complaint.received_in_future': {
    status: 409,
    zh: '收到投诉的时间晚于现在，请核对。',
    en: 'A complaint cannot be received in the future.',
  },
} as const satisfies RefusalCatalogue
