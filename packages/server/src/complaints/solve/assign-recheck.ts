/** CMP-08: the 核查 goes to a person of the superior institution who had no part in the case. */
import type { assignRecheck as route, ComplaintStand } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { recheckLifecycle } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { actorsFor, institutionOf } from '../../identity/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { saveComplaint } from '../work-on.ts'
import { lockRecheck } from './lock-recheck.ts'
import { recheckGate } from './recheck-gate.ts'
import { recheckChangeWriting } from './store-rechecks.ts'

export async function assignRecheck(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const locked = await lockRecheck(tx, params.recheckId, 'complaint.recheck')
  if (!locked.ok) return locked
  const { complaint, recheck } = locked.value
  const step = transition(recheckLifecycle, 'assign', recheck.state)
  if (!step.ok) return step
  const { tenantId } = tx.actor
  const able = await actorsFor(tx.db, tenantId, 'complaint.recheck', dayOfInstant(tx.now))
  const handler = able.find((one) => one.id === body.handlerId)
  const institutionId = handler ? await institutionOf(tx.db, tenantId, handler.id) : null
  if (!handler || institutionId === null) return refuse('request.not_found')
  const possible = (await recheckGate(tx, complaint))({ id: handler.id, institutionId })
  if (!possible.ok) return possible
  tx.record({
    name: 'recheck.assigned',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { recheckId: recheck.id, handlerId: handler.id },
  })
  await settleComplaint(tx, complaint.id)
  const to = { id: handler.id, institutionId }
  saveComplaint(tx, complaint, {}, [recheckChangeWriting(tx, complaint, recheck, step.value, { handler: to })])
  return ok(standOf(complaint, complaint.state))
}
