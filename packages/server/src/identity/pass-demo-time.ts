/** The demo's clock is put forward; 404 outside the demo. */
import type { passDemoTime as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { prolongSessions } from './sign-in/store-account.ts'

export async function passDemoTime(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  if (tx.app.passHours === undefined) return refuse('request.not_found')
  await prolongSessions(tx.db, tx.actor.tenantId, tx.now, body.hours)
  await tx.app.passHours(body.hours)
  return ok({ now: tx.app.clock.now() })
}
