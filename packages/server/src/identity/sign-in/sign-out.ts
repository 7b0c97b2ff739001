/** ORG-04: ends the session that asks; it counts nowhere any more. */
import type { signOut as route } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { forgetActors } from './authenticate.ts'
import { revokeSession } from '../store.ts'

export async function signOut(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const { actor } = tx
  if (actor.sessionId) {
    await revokeSession(tx.db, actor.tenantId, actor.sessionId, tx.now)
    tx.record({
      name: 'session.closed',
      subject: { kind: actor.kind === 'staff' ? 'staff_user' : 'person', id: actor.id },
    })
  }
  forgetActors()
  tx.setSession(null)
  return ok({})
}
