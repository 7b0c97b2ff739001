/** CUS-09: from now on nothing is given to this partner any more. */
import type { endSharing as route, SharingEntry } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { sharingLifecycle } from '@anpei/domain/customers'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findSharing, saveSharing } from './store-sharing.ts'
import { sharingView } from './views-sharing.ts'

export async function endSharing(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<SharingEntry>> {
  const entry = await findSharing(tx.db, tx.actor.tenantId, params.entryId, true)
  if (!entry) return refuse('request.not_found')
  const moved = transition(sharingLifecycle, 'end', entry.state)
  if (!moved.ok) return moved
  await saveSharing(tx, entry.id, moved.value, { checked: false, comment: body.reason })
  tx.record({ name: 'sharing.ended', subject: { kind: 'sharing_entry', id: entry.id }, reason: body.reason })
  return sharingView(tx, entry.id)
}
