/** SRV-04: takes a request nobody has; two at once never both get it, and the second learns who does. */
import type { Input } from '@anpei/contract/kernel'
import type { RequestStand, takeRequest as route } from '@anpei/contract/service-desk'
import type { Decision } from '@anpei/domain/kernel'
import { decideTake } from '@anpei/domain/service-desk'
import type { Tx } from '../http/index.ts'
import { staffName } from '../identity/index.ts'
import { findRequest } from './store.ts'
import { saveWork, standOf } from './work-on.ts'

export async function takeRequest(tx: Tx, { params }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const found = await findRequest(tx, params.requestId, 'desk.work', true)
  if (!found.ok) return found
  const { id, state, ownerId, personId } = found.value
  const ownerName = ownerId === null ? '' : await staffName(tx.db, tx.actor.tenantId, ownerId)
  const moved = decideTake({ state, ownerId, ownerName }, tx.actor.id)
  if (!moved.ok) return moved
  const institutionId = found.value.institutionId ?? tx.actor.institutionId
  saveWork(tx, found.value, { transition: moved.value, ownerId: tx.actor.id, institutionId })
  tx.record({ name: 'request.taken', subject: { kind: 'request', id }, personId, facts: { ownerId: tx.actor.id } })
  return standOf(tx, { ...found.value, ownerId: tx.actor.id }, moved.value.to)
}
