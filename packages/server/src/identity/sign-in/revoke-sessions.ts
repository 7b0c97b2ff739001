/** ORG-04: ends sessions of a person, one's own or, with the permission of the route, another's. They count nowhere
 * any more. */
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { forgetActors } from './authenticate.ts'
import { endSessions } from './store-account.ts'

export async function revokeSessions(
  tx: Tx,
  userId: string,
  sessionId: string | null,
): Promise<Decision<{ count: number }>> {
  const count = await endSessions(tx.db, tx.actor.tenantId, userId, tx.now, { id: sessionId })
  if (sessionId && count === 0) return refuse('request.not_found')
  tx.record({ name: 'session.revoked', subject: { kind: 'staff_user', id: userId }, facts: { count } })
  forgetActors()
  return ok({ count })
}
