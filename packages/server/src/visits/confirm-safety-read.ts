/** SRV-09: a visitor says that the safety rules in force were read. */
import type { confirmSafetyRead as route } from '@anpei/contract/visits'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { safetyRules } from './shipped-data.ts'
import { saveSafetyRead } from './store-visitors.ts'

export async function confirmSafetyRead(
  tx: Tx,
  { body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { version } = safetyRules()
  if (body.version !== version) return refuse('visit.safety_outdated')
  if (!(await saveSafetyRead(tx, version, dayOfInstant(tx.now)))) return refuse('visit.visitor_unknown')
  tx.record({ name: 'visitor.safety_read', subject: { kind: 'staff_user', id: tx.actor.id }, facts: { version } })
  return ok({ version })
}
