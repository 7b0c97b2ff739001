/** Purposes in plain words with what was said to each, and the requests on the way (CUS-06, CUS-07). */
import type { PortalPrivacy, portalPrivacy as route } from '@anpei/contract/portal'
import type { Input } from '@anpei/contract/kernel'
import { dataRequestLifecycle, REQUEST_KINDS } from '@anpei/domain/customers'
import { ok, type Decision } from '@anpei/domain/kernel'
import { purposeViews, requestsOfPerson } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { linkedPerson } from './privacy-link.ts'

export async function showPrivacy(
  tx: Tx,
  { params }: Pick<Input<typeof route>, 'params'>,
): Promise<Decision<PortalPrivacy>> {
  const linked = await linkedPerson(tx, params.linkId)
  if (!linked.ok) return linked
  const [purposes, requests] = await Promise.all([
    purposeViews(tx, linked.value.personId),
    requestsOfPerson(tx, linked.value.personId),
  ])
  return ok({
    personName: linked.value.name,
    purposes: purposes.map(({ id, title, text, may, basis }) => ({ id, title, text, may, asked: basis === 'consent' })),
    requests: requests.map((row) => ({
      requestNo: row.request_no,
      kindWord: REQUEST_KINDS[row.kind],
      state: row.state,
      stateWord: dataRequestLifecycle.states[row.state].zh,
      receivedAt: row.received_at,
    })),
  })
}
