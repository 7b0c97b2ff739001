/** CUS-07: before anything is said, who asks is checked, in a way that proves this kind of asker. */
import type { DataRequestView, verifyDataRequest as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { decideVerify } from '@anpei/domain/customers'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findRequest, openTold, saveRequest } from './store-data-requests.ts'
import { requestView } from './views-data-requests.ts'

export async function verifyDataRequest(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<DataRequestView>> {
  const request = await findRequest(tx, params.requestId, true)
  if (!request) return refuse('request.not_found')
  const moved = decideVerify(request.state, request.asker, body.how)
  if (!moved.ok) return moved
  await saveRequest(tx, request, {
    transition: moved.value,
    checkedHow: body.how,
    told: { ...openTold(tx, request), checked: body.note },
  })
  tx.record({
    name: 'data_request.verified',
    subject: { kind: 'data_request', id: request.id },
    personId: request.person_id,
    facts: { how: body.how },
  })
  return requestView(tx, request.id)
}
