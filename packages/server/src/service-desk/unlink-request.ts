/** SRV-04: a link that was wrong is taken away; the log keeps that it stood. */
import type { Input } from '@anpei/contract/kernel'
import type { RequestStand, unlinkRequest as route } from '@anpei/contract/service-desk'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { dropLink } from './store-links.ts'
import { findRequest } from './store.ts'
import { standOf } from './work-on.ts'

export async function unlinkRequest(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const found = await findRequest(tx, params.requestId, 'desk.work', true)
  if (!found.ok) return found
  const { id, state, personId } = found.value
  const [here, there] = [
    await dropLink(tx, id, body),
    body.kind === 'request' && (await dropLink(tx, body.id, { kind: 'request', id })),
  ]
  if (!here && !there) return refuse('desk.link_unknown')
  tx.record({
    name: 'request.unlinked',
    subject: { kind: 'request', id },
    personId,
    facts: { kind: body.kind, targetId: body.id },
  })
  return standOf(tx, found.value, state)
}
