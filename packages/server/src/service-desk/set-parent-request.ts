/** SRV-04: those who tell of one event (a bus, a banquet) stand under the request that leads it. */
import type { Input } from '@anpei/contract/kernel'
import type { RequestStand, setParentRequest as route } from '@anpei/contract/service-desk'
import { type Decision } from '@anpei/domain/kernel'
import { decideParent } from '@anpei/domain/service-desk'
import type { Tx } from '../http/index.ts'
import { findRequest, hasChildren } from './store.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function setParentRequest(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const { id, state, personId } = found.value
  const { parentId } = body
  if (parentId !== null) {
    const [parent, leads] = [await findRequest(tx, parentId, 'desk.read', true), await hasChildren(tx, id)]
    if (!parent.ok) return parent
    const possible = decideParent({ id, parentId, parentOfParent: parent.value.parentId, hasChildren: leads })
    if (!possible.ok) return possible
  }
  saveWork(tx, found.value, { parentId })
  tx.record({ name: 'request.parent_set', subject: { kind: 'request', id }, personId, facts: { parentId } })
  return standOf(tx, found.value, state)
}
