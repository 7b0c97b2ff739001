/** CUS-06: agreed to, or taken back, by whoever acts for the person on the phone; it counts at once. */
import type { PortalPrivacy, portalSetConsent as route } from '@anpei/contract/portal'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import { consentByPhone } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { linkedPerson } from './privacy-link.ts'
import { showPrivacy } from './views-privacy.ts'

export async function setConsent(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<PortalPrivacy>> {
  const linked = await linkedPerson(tx, params.linkId)
  if (!linked.ok) return linked
  const { personId, own } = linked.value
  const proxyId = body.agree ? linked.value.agreesBy : linked.value.proxyId
  const how = own ? 'portal' : 'proxy'
  const said = await consentByPhone(tx, { personId, ...body, how, proxyId, accountId: tx.actor.id })
  return said.ok ? showPrivacy(tx, { params }) : said
}
