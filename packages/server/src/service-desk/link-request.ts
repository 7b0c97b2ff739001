/** SRV-04: what belongs together is linked, not merged: a claim, a report, a person, another request. */
import type { Input } from '@anpei/contract/kernel'
import type { linkRequest as route, RequestStand } from '@anpei/contract/service-desk'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { insertLink, targetExists } from './store-links.ts'
import { findRequest } from './store.ts'
import { standOf } from './work-on.ts'

export async function linkRequest(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const [found, exists] = await Promise.all([
    findRequest(tx, params.requestId, 'desk.work', true),
    body.kind === 'request' ? findRequest(tx, body.id, 'desk.read').then((other) => other.ok) : targetExists(tx, body),
  ])
  if (!found.ok) return found
  const { id, state, personId } = found.value
  if (!exists || body.id === id) return refuse('desk.link_unknown')
  tx.later(insertLink(tx, id, body))
  tx.record({
    name: 'request.linked',
    subject: { kind: 'request', id },
    personId,
    facts: { kind: body.kind, targetId: body.id },
  })
  return standOf(tx, found.value, state)
}
