/** Whether a notice of a subject still waits for a person to hand it over (NTF-03). */
import { isByHand, noticeLifecycle } from '@anpei/domain/notifications'
import type { Tx } from '../http/index.ts'
import { noticesOf } from './store.ts'

export async function waitsByHand(tx: Tx, subjectId: string): Promise<boolean> {
  const filter = { subjectId, state: noticeLifecycle.initial, beforeId: null, limit: 100 }
  return (await noticesOf(tx, filter)).some((one) => isByHand(one.channel))
}
