/** CUS-05: an account gives up acting for somebody; it counts at once, and its consents are revoked with it. */
import type { portalEndLink as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import { linkLifecycle } from '@anpei/domain/portal'
import { endProxies } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { lockLink, saveLink } from './store.ts'

export async function endLink(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const link = await lockLink(tx.db, tx.actor.tenantId, params.linkId)
  if (!link || link.account_id !== tx.actor.id) return refuse('request.not_found')
  const ended = transition(linkLifecycle, 'end', stateOf(linkLifecycle, link.state))
  if (!ended.ok) return ended
  await saveLink(tx.db, tx.actor.tenantId, link.id, ended.value, {})
  await endProxies(tx, link.proxy_ids)
  tx.record({ name: 'portal.link_ended', subject: { kind: 'portal_link', id: link.id }, personId: link.person_id })
  return ok({ id: link.id })
}
