/**
 * NTF-03, T41: the result counts as told once its notice has reached, by whichever channel, and from when it did.
 * Before a channel is tried it is asked whether somebody told the result in the meantime.
 */
import { transition } from '@anpei/domain/kernel'
import { enrolmentLifecycle } from '@anpei/domain/programme'
import { sql } from 'kysely'
import type { StoredEvent } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import type { CheckNotices } from '../../notifications/index.ts'
import { settleEnrolment } from './store-enrolment-due.ts'
import { enrolmentOfErrand, saveEnrolment } from './store-enrolments.ts'

export const FOLLOW_RESULT = 'programme.follow_result_notice'
/** Of the notifications row. */
export const REACHED_EVENTS = ['notice.reached', 'notice.reached_by_hand'] as const

export async function followResultNotice(tx: Tx, event: StoredEvent): Promise<void> {
  const { subjectKind, subjectId: id } = event
  if (subjectKind !== 'enrolment') return
  const { state, personId } = await enrolmentOfErrand(tx, id)
  const told = transition(enrolmentLifecycle, 'tell', state)
  // A person was faster than the receipt.
  if (!told.ok) return
  await saveEnrolment(tx, id, told.value)
  const { noticeId = null, channel = null } = event.facts
  const facts = { noticeId, channel }
  tx.record({ name: 'enrolment.result_told', subject: { kind: 'enrolment', id }, personId, at: event.at, facts })
  await settleEnrolment(tx, id)
}

export const checkResultNotices: CheckNotices = async (tx, notices) => {
  const own = notices.filter((notice) => notice.subjectKind === 'enrolment')
  if (own.length === 0) return new Map()
  const { rows } = await sql<{ id: string }>`select id from enrolment where tenant_id = ${tx.actor.tenantId}
    and id = any(${own.map((notice) => notice.subjectId)}::uuid[]) and ended_at is not null`.execute(tx.db)
  const ended = new Set(rows.map((row) => row.id))
  return new Map(own.flatMap(({ id, subjectId }) => (ended.has(subjectId) ? [[id, { stale: '已由人告知' }]] : [])))
}
