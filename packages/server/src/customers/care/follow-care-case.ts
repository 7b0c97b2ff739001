/** CUS-04: reports and claims open and end elsewhere; what follows for the person's adviser is done here. */
import type { StoredEvent } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { settleCharge } from './settle-charge.ts'
import { saveCase } from './store-charges.ts'

export const FOLLOW_CASE = 'customers.follow_care_case'

const STEPS: Readonly<Record<string, 'opened' | 'ended'>> = {
  'report.received': 'opened',
  'report.taken_up': 'opened',
  'report.handled': 'ended',
  'claim.registered': 'opened',
  'claim.reopened': 'opened',
  'claim.closed': 'ended',
  'claim.withdrawn': 'ended',
}
/** Of the rows above, heard of by subscription. */
export const CARE_CASE_EVENTS: readonly string[] = Object.keys(STEPS)

export async function followCareCase(tx: Tx, event: StoredEvent): Promise<void> {
  const step = STEPS[event.name]
  const { personId, subjectKind: kind, subjectId: id } = event
  if (!step || personId === null || (kind !== 'report' && kind !== 'claim')) return
  await saveCase(tx, { kind, id, personId, ended: step === 'ended', at: event.at })
  await settleCharge(tx, personId)
}
