import type { NoticeRow } from '@anpei/contract/notifications'
import type { Tone } from '../kit/index.ts'

export const noticeTones: Readonly<Record<NoticeRow['state'], Tone>> = {
  waiting: 'amber',
  sent: 'blue',
  delivered: 'blue',
  reached: 'green',
  failed: 'red',
  stopped: 'grey',
}
