/** ORG-01: the promises of a broker or an agency to its client run with what happened to the case (SLA §2 rule 1). */
import type { Tx } from '../http/index.ts'
import { deriveClocks } from '../sla/index.ts'
import { saveAssistDue } from './store-due.ts'

/** To be called behind the last event a command records. */
export async function settleAssist(tx: Tx, assistId: string, fresh = false): Promise<void> {
  const next = await deriveClocks(tx, { kind: 'assisted_claim', id: assistId }, fresh)
  tx.later(saveAssistDue(tx, [{ id: assistId, ...next }]))
}
