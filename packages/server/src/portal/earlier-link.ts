/** CUS-05: an account acts for a person by one link; a newer mandate, or the register, takes the place of the older. */
import { ok, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import { linkLifecycle } from '@anpei/domain/portal'
import type { Tx } from '../http/index.ts'
import { lockLinked, saveLink } from './store.ts'

/** The mandates of the link that ends here: what they allow stays allowed while they stand. */
export async function endEarlierLink(tx: Tx, accountId: string, personId: string): Promise<Decision<string[]>> {
  const before = await lockLinked(tx.db, tx.actor.tenantId, accountId, personId)
  if (!before) return ok([])
  const ended = transition(linkLifecycle, 'end', stateOf(linkLifecycle, before.state))
  if (!ended.ok) return ended
  await saveLink(tx.db, tx.actor.tenantId, before.id, ended.value, {})
  tx.record({ name: 'portal.link_ended', subject: { kind: 'portal_link', id: before.id }, personId })
  return ok(before.proxy_ids)
}
