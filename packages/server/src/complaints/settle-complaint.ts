/** CMP-09: legal and promised clocks of a complaint run with what happened to it (SLA §2 rule 1). */
import type { Tx } from '../http/index.ts'
import { deriveClocks } from '../sla/index.ts'
import { saveComplaintDue } from './store-due.ts'

/** To be called behind the last event a command records. */
export async function settleComplaint(tx: Tx, complaintId: string): Promise<void> {
  const next = await deriveClocks(tx, { kind: 'complaint', id: complaintId })
  tx.later(saveComplaintDue(tx, [{ id: complaintId, ...next }]))
}
