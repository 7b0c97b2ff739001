/** SRV-05, CLM-02: the promises of a visit run with what happened to it (SLA §2 rule 1). */
import type { Tx } from '../http/index.ts'
import { deriveClocks, type NextDue } from '../sla/index.ts'
import { saveVisitDue } from './store-due.ts'

/** To be called behind the last event a command records. */
export async function settleVisit(tx: Tx, visitId: string, fresh = false): Promise<NextDue> {
  const next = await deriveClocks(tx, { kind: 'visit', id: visitId }, fresh)
  tx.later(saveVisitDue(tx, [{ id: visitId, ...next }]))
  return next
}
