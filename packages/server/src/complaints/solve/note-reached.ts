/**
 * CMP-08, CMP-10: the decision has reached the customer. The legal period stops, the time to ask for a 核查 begins, and
 * somebody who had no part in the case owes a callback.
 */
import { addDays, dayOfInstant, type Instant } from '@anpei/domain/kernel'
import { oweCallback } from '../../callbacks/index.ts'
import type { Tx } from '../../http/index.ts'
import type { ComplaintRecord } from '../store.ts'
import type { DecisionRecord } from './store-decisions.ts'

/** Asked after within a week of the answer. */
const CALLBACK_DAYS = 7

export async function noteReached(
  tx: Tx,
  complaint: ComplaintRecord,
  { letterNo }: Pick<DecisionRecord, 'letterNo'>,
  at: Instant,
  unreachable = false,
): Promise<void> {
  const subject = { kind: 'complaint', id: complaint.id }
  const { personId, round, concernedIds, lineIds, responsibleId, told, complaintNo } = complaint
  const entry = { subject, personId, at, facts: { letterNo } }
  tx.record({ ...entry, name: 'complaint.decision_told' })
  tx.record({ ...entry, name: 'complaint.decision_delivered' })
  const { name, phone, relation } = told.complainant
  // Nobody knows whom to call: without a name, a number and a person of the register.
  if (unreachable || (personId === null && name === '' && phone === '')) return
  await oweCallback(tx, {
    occasion: round > 1 ? 'complaint_reopened' : 'complaint_closed',
    subject,
    about: complaintNo,
    round,
    personId,
    ...(personId !== null && phone === '' ? {} : { contact: { name, phone, relation } }),
    dueOn: addDays(dayOfInstant(at), CALLBACK_DAYS),
    excluded: [...concernedIds, ...lineIds, ...(responsibleId === null ? [] : [responsibleId])],
  })
}
