/** CMP-08, 令2020-3 art. 20: 核查 may be asked for within thirty days of the decision; then the superior looks again. */
import type { askRecheck as route, ComplaintStand } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findComplaint } from '../store.ts'
import { enterRecheck } from './enter-recheck.ts'

export async function askRecheck(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const locked = await findComplaint(tx, params.complaintId, 'complaint.record', true)
  if (!locked.ok) return locked
  return enterRecheck(tx, locked.value, { why: body.why, askedAt: body.askedAt ?? tx.now })
}
