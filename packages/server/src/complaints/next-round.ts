/** CMP-03, CMP-10: what was decided no longer stands: the same number is decided, told and asked after anew. */
import { dropCallbacks } from '../callbacks/index.ts'
import type { Tx } from '../http/index.ts'
import type { ComplaintChange, ComplaintRecord } from './store.ts'

/** The change of the complaint; callbacks about the earlier round are no longer owed. */
export async function nextRound(tx: Tx, { id, round }: ComplaintRecord): Promise<ComplaintChange> {
  await dropCallbacks(tx, { kind: 'complaint', id }, '投诉重新办理')
  const nothing = { outcome: null, decidedAt: null, decidedBy: null, toldAt: null, closedAt: null, closedBy: null }
  return { ...nothing, endedAt: null, round: round + 1 }
}
