/** SRV-05: the promises of a request run with what happened to it (SLA §2 rule 1). */
import type { Tx } from '../http/index.ts'
import { deriveClocks } from '../sla/index.ts'
import { saveRequestDue } from './store-due.ts'

/** To be called behind the last event a command records. */
export async function settleRequest(tx: Tx, requestId: string): Promise<void> {
  const next = await deriveClocks(tx, { kind: 'request', id: requestId })
  tx.later(saveRequestDue(tx, [{ id: requestId, ...next }]))
}
