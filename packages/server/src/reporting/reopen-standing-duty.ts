/** RPT-06: opens a closed instance again, with the reason; what was handed in before stays. */
import type { reopenStandingDuty as route } from '@anpei/contract/reporting'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { dutyLifecycle } from '@anpei/domain/reporting'
import type { Tx } from '../http/index.ts'
import { lockInstance, reopenInstance } from './store-duties.ts'

export async function reopenStandingDuty(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const instance = await lockInstance(db, actor.tenantId, dayOfInstant(tx.now), params.dutyId)
  if (!instance) return refuse('request.not_found')
  const step = transition(dutyLifecycle, 'reopen', instance.state)
  if (!step.ok) return step
  await reopenInstance(db, actor.tenantId, instance.id, step.value)
  tx.record({ name: 'duty.reopened', subject: { kind: 'duty', id: instance.id }, reason: body.reason })
  return ok({})
}
