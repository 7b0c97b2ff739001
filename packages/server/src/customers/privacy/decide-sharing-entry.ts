/** CUS-09: an entry is confirmed by a second person before anything may leave under it. */
import type { decideSharingEntry as route, SharingEntry } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { sharingLifecycle } from '@anpei/domain/customers'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findSharing, saveSharing } from './store-sharing.ts'
import { sharingView } from './views-sharing.ts'

export async function decideSharingEntry(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<SharingEntry>> {
  const entry = await findSharing(tx.db, tx.actor.tenantId, params.entryId, true)
  if (!entry) return refuse('request.not_found')
  if (entry.made_by === tx.actor.id) return refuse('customers.sharing_four_eyes')
  const moved = transition(sharingLifecycle, body.approve ? 'confirm' : 'reject', entry.state)
  if (!moved.ok) return moved
  await saveSharing(tx, entry.id, moved.value, { checked: true, comment: body.comment })
  tx.record({
    name: body.approve ? 'sharing.confirmed' : 'sharing.rejected',
    subject: { kind: 'sharing_entry', id: entry.id },
    ...(body.comment ? { reason: body.comment } : {}),
  })
  return sharingView(tx, entry.id)
}
