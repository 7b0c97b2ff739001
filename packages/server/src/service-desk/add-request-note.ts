/** SRV-04: a note among colleagues; the customer never sees it and no promise is kept by it (SLA §2 rule 11). */
import type { Input } from '@anpei/contract/kernel'
import type { addRequestNote as route, RequestStand } from '@anpei/contract/service-desk'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { newMessageWriting } from './store-messages.ts'
import { findRequest } from './store.ts'
import { saveWork, standOf } from './work-on.ts'

export async function addRequestNote(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const found = await findRequest(tx, params.requestId, 'desk.work', true)
  if (!found.ok) return found
  const { id, channel, personId, salt, state } = found.value
  const no = found.value.messageCount + 1
  const note = newMessageWriting(tx, {
    id: newId(),
    requestId: id,
    no,
    direction: 'note',
    channel,
    automatic: false,
    authorId: tx.actor.id,
    occurredAt: tx.now,
    messageHash: null,
    delivery: 'none',
    wording: null,
    documentIds: [],
    salt,
    told: { text: body.text },
  })
  saveWork(tx, found.value, { messageCount: no }, [note])
  tx.record({ name: 'request.noted', subject: { kind: 'request', id }, personId })
  return standOf(tx, found.value, state)
}
