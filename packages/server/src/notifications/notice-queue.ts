/** NTF-04: how many notices are on their way by each channel, and how many failed in the last seven days. */
import type { noticeQueue as route } from '@anpei/contract/notifications'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { queueCounts } from './store.ts'

const DAYS_MS = 7 * 86_400_000

export async function noticeQueue(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const since = new Date(Date.parse(tx.now) - DAYS_MS).toISOString()
  return ok({ counts: await queueCounts(tx.db, tx.actor.tenantId, since) })
}
