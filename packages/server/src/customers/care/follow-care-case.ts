/**
 * CUS-04: reports, claims and complaints open and end elsewhere; what follows for the person's adviser is done here. A
 * complaint may come to its person later, or to another one; one that became a tip ends without a word about whose it
 * was.
 */
import type { StoredEvent } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { settleCharge } from './settle-charge.ts'
import { personOfCase, saveCase } from './store-charges.ts'

export const FOLLOW_CASE = 'customers.follow_care_case'

const STEPS: Readonly<Record<string, 'opened' | 'ended'>> = {
  'report.received': 'opened',
  'report.taken_up': 'opened',
  'report.handled': 'ended',
  'claim.registered': 'opened',
  'claim.reopened': 'opened',
  'claim.closed': 'ended',
  'claim.withdrawn': 'ended',
  'complaint.received': 'opened',
  'complaint.tied': 'opened',
  'complaint.reopened': 'opened',
  'complaint.unmerged': 'opened',
  'complaint.ended': 'ended',
  'complaint.closed': 'ended',
}
/** Of the rows above, heard of by subscription. */
export const CARE_CASE_EVENTS: readonly string[] = Object.keys(STEPS)

export async function followCareCase(tx: Tx, event: StoredEvent): Promise<void> {
  const step = STEPS[event.name]
  const { subjectKind: kind, subjectId: id } = event
  if (!step || (kind !== 'report' && kind !== 'claim' && kind !== 'complaint')) return
  const before = kind === 'complaint' ? await personOfCase(tx, kind, id) : null
  const personId = event.personId ?? before
  if (personId === null) return
  await saveCase(tx, { kind, id, personId, ended: step === 'ended', at: event.at })
  await settleCharge(tx, personId)
  if (before !== null && before !== personId) await settleCharge(tx, before)
}
