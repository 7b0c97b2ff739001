/** CMP-08, NTF-03: the mail with the decision has arrived: its receipt is the proof, from when it says so. */
import { printedMinute } from '@anpei/domain/notifications'
import { sql } from 'kysely'
import type { StoredEvent } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import type { CheckNotices } from '../../notifications/index.ts'
import { findComplaint } from '../store.ts'
import { DECISION_TEMPLATES } from './decision-notice.ts'
import { enterReached } from './enter-reached.ts'
import { decisionsOf } from './store-decisions.ts'

export const FOLLOW_DECISION = 'complaints.follow_decision_notice'

export async function followDecisionNotice(tx: Tx, event: StoredEvent): Promise<void> {
  if (event.subjectKind !== 'complaint') return
  const found = await findComplaint(tx, event.subjectId, 'complaint.read', true)
  if (!found.ok) return
  const complaint = found.value
  const [decision] = await decisionsOf(tx, complaint)
  // Somebody was faster than the receipt, or it is one of an earlier round.
  if (!decision?.sentAt || decision.reachedAt !== null || decision.round !== complaint.round) return
  if (event.at < decision.decidedAt) return
  const proof = `邮件送达回执 ${printedMinute(event.at)}`
  const done = await enterReached(tx, complaint, decision, { at: event.at, proof })
  if (!done.ok) throw new Error(`a decision that reached and cannot be told: ${done.code}`)
}

/** What has reached, or belongs to an earlier round, is not sent any more. */
export const checkDecisionNotices: CheckNotices = async (tx, notices) => {
  const ours: readonly string[] = Object.values(DECISION_TEMPLATES)
  const own = notices.filter((notice) => ours.includes(notice.template))
  if (own.length === 0) return new Map()
  const { rows } = await sql<{ id: string }>`select id from complaint where tenant_id = ${tx.actor.tenantId}
    and id = any(${own.map((notice) => notice.subjectId)}::uuid[]) and state <> 'decided'`.execute(tx.db)
  const told = new Set(rows.map((row) => row.id))
  return new Map(own.flatMap(({ id, subjectId }) => (told.has(subjectId) ? [[id, { stale: '已经告知' }]] : [])))
}
