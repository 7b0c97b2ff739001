/** RPT-06: the reader has seen the reminders. */
import type { seeDutyNotices as route } from '@anpei/contract/reporting'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { markNoticesSeen } from './store-duty-files.ts'

export async function seeDutyNotices(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  await markNoticesSeen(tx.db, tx.actor.tenantId, tx.actor.id, tx.now)
  return ok({})
}
