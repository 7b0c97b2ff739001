/**
 * ORG-04: takes a person out of service at once: no sign-in, no session, no work. Coming back needs a second person.
 */
import type { deactivateStaff as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { forgetActors } from './sign-in/authenticate.ts'
import { endSessions } from './sign-in/store-account.ts'
import { lockStaff, setActive } from './store-staff.ts'

export async function deactivateStaff(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Record<string, never>>> {
  const { db, actor } = tx
  const staff = await lockStaff(db, actor.tenantId, params.id, dayOfInstant(tx.now))
  if (!staff) return refuse('request.not_found')
  if (!staff.active) return refuse('identity.inactive')
  if (staff.id === actor.id) return refuse('identity.about_yourself')
  await setActive(db, actor.tenantId, staff.id, false)
  const sessions = await endSessions(db, actor.tenantId, staff.id, tx.now, {})
  tx.record({
    name: 'staff.deactivated',
    subject: { kind: 'staff_user', id: staff.id },
    facts: { sessions },
    reason: body.reason,
  })
  forgetActors()
  return ok({})
}
