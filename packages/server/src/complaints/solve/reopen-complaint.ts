/** CMP-10: the customer says again that it is not settled; the same number is worked on anew. */
import type { ComplaintStand, reopenComplaint as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { standOf } from '../stand.ts'
import { lockImpartially } from '../work-on.ts'
import { reopen } from './reopen.ts'

export async function reopenComplaint(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<ComplaintStand>> {
  const locked = await lockImpartially(tx, params.complaintId, 'complaint.coordinate')
  if (!locked.ok) return locked
  const state = await reopen(tx, locked.value, body.reason)
  if (!state.ok) return state
  return ok(standOf(locked.value, state.value))
}
