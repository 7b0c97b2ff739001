/** CUS-07: a request about personal data from the phone; who asks is checked by a person before it is answered. */
import type { portalAskData as route, PortalPrivacy } from '@anpei/contract/portal'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import { enterDataRequest } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { linkedPerson } from './privacy-link.ts'
import { showPrivacy } from './views-privacy.ts'

export async function askData(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<PortalPrivacy>> {
  const linked = await linkedPerson(tx, params.linkId)
  if (!linked.ok) return linked
  const { personId, name, diedOn, own } = linked.value
  const entered = await enterDataRequest(tx, {
    person: { id: personId, diedOn },
    kind: body.kind,
    asker: own ? 'self' : 'proxy',
    channel: 'portal',
    accountId: tx.actor.id,
    told: { asks: body.asks, askerName: own ? name : '', relation: '', phone: '', checked: '', answer: '' },
  })
  return entered.ok ? showPrivacy(tx, { params }) : entered
}
