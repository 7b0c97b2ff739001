/** CUS-07, 个人信息保护法 46: a correction that was asked for takes the ordinary road of a change, with its second person. */
import type { correctByRequest as route, DataRequestView } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { proposePersonChange } from '../propose-person-change.ts'
import { findRequest, saveRequest } from './store-data-requests.ts'
import { requestView } from './views-data-requests.ts'

export async function correctByRequest(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<DataRequestView>> {
  const request = await findRequest(tx, params.requestId, true)
  if (!request) return refuse('request.not_found')
  if (request.kind !== 'correct' || request.state !== 'verified') return refuse('customers.request_nothing_done')
  const proposed = await proposePersonChange(tx, {
    params: { personId: request.person_id },
    query: {},
    body: { particulars: body.particulars, reason: `个人信息请求 ${request.request_no}` },
  })
  if (!proposed.ok) return proposed
  await saveRequest(tx, request, { changeId: proposed.value.id })
  tx.record({
    name: 'data_request.corrected',
    subject: { kind: 'data_request', id: request.id },
    personId: request.person_id,
    facts: { changeId: proposed.value.id },
  })
  return requestView(tx, request.id)
}
