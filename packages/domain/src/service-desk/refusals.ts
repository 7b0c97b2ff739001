/** Refusals of the service desk (SRV-01, SRV-04, SRV-08). */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const deskRefusals = {
  'desk.received_in_future': {
    status: 409,
    zh: '收到时间不能晚于现在。',
    en: 'It cannot have been received in the future.',
  },
} as const satisfies RefusalCatalogue
