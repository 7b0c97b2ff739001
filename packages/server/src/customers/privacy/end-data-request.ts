/** CUS-07: nothing is left to do after the answer, or the asker takes the request back; its clock ends. */
import type { DataRequestView } from '@anpei/contract/customers'
import { dataRequestLifecycle } from '@anpei/domain/customers'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleDataRequest } from './data-request-due.ts'
import { findRequest, saveRequest } from './store-data-requests.ts'
import { requestView } from './views-data-requests.ts'

/** `reason`: why it is taken back; null = it is closed. */
export async function endDataRequest(
  tx: Tx,
  requestId: string,
  reason: string | null,
): Promise<Decision<DataRequestView>> {
  const request = await findRequest(tx, requestId, true)
  if (!request) return refuse('request.not_found')
  const moved = transition(dataRequestLifecycle, reason === null ? 'close' : 'withdraw', request.state)
  if (!moved.ok) return moved
  await saveRequest(tx, request, { transition: moved.value, closed: true })
  tx.record({
    name: reason === null ? 'data_request.closed' : 'data_request.withdrawn',
    subject: { kind: 'data_request', id: request.id },
    personId: request.person_id,
    ...(reason === null ? {} : { reason }),
  })
  await settleDataRequest(tx, request.id)
  return requestView(tx, request.id)
}
