/**
 * CMP-07, T23: who was promised money of a claim in the answer to a complaint is told of it every day until it has
 * arrived, by the notices every family gets. The telling itself, its clock and its end belong to the claim.
 */
import { worryAbout } from '../../claims/index.ts'
import type { StoredEvent } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { promisedPaymentsOf } from './store-proposals.ts'

export const TELL_DAILY = 'complaints.tell_daily'

export async function tellDaily(tx: Tx, event: StoredEvent): Promise<void> {
  const acts = await promisedPaymentsOf(tx, event.subjectId)
  const claimIds = new Set(acts.flatMap((act) => act.claimId ?? []))
  for (const claimId of [...claimIds].sort()) await worryAbout(tx, claimId)
}
