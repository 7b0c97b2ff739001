/** CMP-03, CMP-12: two complaints that hang together stand beside each other; no clock grows longer by it. */
import type { ComplaintStand, linkComplaint as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { standOf } from './stand.ts'
import { newLinkWriting } from './store-links.ts'
import { findComplaint } from './store.ts'
import { lockToCoordinate, saveComplaint } from './work-on.ts'

export async function linkComplaint(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const found = await lockToCoordinate(tx, params.complaintId)
  if (!found.ok) return found
  const complaint = found.value
  const { id, personId, state } = complaint
  if (body.otherId === id) return refuse('complaint.merge_with_itself')
  const other = await findComplaint(tx, body.otherId, 'complaint.read')
  if (!other.ok) return other
  saveComplaint(tx, complaint, {}, [newLinkWriting(tx, id, { kind: 'complaint', id: body.otherId })])
  const facts = { otherId: body.otherId }
  tx.record({ name: 'complaint.linked', subject: { kind: 'complaint', id }, personId, reason: body.reason, facts })
  return ok(standOf(complaint, state))
}
