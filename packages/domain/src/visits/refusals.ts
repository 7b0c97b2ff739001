/** Refusals of the visits row (SRV-09, CLM-02). */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const visitRefusals = {
  'visit.nobody_named': { status: 409, zh: '请选择客户，或填写姓名。', en: 'Choose the person or give a name.' },
  'visit.phone_missing': { status: 409, zh: '请填写联系电话。', en: 'A telephone number is missing.' },
  'visit.requested_in_future': {
    status: 409,
    zh: '提出时间不能晚于现在。',
    en: 'It cannot have been asked for in the future.',
  },
  'visit.wish_out_of_range': {
    status: 409,
    zh: '方便的时间请在 {from} 至 {to} 之间选择。',
    en: 'Choose times between {from} and {to}.',
  },
} as const satisfies RefusalCatalogue
